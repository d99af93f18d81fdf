/**
 * Has the page fetch a file of the build as early as its first script, where a script will ask for it by `fetch`.
 * @param {RegExp} pattern matches its name
 * @returns {import("vite").Plugin}
 */
export function preload(pattern) {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        if (!filename.endsWith("/index.html")) return undefined;
        const found = Object.keys(bundle).filter((name) => pattern.test(name));
        if (found.length !== 1) throw new Error(`${pattern} is ${found.length} files of the build: ${found.join(", ")}`);
        return [{ tag: "link", attrs: { rel: "preload", as: "fetch", crossorigin: "", href: `./${found[0]}` }, injectTo: "head" }];
      },
    },
  };
}
