import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * Leaves packages out of the build that a library brings along for what this page never draws: whatever they export is a function that
 * gives nothing.
 * @param {Record<string, string>} packages each with the library that asks for it, which is where it is found
 * @returns {import("vite").Plugin}
 */
export function leftOut(packages) {
  const prefix = "\0left-out:";
  return {
    name: "left-out",
    apply: "build",
    enforce: "pre",
    resolveId: (id) => (id in packages ? prefix + id : undefined),
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length);
      const from = createRequire(createRequire(import.meta.url).resolve(packages[name]));
      const exported = Object.keys(await import(pathToFileURL(from.resolve(name)).href));
      return exported.map((each) => `export const ${each} = () => {};`).join("\n");
    },
  };
}
