import { css, html, LitElement, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";

import type { Evaluation } from "../border";
import { schemaAt } from "../form/schema";
import { labelOf } from "../form/wording";
import { valueAt, type JsonObject } from "../json/pointer";
import { toFragment } from "../state/address";
import type { Workbench } from "../state/workbench";
import { controls } from "../style/controls";
import type { Asked } from "./attributes";
import { figureTitles } from "./figure-titles";
import { followHeights } from "./frame-talk";
import { nameOf } from "./opening";
import { elementText, framed, frameText, scriptText, sites, type Site, type Snippet } from "./snippet";

/** Fields that a reader of somebody else's page may well want to move. */
const offered = ["/path/spike/vix_to", "/path/spike/multiple", "/path/spike/day", "/pool/value", "/market/vix"];

const kinds = { element: "An element of the page", frame: "A frame" } as const;
type Kind = keyof typeof kinds;
const themes = { "": "that of the page around it", light: "light", dark: "dark" };

/** So long after the last change the snippet, and the frame that shows it, are made anew, ms. */
const restful = 500;

interface Standing {
  /** The scenario as an attribute names it. */
  named: Asked;
  title: string;
  report: Evaluation;
}

/** Makes what one puts into a page of one's own to show a figure of the scenario as it stands, and shows how that looks. */
export class BallastSnippet extends LitElement {
  static override properties = {
    workbench: { attribute: false }, scenario: { attribute: false }, report: { attribute: false },
    view: { state: true }, kind: { state: true }, site: { state: true }, theme: { state: true }, moved: { state: true }, folder: { state: true },
    standing: { state: true }, copied: { state: true },
  };
  declare workbench: Workbench;
  declare scenario: JsonObject;
  /** The answer to the scenario; a new one makes the snippet anew. */
  declare report: Evaluation | undefined;
  declare view: string;
  declare kind: Kind;
  declare site: Site;
  declare theme: string;
  /** Pointers of the fields that are offered with it. */
  declare moved: readonly string[];
  declare folder: string;
  /** The scenario as it stood when the sliders last rested, and its answer. */
  declare standing: Standing | undefined;
  declare copied: string;

  #rest: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    controls,
    css`
      .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr)); gap: var(--space-3); align-items: start; }
      .choices label { display: grid; gap: var(--space-0); }
      select, input[type="text"] { width: 100%; text-align: left; }
      fieldset { border: 0; margin: var(--space-3) 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); }
      legend { padding: 0; margin-bottom: var(--space-0); }
      fieldset label { display: flex; gap: var(--space-1); align-items: center; min-height: 24px; }
      .texts { display: grid; gap: var(--space-3); margin: var(--space-3) 0; }
      .texts label { display: block; margin-bottom: var(--space-0); }
      textarea { font: var(--type-small)/1.4 var(--type-code); white-space: pre; overflow: auto; }
      .copy { margin-top: var(--space-1); }
      iframe { display: block; width: 100%; height: 420px; border: 0; }
      .hint { color: var(--ink-soft); font-size: var(--type-small); margin: var(--space-2) 0; max-width: 90ch; }
    `,
  ];

  constructor() {
    super();
    this.view = "by-spike";
    this.kind = "element";
    this.site = sites[0];
    this.theme = "";
    this.moved = [];
    this.folder = new URL("./", location.origin + location.pathname).href;
    this.copied = "";
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has("report")) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#stand(), this.standing ? restful : 0);
  }

  async #stand() {
    const { base, presets, preset, answered } = this.workbench;
    if (!answered) return;
    const { scenario, report } = answered;
    const named: Asked = preset?.scenario === scenario ? { preset: base } : { scenario: await toFragment({ base, scenario }, presets) };
    this.standing = { named, report, title: nameOf(scenario) };
  }

  private asked({ named }: Standing): Asked {
    const fields = this.controls.filter((pointer) => this.moved.includes(pointer));
    return { ...named, view: this.view, ...(this.theme ? { theme: this.theme } : {}), ...(fields.length > 0 ? { controls: fields.join(" ") } : {}) };
  }

  /** What can be offered: a spike has a level or a multiple, and the other would be one too many. */
  private get controls(): readonly string[] {
    const { schema, scenario } = this.workbench;
    const multiple = valueAt(scenario, "/path/spike/multiple") !== undefined;
    return offered.filter((pointer) => schema && schemaAt(schema, scenario, pointer) && pointer !== (multiple ? "/path/spike/vix_to" : "/path/spike/multiple"));
  }

  override render() {
    const { standing, folder } = this;
    if (!standing) return html`<p class="hint">There is nothing to show yet: the scenario has no answer.</p>`;
    const asked = this.asked(standing);
    const snippet: Snippet = { asked, folder, title: standing.title, report: standing.report };
    return html`<div class="choices">
        ${this.renderChoice("view", "What is shown", figureTitles)}
        ${this.renderChoice("kind", "As", Object.entries(kinds))}
        ${this.renderChoice("site", "In", sites.map((site) => [site, site]))}
        ${this.renderChoice("theme", "Its theme", Object.entries(themes))}
        <label>Where Ballast lies <input id="folder" type="text" spellcheck="false" .value=${this.folder} @change=${this.moveFolder} /></label>
      </div>
      <fieldset>
        <legend>What a reader can change</legend>
        ${this.controls.map((pointer) => html`<label><input type="checkbox" .checked=${this.moved.includes(pointer)} @change=${() => this.toggle(pointer)} /> ${labelOf(pointer)}</label>`)}
      </fieldset>
      <p class="hint">
        Ballast may lie anywhere: a copy of this page's folder on your own site works offline and under the strictest policy. Whoever has no JavaScript
        sees the table that is part of the element.
      </p>
      <div class="texts">
        ${this.renderText("script", this.site === "An HTML page" ? "Once in the page" : "Once for the site", scriptText(this.site, this.folder))}
        ${this.renderText("figure", "Where the figure belongs", this.kind === "element" ? elementText(snippet) : frameText(snippet))}
      </div>
      <p class="hint">It looks like this:</p>
      ${keyed(framed("./", asked), html`<iframe title="The figure as it will look" src=${framed("./", asked)} loading="lazy"></iframe>`)}
      <span class="unseen" role="status">${this.copied ? "Copied" : ""}</span>`;
  }

  private renderChoice(name: "view" | "kind" | "site" | "theme", label: string, options: readonly (readonly [string, string])[]) {
    return html`<label
      >${label}<select id=${name} @change=${(event: Event) => Object.assign(this, { [name]: (event.target as HTMLSelectElement).value })}>
        ${options.map(([value, title]) => html`<option value=${value} ?selected=${value === this[name]}>${title}</option>`)}
      </select></label
    >`;
  }

  private renderText(id: string, label: string, text: string) {
    return html`<div>
      <label for=${id}>${label}</label>
      <textarea id=${id} readonly rows=${Math.min(text.split("\n").length, 14)} .value=${text}></textarea>
      <button type="button" class="quiet copy" @click=${() => this.copy(id, text)}>${this.copied === id ? "Copied" : "Copy"}</button>
    </div>`;
  }

  private async copy(id: string, text: string) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = id;
      setTimeout(() => (this.copied = ""), 2500);
    } catch {
      // Then it is copied by hand.
      this.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`)?.select();
    }
  }

  private toggle(pointer: string) {
    this.moved = this.moved.includes(pointer) ? this.moved.filter((each) => each !== pointer) : [...this.moved, pointer];
  }

  private moveFolder(event: Event) {
    const folder = (event.target as HTMLInputElement).value.trim();
    this.folder = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  }
}

followHeights(location.origin);
customElements.define("ballast-snippet", BallastSnippet);
