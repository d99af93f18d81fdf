import { css, html, LitElement, nothing } from "lit";

import { change, fixed, usd } from "../answer/amounts";
import { localised } from "../answer/locale";
import "../behind/ballast-behind";
import { ofClaims } from "../behind/of-claims";
import type { Claim, Claims, Verdict } from "../border";
import { withNumbers } from "../form/field";
import { members } from "../form/schema";
import type { Shown } from "../page/shown";
import type { PathAsked } from "../simulation/ballast-one-path";
import "../simulation/ballast-one-path";
import { WhileShown } from "../state/while-shown";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import { staleness } from "../style/stale";

/** A verdict is a word and a shape, not a colour alone: a tick, half a disc, a cross, a bar, in a box of 16 by 16. */
const shapes: Record<Verdict, string> = {
  holds: "M3 8.5 6.5 12 13 4.5",
  "holds in part": "M8 2A6 6 0 0 0 8 14ZM8 2A6 6 0 0 1 8 14",
  fails: "M4 4 12 12M12 4 4 12",
  "does not apply": "M4 8H12",
};

/** What is said about such hedges, each statement judged for the scenario. It is asked while it is looked at. */
export class BallastClaims extends LitElement {
  static override properties = { shown: { attribute: false }, scenario: { attribute: false }, opened: { state: true } };
  declare shown: Shown | undefined;
  declare scenario: unknown;
  /** The path that is looked at, under the claim it decided. */
  declare opened: { claim: string; path: PathAsked } | undefined;
  readonly #asked = new WhileShown<Claims>(this, (shown) => this.#request(shown), ({ workbench }) => workbench.asked);
  #judged: Claims | undefined;

  static override styles = [
    controls,
    sections,
    staleness,
    css`
      h2 { border-top: 0; padding-top: 0; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; font-weight: 400; padding: var(--space-3) var(--space-3) var(--space-3) 0; border-bottom: 1px solid var(--line); }
      thead th { color: var(--ink-soft); font-size: var(--type-small); padding-block: var(--space-1); border-bottom-color: var(--line-strong); }
      th[scope="row"] { width: 31%; }
      .figures { width: 31%; }
      .statement { font-weight: 650; text-wrap: pretty; }
      small, .figures, .paths { font-size: var(--type-small); }
      small { display: block; color: var(--ink-soft); margin-top: var(--space-1); text-wrap: pretty; }
      .verdict { white-space: nowrap; font-weight: 650; display: flex; gap: var(--space-2); align-items: baseline; min-width: 8.5em; }
      .verdict svg { flex: none; align-self: center; }
      .verdict path { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
      .verdict.holds-in-part path { fill: color-mix(in srgb, currentColor 45%, transparent); stroke-width: 1.5; }
      .verdict.holds { color: var(--series-1); }
      .verdict.fails { color: var(--series-pool); }
      ul { margin: 0; padding: 0; list-style: none; display: grid; gap: var(--space-0); font-variant-numeric: tabular-nums; }
      .figures li:first-child { font-size: var(--type-body); }
      .figures b { font-weight: 650; white-space: nowrap; }
      .paths ul { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); }
      p.problem { margin: 0 0 var(--space-2); }
      @media (max-width: 899px) {
        table, tbody, tr, th, td { display: block; width: auto; }
        thead { display: none; }
        th, td { border-bottom: 0; padding: var(--space-1) 0; }
        th[scope="row"], .figures { width: auto; }
        th[scope="row"] { padding-top: var(--space-3); border-top: 1px solid var(--line); }
      }
    `,
  ];

  /** The paths that decided are those of the report. */
  override willUpdate() {
    if (this.#judged !== this.#asked.report) this.opened = undefined;
    this.#judged = this.#asked.report;
  }

  /** On as many paths as the core thinks enough, drawn as the simulation draws them. */
  #request(shown: Shown): object {
    const { paths: _, ...simulation } = members(shown.workbench.asked.values.simulation);
    return { task: "claims", scenario: shown.workbench.scenario, simulation };
  }

