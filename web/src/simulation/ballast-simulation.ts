import { css, html, LitElement, nothing } from "lit";

import { change, usd } from "../answer/amounts";
import { localised } from "../answer/locale";
import "../behind/ballast-behind";
import { ofSimulation } from "../behind/of-simulation";
import type { Problem, Schema, Simulation } from "../border";
import { withNumbers, type EditEvent } from "../form/field";
import "../form/ballast-fields";
import { members } from "../form/schema";
import type { JsonObject } from "../json/pointer";
import type { Shown } from "../page/shown";
import { editAsked } from "../state/edit-asked";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import "./ballast-one-path";
import type { PathAsked } from "./ballast-one-path";
import "./ballast-profit-bands";
import "./ballast-profit-histogram";
import "./ballast-simulation-table";
import { hedged, ofWorst } from "./findings";
import { Simulating } from "./simulating";

/** Fields that are set elsewhere, or by the page itself. */
const unasked = ["days", "shard", "horizon_days"];

/** Pool and hedge on many random paths, by all cores, refined while it is looked at. It follows the scenario. */
export class BallastSimulation extends LitElement {
  static override properties = { shown: { attribute: false }, scenario: { attribute: false }, opened: { state: true } };
  declare shown: Shown | undefined;
  declare scenario: unknown;
  /** The path that is looked at. */
  declare opened: PathAsked | undefined;
  #simulating: Simulating | undefined;
  #end: AbortController | undefined;

