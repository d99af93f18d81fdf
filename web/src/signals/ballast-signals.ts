import { css, html, LitElement, nothing } from "lit";

import { number } from "../answer/amounts";
import "../behind/ballast-behind";
import { ofSignals } from "../behind/of-signals";
import { EditEvent, withNumbers } from "../form/field";
import { items, members } from "../form/schema";
import "../history/ballast-distrusted";
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
import { givenOn } from "./given";
import type { AdaptationReport, Signal, SignalsReport } from "./signals";
import { firstSignals, seriesTitles } from "./start";

const ownPath = "";
const fromFiles = "files";

/** The signals: the regime score, what each adds to it, how each is defined, and whether it paid to adapt to it. */
export class BallastSignals extends LitElement {
  static override properties = {
    shown: { attribute: false }, scenario: { attribute: false }, refusal: { state: true },
  };
  declare shown: Shown | undefined;
  declare scenario: JsonObject;
  /** Why a file was not taken, or "". */
  declare refusal: string;
  readonly #asked = new WhileShown<SignalsReport>(
    this,
    ({ workbench }) => (this.ready ? { task: "signals", scenario: workbench.scenario, ...this.history } : undefined),
    ({ workbench }) => workbench.asked,
  );
  readonly #tested = new WhileShown<AdaptationReport>(
    this,
    ({ workbench }) => (this.testing && this.along !== ownPath && this.ready ? { task: "adaptive", scenario: workbench.scenario, ...this.history } : undefined),
    ({ workbench }) => workbench.asked,
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
    this.refusal = "";
  }

  private get settings(): JsonObject {
    return this.shown ? members(this.shown.workbench.asked.values.signals) : {};
  }

  private edit(name: string, value: Json | undefined) {
    if (this.shown) this.shown.workbench.asked.edit(`/signals/${name}`, value);
  }

  /** What is watched: the scenario's own path, an episode by its id, or files. */
  private get along(): string {
    const { along } = this.settings;
    return typeof along === "string" ? along : ownPath;
  }

  /** Whether adaptation is put to the test. */
  private get testing(): boolean {
    return this.settings.test === true;
  }

  /** Names of the files that are asked for, by their series. */
  private get names(): Record<string, string> {
    return Object.fromEntries(Object.entries(members(this.settings.files)).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  }

  /** Texts of those that are there, by their series. */
  private get files(): Record<string, string> {
    return this.shown ? givenOn(this.shown.workbench).texts(this.names) : {};
  }

  /** Which episodes are in the box. */
  private get episodes(): string[] {
    return items(valueAt(this.shown?.workbench.requestSchema as Json | undefined, "/properties/history/properties/episode/enum")).map(String);
  }

  private get ready() {
    return this.along !== fromFiles || this.files.vix !== undefined;
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
      ${problems.map(({ pointer, message }) => html`<p class="problem" role="alert">${pointer.replace("/history/", "")}: ${withNumbers(message)}.</p>`)}
      ${this.ready
        ? html`<div class="pair">
            <ballast-score .report=${report}></ballast-score>
            <ballast-score-parts .report=${report}></ballast-score-parts>
          </div>`
        : nothing}
      ${report ? html`${this.renderBehind(report)} ${this.renderDefinitions(report)}` : nothing} ${this.renderTest()} ${report?.files?.length ? this.renderFiles(report) : nothing}`;
  }

  /** The score and the test of adaptation go by the same files. */
  private renderFiles(report: SignalsReport) {
    return html`<div><h3>The files</h3><ballast-distrusted .report=${report}></ballast-distrusted></div>`;
  }

  private renderAlong() {
    return html`<div class="line">
        <label>Along<select id="along" @change=${(event: Event) => this.edit("along", (event.target as HTMLSelectElement).value || undefined)}>
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
    const wanted = this.names[name];
    const missing = wanted !== undefined && this.files[name] === undefined;
    return html`<label>${title}<input type="file" accept=".csv,text/csv,text/plain" data-series=${name}
        @change=${(event: Event) => void this.take(name, (event.target as HTMLInputElement).files?.[0])} />
      ${wanted === undefined ? nothing : missing ? html`<span class="problem">Missing: ${wanted}. Files stay on the machine on which they were given.</span>` : html`<span>${wanted}</span>`}</label>`;
  }

  private async take(name: string, file: File | undefined) {
    if (!file || !this.shown) return;
    this.refusal = await givenOn(this.shown.workbench).take(name, file);
    if (this.refusal) return;
    this.edit(`files/${name}`, file.name);
    // Another file may have the same name.
    this.#asked.ask();
    this.#tested.ask();
    this.requestUpdate();
  }

  private renderBehind(report: SignalsReport) {
    const { answered } = this.shown?.workbench ?? {};
    const own = this.along === ownPath ? answered : undefined;
    return html`<ballast-behind what="the score" .derive=${() => ofSignals(report, answered?.scenario ?? {}, own)}></ballast-behind>`;
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
                <td>${number(each.weight)}</td><td>${last(each.value)}</td><td>${last(each.z)}</td><td>${each.warm_up} values</td>
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
    return html`<details ?open=${this.testing} @toggle=${(event: Event) => this.edit("test", (event.target as HTMLDetailsElement).open || undefined)}>
      <summary><strong>Adaptive or not</strong>: did it pay to follow the score?</summary>
      ${!this.testing
        ? nothing
        : this.along === ownPath
          ? html`<p>Choose an episode or files of daily closes above: the fixed and the adaptive book are walked along what happened.</p>`
          : html`${problems.map(({ pointer, message }) => html`<p class="problem" role="alert">${pointer.replace("/scenario", "the scenario’s ").replace("/history", "the history")} ${withNumbers(message)}.</p>`)}
              <ballast-adaptation .report=${problems.length > 0 ? undefined : report}></ballast-adaptation>`}
    </details>`;
  }
}

customElements.define("ballast-signals", BallastSignals);
