/** The chunks that a source is in, and those that come along with it: names of files. */
export function chunksOf(script, bundle) {
  const start = Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.moduleIds.some((id) => id.endsWith("/" + script)));
  if (!start) throw new Error(`no script was made of ${script}`);
  const found = new Set();
  const add = (name) => {
    if (found.has(name) || bundle[name]?.type !== "chunk") return;
    found.add(name);
    bundle[name].imports.forEach(add);
  };
  add(start.fileName);
  return [...found];
}

/** The one name that matches. */
export function onlyOne(pattern, names) {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${pattern} is ${found.length} files of the build: ${found.join(", ")}`);
  return found[0];
}
