import { defineConfig } from "vitepress";

export default defineConfig({
  title: "A documentation site",
  base: "/hosted/anywhere/",
  // The element is the browser's and not Vue's.
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "ballast-hedge" } } },
  head: [["link", { rel: "icon", href: "data:," }], ["script", { type: "module", src: "/hosted/anywhere/ballast/ballast-hedge.js" }]],
  // Fewer scripts that stand in the page itself.
  metaChunk: true,
});
