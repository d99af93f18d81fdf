import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { chunksOf, onlyOne } from "./bundle.mjs";

/**
 * What a first visit downloads, file by file, and whether that is within the budget: a build beyond it fails. Counted as a host sends it,
 * compressed by brotli; gzip is printed beside it.
 * @param {{kilobytes: number, scripts: string[], files: RegExp[]}} first `scripts` are the sources that a first visit starts (what they
 *   import comes along); `files` match what those load otherwise, one file each
 * @returns {import("vite").Plugin}
 */
export function budget({ kilobytes, scripts, files }) {
  return {
    name: "budget",
    apply: "build",
    writeBundle({ dir }, bundle) {
      const names = new Set(scripts.flatMap((script) => chunksOf(script, bundle)));
      for (const pattern of files) names.add(onlyOne(pattern, Object.keys(bundle)));
      const rows = [...names].map((name) => sized(name, readFileSync(join(dir, name))));
      const total = rows.reduce((sum, { brotli, gzip }) => ({ brotli: sum.brotli + brotli, gzip: sum.gzip + gzip }), { brotli: 0, gzip: 0 });
      for (const row of rows.sort((one, other) => other.brotli - one.brotli)) console.log(line(row));
      console.log(line({ name: `a first visit, of ${kilobytes} kB`, ...total }));
      if (total.brotli > kilobytes * 1000) this.error(`a first visit needs ${kB(total.brotli)} kB, and ${kilobytes} are allowed (web/vite.config.ts)`);
    },
  };
}

const sized = (name, bytes) => ({ name, brotli: brotliCompressSync(bytes).length, gzip: gzipSync(bytes, { level: 9 }).length });
const kB = (bytes) => (bytes / 1000).toFixed(1);
const line = ({ name, brotli, gzip }) => `  ${kB(brotli).padStart(7)} kB brotli ${kB(gzip).padStart(7)} kB gzip  ${name}`;
