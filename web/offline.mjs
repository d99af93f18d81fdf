import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The worker that keeps the page for when there is no network, as it is written: what it keeps is put in here. */
const worker = new URL("./src/offline/service-worker.js", import.meta.url);

/**
 * Writes `offline.js`, a service worker that knows every file of this build with its hash: the page, its chunks, the module, and what
 * lies in `public/`. Nothing is typed by hand, so a chunk that is loaded late is there offline as well.
 * @returns {import("vite").Plugin}
 */
export function offline() {
  let publicFolder = "";
  return {
    name: "offline",
    apply: "build",
    configResolved: (config) => void (publicFolder = config.publicDir),
    writeBundle({ dir }, bundle) {
      const names = [...Object.keys(bundle), ...readdirSync(publicFolder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(publicFolder.length + 1))];
      const files = [...new Set(names)].filter((name) => !name.endsWith(".map")).sort().map((name) => ({ name, integrity: integrity(join(dir, name)) }));
      const build = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
      writeFileSync(join(dir, "offline.js"), `const build = ${JSON.stringify(build)};\nconst files = ${JSON.stringify(files)};\n${readFileSync(worker, "utf8")}`);
    },
  };
}

const integrity = (file) => `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
