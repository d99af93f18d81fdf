import { css, html, LitElement, nothing } from "lit";

import type { Evaluation, Profit } from "../border";
import { change } from "./amounts";
import { within } from "../glossary/within";
import { controls } from "../style/controls";
import { layerTitle } from "./layer-title";
import { layerLook, poolLook, totalLook, type Look } from "./looks";
import { columnsOf } from "./profit-columns";

/** The handful of amounts that matter: pool, hedge and both together, on the spike, in calm, and in the end. */
export class BallastAmounts extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: Evaluation | undefined;

  static override styles = [
    controls,
    css`
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      caption { text-align: right; color: var(--ink-soft); font-size: var(--type-small); padding-bottom: var(--space-0); }
      th, td { padding: var(--space-0) 0 var(--space-0) var(--space-3); text-align: right; font-weight: 400; white-space: nowrap; }
      th[scope="row"] { text-align: left; padding-left: 0; overflow: hidden; text-overflow: ellipsis; max-width: 11em; }
      thead th { color: var(--ink-soft); font-size: var(--type-small); vertical-align: bottom; line-height: 1.2; border-bottom: 1px solid var(--line-strong); }
      .layer th, .layer td { color: var(--ink-soft); font-size: var(--type-small); padding-block: 1px; }
      .layer th[scope="row"] { padding-left: var(--space-3); }
      .total th, .total td { font-weight: 650; border-top: 1px solid var(--line-strong); }
      svg { margin-right: var(--space-1); vertical-align: middle; }
      @media (max-width: 899px) {
        .layer, caption { display: none; }
        th, td { padding-block: 1px; }
      }
    `,
  ];

  override render() {
    const { report } = this;
    const columns = report ? columnsOf(report) : [];
    const row = (name: string, amount: (profit: Profit) => number, look?: Look, kind = "") =>
      html`<tr class=${kind}>
        <th scope="row" title=${name}>${swatch(look ?? { colour: "none", width: 0 })}${name}</th>
        ${columns.map(({ profit }) => html`<td>${change(amount(profit))}</td>`)}
      </tr>`;
    return html`<table>
      <caption>Profit and loss, USD</caption>
      <thead>
        <tr><td></td>${columns.map(({ name }) => html`<th scope="col">${within(name, ["spike", "calm"])}</th>`)}</tr>
      </thead>
      <tbody>
        ${row("Pool", ({ pool }) => pool, poolLook)}
        ${row("Hedge", ({ hedge }) => hedge)}
        ${report?.layers.map((layer, index) => (layer.on ? row(layerTitle(layer), ({ layers }) => layers[index] ?? 0, layerLook(index), "layer") : nothing))}
        ${row("Together", ({ total }) => total, totalLook, "total")}
      </tbody>
    </table>`;
  }
}

const swatch = ({ colour, dash, width }: Look) => html`<svg width="18" height="8" aria-hidden="true">
  <line x1="0" x2="18" y1="4" y2="4" stroke=${colour} stroke-width=${width} stroke-dasharray=${dash ?? nothing} />
</svg>`;

customElements.define("ballast-amounts", BallastAmounts);