  static override styles = [
    controls,
    sections,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); }
      h2 { border-top: 0; padding-top: 0; }
      .lead { margin-bottom: 0; min-height: 4.4em; }
      .settings { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); border: 1px solid var(--line); border-radius: var(--radius-large); padding: var(--space-3); background: var(--surface); }
      .settings ballast-fields { grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); column-gap: var(--space-4); align-items: start; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); min-height: 32px; }
      progress { flex: 1 1 12em; height: 10px; accent-color: var(--accent); }
      .state { font-size: var(--type-small); color: var(--ink-soft); font-variant-numeric: tabular-nums; flex: 1 1 18em; }
      ol { margin: var(--space-1) 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: var(--space-2); font-variant-numeric: tabular-nums; }
      h3 { margin: 0; font-size: var(--type-figure); font-weight: 650; }
      .what { margin: var(--space-0) 0 0; color: var(--ink-soft); font-size: var(--type-small); }
      ol button small { color: var(--ink-soft); }
      ol button[aria-pressed="true"] { border-color: var(--accent); background: var(--accent-soft); }
      p.problem { margin: 0; }
    `,
  ];

  /** As the core wrote the answer that is shown, for whoever wants to compare it. */
  get text() {
    return this.#simulating?.text ?? "";
  }

  override willUpdate() {
    if (this.isConnected && this.shown && !this.#simulating) this.#begin(this.shown);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#end?.abort();
    if (this.#simulating) this.shown?.asking.delete(this.#simulating);
    this.#simulating?.end();
    this.#simulating = undefined;
  }

  #begin({ workbench, asking }: Shown) {
    const simulating = new Simulating();
    this.#simulating = simulating;
    this.#end = new AbortController();
    const { signal } = this.#end;
    simulating.addEventListener("change", () => this.requestUpdate());
    workbench.addEventListener("change", (event) => (event as CustomEvent<string>).detail === "answer" && workbench.problems.length === 0 && this.start(), { signal });
    let asked = this.settings;
    const set = () => {
      if (JSON.stringify(asked) !== JSON.stringify((asked = this.settings))) this.start();
    };
    workbench.asked.addEventListener("change", set, { signal });
    asking.add(simulating);
    if (workbench.answered && workbench.problems.length === 0) this.start();
  }

  private get schema(): Schema {
    const { properties = {}, ...schema } = this.shown?.workbench.requestSchema?.properties?.simulation ?? {};
    return { ...schema, properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !unasked.includes(name))) };
  }

  private get settings(): JsonObject {
    return this.shown ? members(this.shown.workbench.asked.values.simulation) : {};
  }

  private get paths() {
    return this.settings.paths ?? this.schema.properties?.paths?.default ?? 0;
  }

  private start() {
    if (!this.shown) return;
    const { scenario } = this.shown.workbench;
    this.#simulating?.start({ scenario, simulation: { ...this.settings }, paths: this.sound(this.paths) ? this.paths : "" });
    this.requestUpdate();
  }

  /** Whether the core would take so many: else it is to say itself what is wrong. */
  private sound(paths: unknown): boolean {
    const { minimum = 0, maximum = Infinity } = this.schema.properties?.paths ?? {};
    return Number.isInteger(paths) && (paths as number) >= minimum && (paths as number) <= maximum;
  }

  override render() {
    const { shown } = this;
    const simulating = this.#simulating;
    if (!shown) return nothing;
    const { report, problems = [] } = simulating ?? {};
    return html`<section>
        <h2>Many paths</h2>
        <p class="lead">${report ? localised(report.summary) : "\u00a0"}</p>
      </section>
      ${this.renderSettings(problems)}
      ${report ? this.renderReport(report) : nothing}`;
  }

  private renderSettings(problems: readonly Problem[]) {
    const simulating = this.#simulating;
    const other = problems.filter(({ pointer }) => !pointer.startsWith("/simulation") && !pointer.startsWith("/scenario"));
    return html`<section class="settings" aria-label="How it is simulated" @edit=${this.edited}>
      <ballast-fields .schema=${this.schema} .value=${this.settings} .pointer=${"/simulation"} .problems=${problems}></ballast-fields>
      <div class="bar">
        ${simulating?.running
          ? html`<button type="button" class="quiet" id="stop" @click=${() => simulating.stop()}>Stop</button>`
          : html`<button type="button" class="quiet" id="run" @click=${() => this.start()}>Run again</button>`}
        ${simulating?.running ? html`<progress max="1" .value=${simulating.progress} aria-label="Simulated"></progress>` : nothing}
        <span class="state" role="status">${this.state()}</span>
      </div>
      ${other.map(({ pointer, message }) => html`<p class="problem" role="alert">${pointer} ${withNumbers(message)}.</p>`)}
    </section>`;
  }

  private state(): string {
    const { report, running, stopped, progress } = this.#simulating ?? {};
    if (!report) return running ? "Begins…" : "";
    const shown = `${usd(report.paths)} of ${typeof this.paths === "number" ? usd(this.paths) : "?"} paths`;
    if (running) return `Shows ${shown}; ${Math.floor(100 * (progress ?? 0))} % done`;
    return stopped ? `Stopped: shows ${shown}` : `All ${usd(report.paths)} paths`;
  }

  private renderReport(report: Simulation) {
    return html`<ballast-profit-histogram .report=${report}></ballast-profit-histogram>
      <div class="pair">
        <ballast-profit-bands of="pool" .report=${report}></ballast-profit-bands>
        ${hedged(report) ? html`<ballast-profit-bands of="total" .report=${report}></ballast-profit-bands>` : nothing}
      </div>
      <div>
        <ballast-simulation-table .report=${report}></ballast-simulation-table>
        <ballast-behind what="the simulation" .derive=${() => ofSimulation(report)}></ballast-behind>
      </div>
      ${this.renderWorst(report)}`;
  }

  private renderWorst(report: Simulation) {
    if (report.worst.length === 0) return nothing;
    return html`<section aria-label="The worst paths" @close-path=${this.closed}>
      <h3>${ofWorst(report)}</h3>
      <p class="what">The ten worst by what pool and hedge come to. Each can be opened: it is the same path again.</p>
      <ol>
        ${report.worst.map(
          ({ path, total }) => html`<li><button type="button" class="quiet" data-path=${path} aria-pressed=${this.opened?.path === path} @click=${() => this.open(path)}>${change(total)} <small>path ${path}</small></button></li>`,
        )}
      </ol>
      ${this.opened ? html`<ballast-one-path .shown=${this.shown} .asked=${this.opened}></ballast-one-path>` : nothing}
    </section>`;
  }

  private open(path: number) {
    const { of } = this.#simulating ?? {};
    if (of) this.opened = { scenario: of.scenario, simulation: of.simulation, path };
  }

  private closed() {
    const was = this.opened?.path;
    this.opened = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`button[data-path="${was}"]`)?.focus());
  }

  private edited(event: EditEvent) {
    event.stopPropagation();
    if (this.shown) editAsked(this.shown.workbench, event.detail.pointer, event.detail.value);
  }
}

customElements.define("ballast-simulation", BallastSimulation);
