/**
 * `<ballast-hedge>`: one script tag, and this is all of it that is loaded until an element comes into sight. It runs in a browser; where
 * there is none (a page that is rendered on a server) it does nothing. What the page puts inside an element, a table say, is shown until
 * there is an answer, and stays where there is none.
 */
import { attributes, attributesOf, type Attribute } from "./attributes";
import { beFrame } from "./frame";
import { followHeights } from "./frame-talk";

/** So far before an element comes into sight it begins to load, pixels. */
const ahead = "300px";

/** Where the script, and with it everything else, comes from. */
const home = new URL(/* @vite-ignore */ "./", import.meta.url);

const style = `
  :host { display: block; }
  :host([hidden]) { display: none; }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
`;

function define() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const sight = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && void (target as BallastHedge).load()),
    { rootMargin: ahead },
  );

  class BallastHedge extends HTMLElement {
    static readonly observedAttributes: readonly string[] = attributes;
    readonly #root = this.attachShadow({ mode: "open" });
    #loading: Promise<void> | undefined;
    #shown: import("./ballast-embedded").BallastEmbedded | undefined;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(document.createElement("slot"));
    }

    connectedCallback() {
      if (!this.#loading) sight.observe(this);
    }

    disconnectedCallback() {
      sight.unobserve(this);
    }

    attributeChangedCallback() {
      if (this.#shown) this.#shown.asked = attributesOf(this);
    }

    /** The last answer: `{ scenario, report }`, or nothing yet. */
    get answer() {
      return this.#shown?.answer;
    }

    /** Loads and answers now, in sight or not. */
    load() {
      sight.unobserve(this);
      return (this.#loading ??= this.#load());
    }

    async #load() {
      const { BallastEmbedded, tokens } = await import("./ballast-embedded");
      this.#root.adoptedStyleSheets = [sheet, tokens];
      this.#shown = new BallastEmbedded(home);
      this.#shown.asked = attributesOf(this);
      this.#root.prepend(this.#shown);
      this.#shown.addEventListener("shown", () => this.#root.querySelector("slot")?.remove(), { once: true });
    }
  }

  // Every attribute is a property, too, for those who write elements in JavaScript.
  for (const name of attributes) {
    Object.defineProperty(BallastHedge.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name);
      },
      set(this: HTMLElement, value: unknown) {
        put(this, name, value);
      },
    });
  }
  customElements.define("ballast-hedge", BallastHedge);
}

function put(element: HTMLElement, name: Attribute, value: unknown) {
  if (value === undefined || value === null) element.removeAttribute(name);
  else element.setAttribute(name, typeof value === "string" ? value : JSON.stringify(value));
}

// Once a page, however many script tags it has.
if (typeof customElements !== "undefined" && !customElements.get("ballast-hedge")) {
  define();
  if (document.documentElement.dataset.ballast === "frame") beFrame();
  else followHeights(home.origin);
}
