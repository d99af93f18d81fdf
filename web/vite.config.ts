import { build, defineConfig, type Plugin, type UserConfig } from "vite";

import { budget } from "./budget.mjs";
import { leftOut } from "./left-out.mjs";
import { licences } from "./licences.mjs";
import { offline } from "./offline.mjs";
import { preload } from "./preload.mjs";

const here = (path: string) => new URL(path, import.meta.url).pathname;

/** Plot draws maps, legends and tips and has colour schemes; nothing here has any of them. */
const undrawn = {
  packages: { "d3-geo": "d3", "d3-scale-chromatic": "d3" },
  library: "@observablehq/plot",
  modules: ["projection.js", "legends/ramp.js", "legends/swatches.js", "marks/tip.js", "interactions/pointer.js", "scales/schemes.js", "scales/diverging.js"],
};

const whatIfModule = /ballast-what-if-.*\.wasm$/;

/** What visits begin with, and the code of it (src/page/views.ts). */
const beginning = { article: ["src/article/ballast-article.ts"], "what-if": ["src/instrument/ballast-instrument.ts", "src/instrument/ballast-what-if.ts"] };

/** What someone downloads who comes for the first time, up to the first answer. */
const firstVisit = {
  kilobytes: 250,
  scripts: ["src/main.ts", ...beginning.article],
  files: [/what-if\.worker-.*\.js$/, whatIfModule],
};

const common = {
  // Relative addresses, so that the built page can lie in any folder of any host.
  base: "./",
  resolve: {
    alias: [
      { find: /^#(ballast|ballast-what-if)$/, replacement: here("../build/wasm/$1.mjs") },
      { find: /^#(ballast-what-if\.wasm)/, replacement: here("../build/wasm/$1") },
    ],
  },
  worker: {
    format: "es",
    // The module asks for Node's "module" only where it runs in Node.
    rolldownOptions: { external: ["module"] },
  },
  build: {
    target: "es2022",
    // Colours are written once for light and dark (light-dark()); left as written.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // The module as a file of its own (streamed while it compiles), never as a data: address in the script.
    assetsInlineLimit: 0,
    // A module says what it needs in its own imports; browsers of the target preload without help.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { external: ["module"] },
  },
} satisfies UserConfig;

/**
 * The script that other sites include, `ballast-hedge.js`: a name that stays, and chunks of its own, so that the page's are not cut to
 * fit both. The worker and the module are the same files.
 */
function embed(): Plugin {
  const entry = { input: { "ballast-hedge": here("src/embed/ballast-hedge.ts") }, output: { entryFileNames: "[name].js", chunkFileNames: "assets/embed/[name]-[hash].js" } };
  return {
    name: "embed",
    apply: "build",
    async closeBundle() {
      const rolldownOptions = { ...common.build.rolldownOptions, ...entry };
      await build({ ...common, plugins: [leftOut(undrawn)], configFile: false, root: here("."), publicDir: false, logLevel: "warn", build: { ...common.build, rolldownOptions, emptyOutDir: false } });
    },
  };
}

export default defineConfig({
  ...common,
  build: {
    ...common.build,
    rolldownOptions: {
      ...common.build.rolldownOptions,
      output: {
        // Few files, each compressed as one: a first visit waits for none of its own little chunks.
        codeSplitting: {
          groups: [
            { name: "page", tags: ["$initial"], priority: 1 },
            { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 5000 },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, "")}-[hash].js`,
      },
    },
  },
  plugins: [leftOut(undrawn), licences(), preload({ fetched: whatIfModule, views: beginning }), offline(), embed(), budget(firstVisit)],
  server: { fs: { allow: [here("..")] } },
});
