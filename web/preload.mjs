import { chunksOf, onlyOne } from "./bundle.mjs";

/**
 * Has the page load as early as its first script what that would ask for next: at once what every visit needs, and by `public/ahead.js` what
 * the view in the address needs besides. What is asked for at once stands before all scripts of the head: a browser that meets a policy in
 * the page looks no further while it waits for a script.
 * @param {{fetched: RegExp, views: Record<string, string[]>}} what `fetched` matches the name of a file that a script asks for by `fetch`;
 *   `views` are the sources that are imported for a view
 * @returns {import("vite").Plugin}
 */
export function preload({ fetched, views }) {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        if (!filename.endsWith("/index.html")) return undefined;
        const needed = ofEach(views, (sources) => chunksOfAll(sources, bundle).filter((name) => !html.includes(name)));
        const [first, ...others] = Object.values(needed);
        const always = first.filter((name) => others.every((names) => names.includes(name)));
        const ahead = ofEach(needed, (names) => names.filter((name) => !always.includes(name)).map((name) => `./${name}`));
        const { rest, scripts } = withoutClassicScripts(html);
        return {
          html: rest,
          tags: [
            script({ src: "./ahead.js", async: true, fetchpriority: "high", "data-views": JSON.stringify(ahead) }),
            link({ rel: "preload", as: "fetch", href: `./${onlyOne(fetched, Object.keys(bundle))}` }),
            ...always.map((name) => link({ rel: "modulepreload", href: `./${name}` })),
            ...scripts.map((src) => script({ src })),
          ],
        };
      },
    },
  };
}

const ofEach = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
const chunksOfAll = (sources, bundle) => [...new Set(sources.flatMap((source) => chunksOf(source, bundle)))];
const link = (attrs) => ({ tag: "link", attrs: { ...attrs, crossorigin: "" }, injectTo: "head" });
const script = (attrs) => ({ tag: "script", attrs, injectTo: "head" });

function withoutClassicScripts(html) {
  const scripts = [];
  const rest = html.replace(/\s*<script src="([^"]*)"><\/script>/g, (_, src) => (scripts.push(src), ""));
  return { rest, scripts };
}