  override render() {
    const { report, problems, waits } = this.#asked;
    const { answered } = this.shown?.workbench ?? {};
    return html`<h2>What is said about such hedges</h2>
      <p class="lead" role="status">${report ? localised(report.summary) : (waits ? "The statements are being tested on many random paths…" : "\u00a0")}</p>
      ${problems.length > 0 ? html`<p class="problem" role="alert">${problems.map(({ pointer, message }) => `${pointer} ${withNumbers(message)}`).join("; ")}.</p>` : nothing}
      ${report
        ? html`<table class=${waits || problems.length > 0 ? "stale" : ""}>
            <thead><tr><th scope="col">Statement</th><th scope="col">Verdict here</th><th scope="col">Figures</th><th scope="col">Paths that decided it</th></tr></thead>
            <tbody @close-path=${this.closed}>${report.claims.map((claim) => this.renderClaim(claim))}</tbody>
          </table>
          ${answered ? html`<ballast-behind what="the verdicts" .derive=${() => ofClaims(report, answered)}></ballast-behind>` : nothing}`
        : nothing}`;
  }

  private renderClaim(claim: Claim) {
    const { id, statement, verdict, reason, threshold, figures, source } = claim;
    return html`<tr data-claim=${id}>
        <th scope="row">
          <div class="statement">${statement}</div>
          <small>${threshold}.</small>
          <small><span class="chip ${source.label}">${source.label}</span> ${source.text}</small>
        </th>
        <td><div class="verdict ${verdict.replaceAll(" ", "-")}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${shapes[verdict]} /></svg><span>${verdict}</span></div>${reason ? html`<small>${reason}.</small>` : nothing}</td>
        <td class="figures"><ul>${figures.map((figure) => html`<li>${figure.name} <b>${written(figure)}</b></li>`)}</ul></td>
        <td class="paths">${this.renderPaths(claim)}</td>
      </tr>
      ${this.opened?.claim === id ? html`<tr><td colspan="4"><ballast-one-path .shown=${this.shown} .asked=${this.opened.path}></ballast-one-path></td></tr>` : nothing}`;
  }

  private renderPaths({ id, measure, paths }: Claim) {
    if (!measure || paths.length === 0) return html`<small>none</small>`;
    const write = (value: number | undefined) => (value === undefined ? "beyond any" : measure.unit === "USD" ? change(value) : fixed(value, 2));
    return html`<ul>
        ${paths.map(({ path, value }) => html`<li><button type="button" class="plain" data-path=${path} aria-expanded=${this.opened?.claim === id && this.opened.path.path === path}
          aria-label="Path ${path}, ${write(value)}" @click=${() => this.open(id, path)}>${write(value)}</button></li>`)}
      </ul>
      <small>${measure.name}${measure.unit === "USD" ? ", USD" : ""}: lowest and highest</small>`;
  }

  private open(claim: string, path: number) {
    const same = this.opened?.claim === claim && this.opened.path.path === path;
    const { scenario, simulation } = this.#asked.of as Omit<PathAsked, "path">;
    this.opened = same ? undefined : { claim, path: { scenario, simulation, path } };
  }

  private closed() {
    const was = this.opened;
    this.opened = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-claim="${was?.claim}"] [data-path="${was?.path.path}"]`)?.focus());
  }
}

/** "63.1 ± 0.5 %", "−1,196 ± 56 USD" */
function written({ value, unit, standard_error: error }: Claim["figures"][number]): string {
  if (value === undefined) return "beyond any number";
  const [write, suffix] = unit === "share" ? [(each: number) => fixed(100 * each, 1), "\u00a0%"] : unit === "USD" ? [usd, "\u00a0USD"] : [(each: number) => fixed(each, 2), " a year"];
  return `${write(value)}${error === undefined ? "" : ` ± ${write(error)}`}${suffix}`;
}

customElements.define("ballast-claims", BallastClaims);
