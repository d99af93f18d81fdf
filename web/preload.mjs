import { chunksOf, onlyOne } from "./bundle.mjs";

/**
 * Has the page load as early as its first script what that would ask for next.
 * @param {{fetched: RegExp, script: string}} what `fetched` matches the name of a file that a script asks for by `fetch`; `script` is the
 *   source of one that is imported when the page knows its view
 * @returns {import("vite").Plugin}
 */
export function preload({ fetched, script }) {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        if (!filename.endsWith("/index.html")) return undefined;
        const link = (attrs) => ({ tag: "link", attrs: { ...attrs, crossorigin: "" }, injectTo: "head" });
        const scripts = chunksOf(script, bundle).filter((name) => !html.includes(name));
        return [link({ rel: "preload", as: "fetch", href: `./${onlyOne(fetched, Object.keys(bundle))}` }), ...scripts.map((name) => link({ rel: "modulepreload", href: `./${name}` }))];
      },
    },
  };
}
