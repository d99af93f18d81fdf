import { css, html, LitElement, nothing } from "lit";

import { localised } from "../answer/locale";
import "../behind/ballast-behind";
import { ofReplay } from "../behind/of-replay";
import { withNumbers } from "../form/field";
import type { Shown } from "../page/shown";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import { staleness } from "../style/stale";
import "./ballast-distrusted";
import "./ballast-replay-by-day";
import "./ballast-replay-table";
import "./ballast-replay-vix";
import "./ballast-timeline";
import type { CloseEvent } from "./ballast-timeline";
import { deskOf, type HistoryDesk, type Renewal } from "./desk";
import { series, type SeriesName } from "./files";

/** The scenario's book along what happened: an episode in the box, or files that never leave the page. */
export class BallastHistory extends LitElement {
  static override properties = { shown: { attribute: false }, round: { attribute: false }, at: { state: true }, hovering: { state: true } };
  declare shown: Shown | undefined;
  declare at: number | undefined;
  declare hovering: boolean;
  #desk: HistoryDesk | undefined;
  readonly #heard = () => {
    this.at = undefined;
    this.requestUpdate();
  };

  static override styles = [
    controls,
    sections,
    staleness,
    css`
      h2 { border-top: 0; padding-top: 0; }
      h3 { margin: var(--space-4) 0 var(--space-1); font-size: var(--type-figure); }
      .choice { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: end; margin-bottom: var(--space-3); }
      .choice label { display: grid; gap: var(--space-0); font-size: var(--type-small); color: var(--ink-soft); min-width: 0; }
      .choice select, .choice input { color: var(--ink); font-size: var(--type-body); max-width: 100%; }
      .choice input[type="date"] { padding: var(--space-0) var(--space-2); min-height: 30px; border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); }
      .zone { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); padding: var(--space-3); border: 2px dashed var(--line-strong);
              border-radius: var(--radius-large); font-size: var(--type-small); color: var(--ink-soft); }
      .zone.over { border-color: var(--accent); background: var(--accent-soft); }
      ul { list-style: none; margin: var(--space-2) 0 0; padding: 0; display: grid; gap: var(--space-1); }
      li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; overflow-wrap: anywhere; }
      #missing li { flex-wrap: nowrap; }
      .notes { list-style: disc; padding-left: 1.2em; font-size: var(--type-small); color: var(--ink-soft); max-width: 82ch; display: block; }
      .notes li { display: list-item; }
      .summary { font-size: var(--type-heading); line-height: 1.4; max-width: 70ch; margin: var(--space-3) 0; text-wrap: pretty; }
      ballast-timeline, ballast-replay-table { margin: var(--space-3) 0; }
    `,
  ];

  constructor() {
    super();
    this.hovering = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#attach();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#desk?.removeEventListener("change", this.#heard);
    this.#desk?.unwatch();
    this.#desk = undefined;
  }

  override willUpdate() {
    this.#attach();
  }

  #attach() {
    if (!this.shown || !this.isConnected || this.#desk) return;
    const { workbench, shelf, asking } = this.shown;
    this.#desk = deskOf(workbench, shelf);
    this.#desk.addEventListener("change", this.#heard);
    this.#desk.watch();
    asking.add(this.#desk);
  }

  override render() {
    const desk = this.#desk;
    if (!desk || !this.shown) return nothing;
    const { report } = desk.replay;
    const { answered } = this.shown.workbench;
    const stale = desk.problems.length > 0 || this.shown.workbench.stale;
    return html`<h2>What happened, walked by this book</h2>
      <p class="lead">The history takes the place of the scenario's spike: the pool and every layer go through it day by day, with their rolls, gates and costs. Files stay on this machine.</p>
      ${this.renderChoice(desk)} ${this.renderZone(desk)} ${this.renderProblems(desk)}
      ${report === undefined
        ? nothing
        : html`<div class=${stale ? "stale" : ""}>
            <p class="summary">${localised(report.summary)}</p>
            <ballast-replay-vix .report=${report} .episodes=${desk.episodes} .at=${this.at}></ballast-replay-vix>
            <ballast-timeline .report=${report} .at=${this.at} @close-at=${(event: CloseEvent) => (this.at = event.detail)}></ballast-timeline>
            <ballast-replay-by-day .report=${report} .at=${this.at}></ballast-replay-by-day>
            <ballast-replay-table .report=${report}></ballast-replay-table>
            ${answered ? html`<ballast-behind what="the worst day and the deepest fall" .derive=${() => ofReplay(report, answered)}></ballast-behind>` : nothing}
            <h3>Before you trust it</h3>
            <ul class="notes">
              ${report.history.about ? html`<li>${localised(report.history.about)}.${report.history.source ? ` Source: ${report.history.source.text}.` : ""}</li>` : nothing}
              ${report.notes.map((note) => html`<li>${localised(note)}</li>`)}
            </ul>
            ${report.files.length > 0 ? html`<h3>The files</h3><ballast-distrusted .report=${report}></ballast-distrusted>` : nothing}
          </div>`}`;
  }

  private renderChoice(desk: HistoryDesk) {
    const value = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<div class="choice">
      <label>History
        <select data-choice="episode" @change=${(event: Event) => desk.choose(value(event))}>
          ${desk.episodes.map(({ id, name }) => html`<option value=${id} ?selected=${id === desk.chosen}>${name}</option>`)}
          ${desk.given.length > 0 || desk.chosen === "" ? html`<option value="" ?selected=${desk.chosen === ""}>Your files</option>` : nothing}
        </select>
      </label>
      <label>Enter anew
        <select data-choice="renewal" @change=${(event: Event) => desk.renew(value(event) as Renewal)}>
          ${[...new Set<Renewal>(["", "30", "91", "365", desk.renewal])].map(
            (days) => html`<option value=${days} ?selected=${days === desk.renewal}>${days === "" ? "never" : `every ${days} days`}</option>`,
          )}
        </select>
      </label>
      ${desk.chosen === ""
        ? html`<label>From <input type="date" .value=${desk.from} @change=${(event: Event) => desk.span(value(event), desk.to)} /></label>
            <label>To <input type="date" .value=${desk.to} @change=${(event: Event) => desk.span(desk.from, value(event))} /></label>`
        : nothing}
    </div>`;
  }

  private renderZone(desk: HistoryDesk) {
    return html`<div class="zone ${this.hovering ? "over" : ""}" @dragenter=${this.over} @dragover=${this.over} @dragleave=${this.out} @drop=${this.dropped}>
        <button type="button" class="quiet" @click=${() => this.renderRoot.querySelector<HTMLInputElement>("#files")!.click()}>Choose files</button>
        <input id="files" type="file" multiple accept=".csv,.txt,.gz" hidden @change=${this.picked} />
        <span>or drop them here: daily closes of VIX as CSV (Cboe's history files as they are, packed with gzip or not); SPX, VVIX, VIX futures or the token's prices beside it.</span>
      </div>
      ${desk.missing.length === 0 ? nothing : this.renderMissing(desk)}
      ${desk.given.length === 0
        ? nothing
        : html`<ul aria-label="Files given">
            ${desk.given.map(
              ({ series: name, file }) => html`<li>
                <select aria-label="What ${file.name} holds" @change=${(event: Event) => desk.assign(name, (event.target as HTMLSelectElement).value as SeriesName)}>
                  ${Object.entries(series).map(([each, title]) => html`<option value=${each} ?selected=${each === name}>${title}</option>`)}
                </select>
                <span>${file.name}</span>
                <button type="button" class="icon" aria-label="Remove ${file.name}" @click=${() => desk.remove(name)}>×</button>
              </li>`,
            )}
          </ul>`}`;
  }

  /** Files are not in an address, nor do they outlast a visit. */
  private renderMissing({ missing }: HistoryDesk) {
    return html`<ul id="missing" aria-label="Files missing">
      ${missing.map(
        ({ series: name, name: file }) => html`<li class="problem">
          <span>Missing: ${file} (${series[name]}). Files stay on the machine on which they were given; choose it or drop it here.</span>
          <button type="button" class="icon" aria-label="Go without ${file}" @click=${() => this.#desk?.remove(name)}>×</button>
        </li>`,
      )}
    </ul>`;
  }

  private renderProblems(desk: HistoryDesk) {
    const problems = [
      ...desk.refusals,
      ...desk.problems.map(({ pointer, message, value }) => {
        const name = /^\/history\/files\/(\w+)$/.exec(pointer)?.[1];
        const file = desk.given.find(({ series }) => series === name)?.file.name;
        return `${file ?? pointer}: ${withNumbers(message)}${typeof value === "string" && value ? ` (${value})` : ""}`;
      }),
    ];
    return html`<div role="status">${problems.map((problem) => html`<p class="problem">${problem}</p>`)}</div>`;
  }

  private over(event: DragEvent) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Elsewhere on the page a file is a scenario.
    event.preventDefault();
    event.stopPropagation();
    this.hovering = true;
  }

  private out(event: DragEvent) {
    event.stopPropagation();
    this.hovering = false;
  }

  private dropped(event: DragEvent) {
    event.preventDefault();
    event.stopPropagation();
    this.hovering = false;
    void this.#desk?.take([...(event.dataTransfer?.files ?? [])]);
  }

  private picked(event: Event) {
    const input = event.target as HTMLInputElement;
    void this.#desk?.take([...(input.files ?? [])]);
    input.value = "";
  }
}

customElements.define("ballast-history", BallastHistory);
