import type { Workbench } from "./workbench";

/** Far above what the core reads; a file beyond it is not even loaded. */
const largestFile = 64 << 20;

export async function openFile(workbench: Workbench, file: File) {
  if (file.size > largestFile) {
    const message = `is ${Math.round(file.size / (1 << 20))} MB long; a scenario takes a few kB`;
    return workbench.refuse(file.name, [{ pointer: "", message, value: null }]);
  }
  await workbench.openText(file.text(), file.name);
}

/** Lets a scenario be dropped anywhere, or pasted anywhere but into a field. A pasted link is followed. Returns how to stop. */
export function takeIn(workbench: Workbench, hovering: (file: boolean) => void): () => void {
  const stop = new AbortController();
  const listen = <Name extends keyof DocumentEventMap>(name: Name, heard: (event: DocumentEventMap[Name]) => void) =>
    document.addEventListener(name, heard, { signal: stop.signal });
  let depth = 0;
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (change: number) => hovering((depth = Math.max(0, depth + change)) > 0);

  listen("dragenter", (event) => carriesFile(event) && over(+1));
  listen("dragleave", (event) => carriesFile(event) && over(-1));
  listen("dragover", (event) => carriesFile(event) && event.preventDefault());
  listen("drop", (event) => {
    over(-depth);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void openFile(workbench, file);
  });
  listen("paste", (event) => {
    const into = event.composedPath()[0];
    if (into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData?.getData("text/plain").trim();
    if (!text) return;
    event.preventDefault();
    const fragment = /^https?:\S*(#v\d+:\S*)$/.exec(text)?.[1];
    if (fragment) location.hash = fragment;
    else void workbench.openText(text, "What was pasted");
  });
  return () => stop.abort();
}
