import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The worker that keeps the page for when there is no network, as it is written: what it keeps is put in here. */
const worker = new URL("./src/offline/service-worker.js", import.meta.url);

/**
 * Writes `offline.js`, a service worker that knows every file of the folder with its hash: the page, its chunks, the modules, and the frame
 * that shows a figure in other pages. Nothing is typed by hand, so a chunk that is loaded late is there offline as well. It comes last, when
 * everything else has written into the folder.
 * @returns {import("vite").Plugin}
 */
export function offline() {
  let dir = "";
  return {
    name: "offline",
    apply: "build",
    writeBundle: (options) => void (dir = options.dir),
    closeBundle: { order: "post", sequential: true, handler: () => writeWorker(dir) },
  };
}

function writeWorker(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => relative(dir, join(each.parentPath, each.name)));
  const files = names.filter((name) => !name.endsWith(".map")).sort().map((name) => ({ name, integrity: integrity(join(dir, name)) }));
  const build = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  writeFileSync(join(dir, "offline.js"), `const build = ${JSON.stringify(build)};\nconst files = ${JSON.stringify(files)};\n${readFileSync(worker, "utf8")}`);
}

const integrity = (file) => `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
