import { css, html, LitElement, nothing } from "lit";

import { EditEvent } from "../form/field";
import { items, members } from "../form/schema";
import "../history/ballast-distrusted";
import { readFile } from "../history/files";
import { valueAt, type Json, type JsonObject } from "../json/pointer";
import type { Shown } from "../page/shown";
import { WhileShown } from "../state/while-shown";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import { tables } from "../style/tables";
import "./ballast-adaptation";
import "./ballast-calendar";
import "./ballast-score";
import "./ballast-score-parts";
import { text } from "./ballast-score";
import type { AdaptationReport, Signal, SignalsReport } from "./signals";
import { firstSignals, seriesTitles } from "./start";

/** What is watched, along the scenario's own path, an episode, or files. */
const ownPath = "";
const fromFiles = "files";

/** The signals: the regime score, what each adds to it, how each is defined, and whether it paid to adapt to it. */
export class BallastSignals extends LitElement {
  static override properties = {
    shown: { attribute: false }, scenario: { attribute: false }, along: { state: true }, files: { state: true }, refusal: { state: true }, testing: { state: true },
  };
  declare shown: Shown | undefined;
  declare scenario: JsonObject;
  declare along: string;
  /** Texts by the name of their series. */
  declare files: Readonly<Record<string, string>>;
  /** Why a file was not taken, or "". */
  declare refusal: string;
  /** Whether adaptation is put to the test. */
  declare testing: boolean;
  readonly #asked = new WhileShown<SignalsReport>(this, ({ workbench }) => (this.ready ? { task: "signals", scenario: workbench.scenario, ...this.history } : undefined));
  readonly #tested = new WhileShown<AdaptationReport>(this, ({ workbench }) =>
    this.testing && this.along !== ownPath && this.ready ? { task: "adaptive", scenario: workbench.scenario, ...this.history } : undefined,
  );

  static override styles = [
    controls,
    tables,
    sections,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); align-content: start; min-width: 0; }
      h2 { border-top: 0; padding-top: 0; }
      h3 { margin: 0 0 var(--space-1); font-size: var(--type-figure); }
      p { margin: 0; max-width: 82ch; text-wrap: pretty; }
      .problem { color: var(--problem); }
      .line { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: end; }
      .line label { display: grid; gap: var(--space-0); font-size: var(--type-small); }
      .notes { margin: 0; padding-left: 1.2em; max-width: 82ch; font-size: var(--type-small); color: var(--ink-soft); }
      td.words { white-space: normal; text-align: left; min-width: 22ch; }
      .key { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: var(--space-1); }
    `,
  ];

  constructor() {
    super();
    this.along = ownPath;
    this.files = {};
    this.refusal = "";
    this.testing = false;
  }

  /** Which episodes are in the box. */
  private get episodes(): string[] {
    return items(valueAt(this.shown?.workbench.requestSchema as Json | undefined, "/properties/history/properties/episode/enum")).map(String);
  }

  private get ready() {
    return this.along !== fromFiles || this.files.vix !== undefined;
  }

  #ask() {
    this.#asked.ask();
    this.#tested.ask();
  }

  private get history() {
    if (this.along === ownPath) return {};
    if (this.along !== fromFiles) return { history: { episode: this.along, ...this.further } };
    const { vix, spx } = this.files;
    return { history: { files: { vix, ...(spx === undefined ? {} : { spx }) }, ...this.further } };
  }

  /** Files of the series that are not the market's own. */
  private get further() {
    const series = Object.fromEntries(Object.entries(this.files).filter(([name]) => name in seriesTitles));
    return Object.keys(series).length > 0 ? { series } : {};
  }

  override render() {
    const watched = items(valueAt(this.scenario, "/signals/indicators"));
    return html`<h2>Signals</h2>
      <p>Indicators of daily series make one number a day, the regime score. A reserve can fire on it, and a layer can hold more while it is high. Every decision uses what was known by that day's close. The indicators, their weights and the events stand in the form under “Signals”.</p>
      ${watched.length === 0 ? this.renderStart() : this.renderWatched()}
      <ballast-calendar></ballast-calendar>`;
  }

  private renderStart() {
    return html`<p>This scenario watches nothing.</p>
      <div><button type="button" class="quiet" @click=${() => this.dispatchEvent(new EditEvent("/signals", firstSignals))}>Watch two signals to begin with</button></div>`;
  }

  private renderWatched() {
    const { report, problems } = this.#asked;
    return html`${this.renderAlong()}
      ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}.</p>` : nothing}
      ${problems.map(({ pointer, message }) => html`<p class="problem" role="alert">${pointer.replace("/history/", "")}: ${message}.</p>`)}
      <div class="pair">
        <ballast-score .report=${report}></ballast-score>
        <ballast-score-parts .report=${report}></ballast-score-parts>
      </div>
      ${report ? this.renderDefinitions(report) : nothing} ${this.renderTest()} ${report?.files?.length ? this.renderFiles(report) : nothing}`;
  }

  /** The score and the test of adaptation go by the same files. */
  private renderFiles(report: SignalsReport) {
    return html`<div><h3>The files</h3><ballast-distrusted .report=${report}></ballast-distrusted></div>`;
  }

  private renderAlong() {
    return html`<div class="line">
        <label>Along<select id="along" @change=${(event: Event) => this.go((event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${this.along === ownPath}>the scenario’s own path</option>
          ${this.episodes.map((id) => html`<option value=${id} ?selected=${this.along === id}>episode ${id}</option>`)}
          <option value="files" ?selected=${this.along === fromFiles}>files of daily closes</option>
        </select></label>
        ${this.along === fromFiles ? ["vix", "spx"].map((name) => this.renderFile(name, `${name.toUpperCase()} closes (CSV)`)) : nothing}
        ${this.along !== ownPath ? this.series.map((name) => this.renderFile(name, `${seriesTitles[name]} (CSV)`)) : nothing}
      </div>`;
  }

  /** Series that the indicators read and that come as files. */
  private get series(): string[] {
    const named = items(valueAt(this.scenario, "/signals/indicators")).map(members).flatMap(({ kind, of }) => {
      if (kind === "advance_decline") return ["advances", "declines"];
      if (typeof of === "string") return [of];
      return kind === "deviation" ? ["price_to_earnings"] : kind === "volatility" ? ["real_effective_exchange_rate"] : [];
    });
    return [...new Set(named)].filter((name) => name in seriesTitles);
  }

  private renderFile(name: string, title: string) {
    return html`<label>${title}<input type="file" accept=".csv,text/csv,text/plain" data-series=${name}
      @change=${(event: Event) => void this.take(name, (event.target as HTMLInputElement).files?.[0])} /></label>`;
  }

  private async take(name: string, file: File | undefined) {
    if (!file) return;
    const { text, refusal } = await readFile(file);
    this.refusal = refusal ? `${file.name} ${refusal}` : "";
    if (text !== undefined) this.files = { ...this.files, [name]: text };
    this.#ask();
  }

  private go(along: string) {
    this.along = along;
    this.#ask();
  }

  private renderDefinitions({ indicators, notes }: SignalsReport) {
    const last = (values: Signal["z"]) => text(values.findLast((value) => value !== null) ?? null);
    return html`<div>
        <h3>${indicators.length === 1 ? "The signal" : `The ${indicators.length} signals`}, and where each comes from</h3>
        <div class="scroll" tabindex="0" role="region" aria-label="The signals">
          <table>
            <thead><tr><th scope="col">Signal</th><th scope="col">Weight</th><th scope="col">Last value</th><th scope="col">z</th><th scope="col">Warm-up</th><th scope="col">Definition</th><th scope="col">z-score</th><th scope="col">Series</th></tr></thead>
            <tbody>${indicators.map(
              (each, index) => html`<tr>
                <th scope="row"><span class="key" .style=${`background: var(--series-${(index % 6) + 1})`}></span>${each.name}${each.missing ? " (dropped out)" : nothing}</th>
                <td>${each.weight}</td><td>${last(each.value)}</td><td>${last(each.z)}</td><td>${each.warm_up} values</td>
                <td class="words">${each.definition.source} <span class="chip ${each.definition.label}">${each.definition.label}</span></td>
                <td class="words">${each.z_definition}</td>
                <td class="words">${each.series.map(({ source }) => source).join("; ")}</td>
              </tr>`,
            )}</tbody>
          </table>
        </div>
      </div>
      ${notes.length > 0 ? html`<ul class="notes">${notes.map((note) => html`<li>${note.text}</li>`)}</ul>` : nothing}`;
  }

  private renderTest() {
    const { report, allProblems: problems } = this.#tested;
    return html`<details @toggle=${(event: Event) => this.test((event.target as HTMLDetailsElement).open)}>
      <summary><strong>Adaptive or not</strong>: did it pay to follow the score?</summary>
      ${!this.testing
        ? nothing
        : this.along === ownPath
          ? html`<p>Choose an episode or files of daily closes above: the fixed and the adaptive book are walked along what happened.</p>`
          : html`${problems.map(({ pointer, message }) => html`<p class="problem" role="alert">${pointer.replace("/scenario", "the scenario’s ").replace("/history", "the history")} ${message}.</p>`)}
              <ballast-adaptation .report=${problems.length > 0 ? undefined : report}></ballast-adaptation>`}
    </details>`;
  }

  private test(open: boolean) {
    this.testing = open;
    this.#tested.ask();
  }
}

customElements.define("ballast-signals", BallastSignals);
