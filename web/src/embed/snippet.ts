import type { Evaluation } from "../border";
import type { Asked } from "./attributes";
import { escaped, fallbackTable } from "./fallback";

/** Where a figure is put; each has its own way to say which script belongs to a page. */
export const sites = ["An HTML page", "MkDocs Material", "VitePress"] as const;
export type Site = (typeof sites)[number];

/** What a snippet is made of. */
export interface Snippet {
  asked: Asked;
  /** Address of the folder that this page lies in, or of a copy of it; with a slash at its end. */
  folder: string;
  /** Of the scenario, for a table and for people who hear the page. */
  title: string;
  report: Evaluation;
}

const quoted = (asked: Asked) => Object.entries(asked).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

const scriptOf = (folder: string) => `${folder}ballast-hedge.js`;

/** The element, with a table inside for whoever has no JavaScript. A `div` around it, since Markdown knows that for a block. */
export const elementText = ({ asked, title, report }: Snippet) => `<div>\n<ballast-hedge${quoted(asked)}>\n${fallbackTable(report, title)}\n</ballast-hedge>\n</div>`;

/** The query of `embed.html` that shows the same as the element with these attributes. */
export const framed = (folder: string, asked: Asked) => `${folder}embed.html?${new URLSearchParams(asked)}`;

/** The frame. The script beside it gives it its height; without it the frame scrolls. */
export const frameText = ({ asked, folder, title }: Snippet) =>
  `<iframe src="${escaped(framed(folder, asked))}" title="${escaped(title || "Ballast")}" width="100%" height="420" loading="lazy"></iframe>`;

/** What has to be said once for a page or a whole site, so that its elements work and its frames have their height. */
export function scriptText(site: Site, folder: string): string {
  const script = scriptOf(folder);
  switch (site) {
    case "An HTML page":
      return `<script type="module" src="${escaped(script)}"></script>`;
    case "MkDocs Material":
      return `# mkdocs.yml\nextra_javascript:\n  - path: ${script}\n    type: module`;
    case "VitePress":
      return `// .vitepress/config.mjs, in defineConfig({ … })\nvue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "ballast-hedge" } } },\nhead: [["script", { type: "module", src: ${JSON.stringify(script)} }]],`;
  }
}
