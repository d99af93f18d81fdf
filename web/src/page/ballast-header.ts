import { css, html, LitElement, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";

import { ledgerCsv } from "../answer/ledger-csv";
import { labelOf } from "../form/wording";
import { valueAt, type JsonObject } from "../json/pointer";
import { openFile } from "../state/intake";
import type { Keeper } from "../state/keeper";
import type { Undo } from "../state/undo";
import type { Workbench } from "../state/workbench";
import { controls } from "../style/controls";
import { save } from "./save";
import { setTheme, theme, themes, type Theme } from "./theme";

/** What this is, which scenario is on the table, and how it comes and goes. */
export class BallastHeader extends LitElement {
  static override properties = { workbench: { attribute: false }, keeper: { attribute: false }, state: { attribute: false }, undo: { attribute: false }, undoable: {}, redoable: {}, address: {}, said: { state: true } };
  declare workbench: Workbench | undefined;
  declare keeper: Keeper | undefined;
  /** The scenario as it stands; a new one draws the header anew. */
  declare state: JsonObject | undefined;
  declare undo: Undo | undefined;
  /** What can be taken back and done again; see `Undo`. */
  declare undoable: string | undefined;
  declare redoable: string | undefined;
  /** The address as it stands, which paper has instead of the form. */
  declare address: string;
  /** What was done just now. */
  declare said: string;

  static override styles = [
    controls,
    css`
      header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--space-2) var(--space-5); align-items: end;
               padding: var(--space-3) 0; border-bottom: 1px solid var(--line-strong); }
      h1 { margin: 0; font: 600 var(--type-title) / 1.1 var(--type-voice); letter-spacing: -0.01em; }
      .purpose { margin: var(--space-1) 0 0; max-width: 92ch; text-wrap: pretty; line-height: 1.35; }
      .purpose span { display: block; color: var(--ink-soft); font-size: var(--type-small); }
      .tools { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; justify-content: flex-end; }
      .tools label { color: var(--ink-soft); font-size: var(--type-small); display: flex; align-items: center; gap: var(--space-1); }
      .tools label select { color: var(--ink); font-size: var(--type-body); }
      #preset { min-width: 9.2em; }
      .steps { display: inline-flex; gap: var(--space-1); }
      .step { width: 30px; padding: 0; display: inline-grid; place-items: center; }
      .step[aria-disabled="true"] { color: var(--line-strong); cursor: default; border-color: var(--line); background: none; }
      .menu { position: relative; }
      .menu summary { list-style: none; color: var(--ink); line-height: 22px; }
      .menu summary::-webkit-details-marker { display: none; }
      .choices { position: absolute; z-index: 4; top: calc(100% + var(--space-1)); right: 0; display: grid; min-width: 15em; padding: var(--space-1); background: var(--surface);
                 border: 1px solid var(--line-strong); border-radius: var(--radius); box-shadow: var(--shadow); }
      .choices button { display: flex; justify-content: space-between; align-items: baseline; gap: var(--space-4); padding: var(--space-2); border: 0; border-radius: var(--radius); background: none; text-align: left; }
      .choices button:hover { background: var(--accent-soft); }
      .choices small { color: var(--ink-soft); }
      input[type="file"] { display: none; }
      .printed { display: none; }
      @media print {
        .tools { display: none; }
        .printed { display: block; margin: 0; font-size: var(--type-small); color: var(--ink-soft); overflow-wrap: anywhere; }
      }
      @media (max-width: 899px) {
        .menu { position: static; }
        .choices { top: auto; right: auto; left: 0; width: 100%; max-width: 24em; margin-top: var(--space-1); }
        header { grid-template-columns: minmax(0, 1fr); position: relative; }
        .tools { justify-content: flex-start; flex-wrap: nowrap; gap: var(--space-1); font-size: var(--type-small); }
        .tools label select { font-size: var(--type-small); padding-inline: var(--space-0); }
        .tools label { min-width: 0; }
        #preset { min-width: 8.7em; }
        .words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .steps { position: absolute; top: var(--space-3); right: 72px; }
        .theme { position: absolute; top: var(--space-3); right: 0; }
      }
    `,
  ];

  constructor() {
    super();
    this.said = "";
  }

  override render() {
    const { workbench } = this;
    return html`<header>
      <div>
        <h1>Ballast</h1>
        <p class="purpose">
          What would a hedge do for your liquidity pool on the day volatility spikes?
          <span>Pools of volatility tokens lose against simply holding when VIX jumps. See what options give back that day, and what they cost while nothing happens.</span>
        </p>
      </div>
      <div class="tools">
        <label><span class="words">Scenario</span> <select id="preset" @change=${this.choose}>
          ${workbench?.presets.map(({ id, scenario }) => html`<option value=${id} .selected=${live(id === workbench.base)}>${valueAt(scenario, "/name") ?? id}</option>`)}
          ${workbench && workbench.base === "" ? html`<option value="" .selected=${live(true)}>${this.ownName()}</option>` : nothing}
        </select></label>
        <span class="steps">
          ${this.renderStep("Undo", "Ctrl+Z", this.undoable, () => this.undo?.undo())} ${this.renderStep("Redo", "Shift+Ctrl+Z", this.redoable, () => this.undo?.redo())}
        </span>
        <button type="button" class="quiet" id="copy" @click=${this.copy}>${this.said || "Copy link"}</button>
        <details class="menu" id="download" @focusout=${this.left} @keydown=${this.escaped}>
          <summary class="quiet">Download</summary>
          <div class="choices">
            ${this.renderChoice("Scenario", "JSON", () => this.scenarioFile())} ${this.renderChoice("Results", "JSON, all of the answer", () => this.resultsFile())}
            ${this.renderChoice("Results by day", "CSV, for a spreadsheet", () => this.daysFile())}
          </div>
        </details>
        <button type="button" class="quiet" id="open" @click=${() => this.renderRoot.querySelector<HTMLInputElement>("#file")!.click()}>Open…</button>
        <input id="file" type="file" accept=".json,application/json" aria-label="Scenario file" @change=${this.opened} />
        <label class="theme"><span class="words">Theme</span> <select id="theme" @change=${(event: Event) => setTheme((event.target as HTMLSelectElement).value as Theme)}>
          ${themes.map((name) => html`<option value=${name} ?selected=${name === theme()}>${name}</option>`)}
        </select></label>
      </div>
      <p class="printed">${this.address}</p>
      <span class="unseen" role="status">${this.said}</span>
    </header>`;
  }

  private renderStep(name: string, keys: string, what: string | undefined, step: () => void) {
    const of = what === undefined ? "" : what === "" ? ": scenario opened" : `: ${labelOf(what)}`;
    return html`<button type="button" class="quiet step" id=${name.toLowerCase()} aria-label=${name + of} title="${name}${of} (${keys})" aria-keyshortcuts=${keys.replace("Ctrl", "Control")}
      aria-disabled=${what === undefined} @click=${step}>${arrow(name === "Redo")}</button>`;
  }

  private ownName() {
    // Nothing is open yet.
    if (this.workbench?.presets.length === 0) return "…";
    const name = valueAt(this.workbench?.scenario, "/name");
    return typeof name === "string" && name !== "" ? name : "Your own";
  }

  private choose(event: Event) {
    const preset = this.workbench?.presets.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (preset) void this.workbench?.open(preset.id, preset.scenario);
  }

  private async copy() {
    const link = await this.keeper?.link();
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link);
      this.say("Link copied");
    } catch {
      // The address bar carries the same link.
      this.say("Copy it from the address bar");
    }
  }

  private say(text: string) {
    this.said = text;
    setTimeout(() => (this.said = ""), 2500);
  }

  private renderChoice(what: string, how: string, file: () => void) {
    return html`<button type="button" @click=${() => (this.closeMenu(), file())}>${what}<small>${how}</small></button>`;
  }

  private get menu() {
    return this.renderRoot.querySelector<HTMLDetailsElement>(".menu")!;
  }

  private closeMenu() {
    this.menu.open = false;
    this.menu.querySelector("summary")!.focus();
  }

  private left({ relatedTarget }: FocusEvent) {
    if (!this.menu.contains(relatedTarget as Node | null)) this.menu.open = false;
  }

  private escaped({ key }: KeyboardEvent) {
    if (key === "Escape" && this.menu.open) this.closeMenu();
  }

  private get fileName() {
    return this.workbench?.base || this.ownName();
  }

  private scenarioFile() {
    save(this.fileName, "json", new Blob([JSON.stringify(this.workbench?.scenario, null, 2) + "\n"], { type: "application/json" }));
  }

  private async resultsFile() {
    const response = await this.workbench?.response();
    if (response) save(`${this.fileName} results`, "json", new Blob([response], { type: "application/json" }));
  }

  private async daysFile() {
    const response = await this.workbench?.response();
    if (!response) return;
    // A scenario with problems has no days.
    if (!(this.workbench?.problems.length === 0)) return this.say("Mend the problems first");
    save(`${this.fileName} by day`, "csv", new Blob([ledgerCsv(response)], { type: "text/csv" }));
  }

  private opened(event: Event) {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file && this.workbench) void openFile(this.workbench, file);
    input.value = "";
  }
}

const arrow = (onward: boolean) => svg`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
  <path transform=${onward ? "translate(16 0) scale(-1 1)" : nothing} d="M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a4 4 0 0 1 0 8h-3" />
</svg>`;

customElements.define("ballast-header", BallastHeader);
