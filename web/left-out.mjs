import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Leaves out of the build what a library brings along for what this page never draws: whatever those modules export is a function that
 * gives nothing.
 * @param {{packages: Record<string, string>, library: string, modules: string[]}} undrawn `packages` each with the library that asks for
 *   it, which is where it is found; `modules` of `library` itself, as files in the folder of its entry
 * @returns {import("vite").Plugin}
 */
export function leftOut({ packages, library, modules }) {
  const prefix = "\0left-out:";
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve(library));
  const own = new Set(modules.map((each) => join(folder, each)));
  const fileOf = (id) => (id in packages ? createRequire(resolve(packages[id])).resolve(id) : id);
  return {
    name: "left-out",
    apply: "build",
    enforce: "pre",
    resolveId(id, importer) {
      if (id in packages) return prefix + id;
      const file = id.startsWith(".") && importer?.startsWith(folder) ? join(dirname(importer), id) : undefined;
      return file && own.has(file) ? prefix + file : undefined;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const exported = Object.keys(await import(pathToFileURL(fileOf(id.slice(prefix.length))).href));
      return exported.map((each) => `export const ${each} = () => {};`).join("\n");
    },
  };
}
