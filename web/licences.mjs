import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @typedef {{name: string, version: string, licence: string, text: string}} Licence One work that the page ships. */

/**
 * Writes `licences.json`: every package of which code went into the page, as the build saw it, and what the WebAssembly module is made of.
 * Nothing is typed by hand, so nothing is forgotten when a package comes or goes; a package without a licence stops the build.
 * @returns {import("vite").Plugin}
 */
export function licences() {
  return {
    name: "licences",
    apply: "build",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? packagesOf(chunk.moduleIds) : []));
      const seen = new Set(packagesOf([...this.getModuleIds()]));
      const shipped = new Set(modules);
      for (const folder of [...shipped]) {
        // A package that comes as one file may have others inside it, which the build never saw as modules of their own.
        if (modules.filter((each) => each === folder).length > 1) continue;
        for (const inside of dependencies(folder)) if (!seen.has(inside)) shipped.add(inside);
      }
      const packages = [...shipped].map(ofPackage).sort((one, other) => one.name.localeCompare(other.name));
      this.emitFile({ type: "asset", fileName: "licences.json", source: JSON.stringify([...packages, ...ofModule()]) });
    },
  };
}

const description = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const packagesOf = (modules) => modules.filter((id) => id.includes("/node_modules/")).map((id) => packageFolder(id.replace(/^\0|\?.*$/g, "")));

function dependencies(folder) {
  const modules = folder.slice(0, folder.lastIndexOf("/node_modules/") + "/node_modules/".length);
  const folders = Object.keys(description(folder).dependencies ?? {}).map((name) => join(modules, name));
  return folders.filter((each) => existsSync(each));
}

function packageFolder(file) {
  for (let folder = dirname(file); folder !== "/"; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && "version" in description(folder)) return folder;
  }
  throw new Error(`${file} belongs to no package`);
}

function ofPackage(folder) {
  const { name, version, license } = description(folder);
  if (!license) throw new Error(`${name} declares no licence`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8") : `${license}, as the package declares; it carries no text of its own.`;
  return { name, version, licence: license, text };
}

/** What the compiler put into the module, from the copyright files that Debian keeps beside the packages. */
function ofModule() {
  const emscripten = debianCopyright("emscripten");
  const json = debianCopyright("nlohmann-json3-dev");
  const eigen = debianCopyright("libeigen3-dev");
  return [
    { name: "Eigen (in the WebAssembly module)", version: "", licence: "MPL-2.0", text: eigen },
    { name: "JSON for Modern C++ (in the WebAssembly module)", version: "", licence: "MIT", text: json },
    {
      name: "Emscripten, with the musl C library and the LLVM runtime libraries (in the WebAssembly module)",
      version: "",
      licence: "MIT and University of Illinois/NCSA; musl MIT; LLVM Apache-2.0 with LLVM exception",
      text: shipped(emscripten),
    },
  ];
}

function debianCopyright(name) {
  const file = `/usr/share/doc/${name}/copyright`;
  if (!existsSync(file)) throw new Error(`${file} is missing; build the page with the project's toolchain (scripts/env)`);
  return readFileSync(file, "utf8");
}

/** Of a copyright file, the paragraphs about what is linked into a program, and the licences that they name. */
function shipped(copyright) {
  const paragraphs = copyright.split(/\n\n(?=\S)/);
  const linked = paragraphs.filter((each) => /^Files:\s*\*/m.test(each) || (/^Files:/.test(each) && /system\/(lib\/(libc|libcxx|libcxxabi|libunwind|compiler-rt|dlmalloc)|include)/.test(each)));
  const named = new Set(linked.flatMap((each) => /^License:\s*(.*)$/m.exec(each)?.[1]?.split(/ (?:and|or|with) |, /) ?? []));
  const texts = paragraphs.filter((each) => /^License:/.test(each) && named.has(/^License:\s*(.*)$/m.exec(each)?.[1] ?? ""));
  return [...linked, ...texts].join("\n\n");
}
