import { defineConfig } from "vite";

import { licences } from "./licences.mjs";
import { offline } from "./offline.mjs";

const here = (path: string) => new URL(path, import.meta.url).pathname;

export default defineConfig({
  // Relative addresses, so that the built page can lie in any folder of any host.
  base: "./",
  plugins: [licences(), offline()],
  resolve: {
    alias: { "#ballast": here("../build/wasm/ballast.mjs") },
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
  },
  server: { fs: { allow: [here("..")] } },
});
