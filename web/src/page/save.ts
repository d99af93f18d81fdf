/** Hands a file to the reader, under a name made from what it holds. */
export function save(about: string, ending: string, content: Blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = `${about.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80) || "ballast"}.${ending}`;
  link.click();
  // Not at once: a browser may read it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
