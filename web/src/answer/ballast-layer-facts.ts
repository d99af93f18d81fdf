import { css, html, LitElement, nothing } from "lit";

import "../behind/ballast-behind";
import { ofLayers } from "../behind/of-hedge";
import type { Evaluation, LayerReport } from "../border";
import "../glossary/ballast-term";
import type { JsonObject } from "../json/pointer";
import { sections } from "../style/sections";
import { tables } from "../style/tables";
import { fixed, usd } from "./amounts";
import { layerTitle } from "./layer-title";

/** What every layer cost, ties up and has left, and what should be known about it. */
export class BallastLayerFacts extends LitElement {
  static override properties = { report: { attribute: false }, scenario: { attribute: false } };
  declare report: Evaluation | undefined;
  /** The scenario that the report answers. */
  declare scenario: JsonObject | undefined;

  static override styles = [
    ...tables,
    sections,
    css`
      .what { margin: var(--space-1) 0 var(--space-2); max-width: 90ch; color: var(--ink-soft); font-size: var(--type-small); }
      .group th { color: var(--ink-soft); border-bottom: 0; text-align: center; }
      .group th[colspan] { border-bottom: 1px solid var(--line-strong); }
      .start { border-left: 1px solid var(--line); }
      td.levels { white-space: normal; min-width: 9em; }
      .notes { margin: var(--space-3) 0 0; display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: var(--space-1) var(--space-3); font-size: var(--type-small); }
      .notes dt { font-weight: 600; grid-column: 1; max-width: 15em; }
      .notes dd { margin: 0; grid-column: 2; max-width: 82ch; text-wrap: pretty; }
      .notes small { color: var(--ink-soft); font-size: inherit; }
      @media (max-width: 899px) {
        .notes { grid-template-columns: minmax(0, 1fr); }
        .notes dd { grid-column: 1; }
      }
    `,
  ];

  override render() {
    const { report } = this;
    const layers = report?.layers.filter(({ on, turnover }) => on && turnover !== undefined) ?? [];
    if (!report || layers.length === 0) return nothing;
    const spike = report.spike?.to_day;
    return html`<h2 id="layers">The layers</h2>
      <p class="what">
        USD. Time value is what options would lose if nothing moved until they end. A layer's break-even is where its first position comes out even at expiry.${breakEvens(report)}
      </p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="layers">
        <table>
          <thead>
            <tr class="group"><td></td><th colspan="3">Over all days</th><th colspan=${spike === undefined ? 2 : 3} class="start"><ballast-term of="time-value">Time value</ballast-term></th><td class="start"></td><td class="start"></td></tr>
            <tr>
              <th scope="col"><ballast-term of="layer">Layer</ballast-term></th><th scope="col"><ballast-term of="premium">Premium</ballast-term> paid</th><th scope="col">Traded</th><th scope="col"><ballast-term of="bid-ask-spread">Costs</ballast-term></th>
              <th scope="col" class="start">Day 0</th>${spike === undefined ? nothing : html`<th scope="col">At the spike</th>`}<th scope="col">Day ${report.path.day.length - 1}</th>
              <th scope="col" class="start">Most <ballast-term of="margin">margin</ballast-term></th><th scope="col" class="start"><ballast-term of="break-even">Breaks even</ballast-term> at</th>
            </tr>
          </thead>
          <tbody>${layers.map((layer) => renderLayer(layer, spike))}</tbody>
        </table>
      </div>
      <ballast-behind what="the layers" .derive=${() => (this.scenario ? ofLayers({ report, scenario: this.scenario }) : [])}></ballast-behind>
      ${renderNotes(layers)}`;
  }
}

function renderLayer(layer: LayerReport, spike: number | undefined) {
  const { time_value = [], margin = [], break_even = [] } = layer;
  return html`<tr>
    <th scope="row">${layerTitle(layer)}</th>
    <td>${usd(layer.premium ?? 0)}</td><td>${usd(layer.turnover ?? 0)}</td><td>${usd(layer.costs)}</td>
    <td class="start">${usd(time_value[0] ?? 0)}</td>
    ${spike === undefined ? nothing : html`<td>${usd(time_value[spike] ?? 0)}</td>`}
    <td>${usd(time_value[time_value.length - 1] ?? 0)}</td>
    <td class="start">${usd(Math.max(0, ...margin))}</td>
    <td class="start levels">${break_even.length === 0 ? "–" : break_even.map(({ underlying, level }) => `${underlying} ${fixed(level, underlying === "VIX" ? 1 : 0)}`).join(", ")}</td>
  </tr>`;
}

function breakEvens({ break_even }: Evaluation): string {
  if (!break_even) return "";
  const { day, hedge, total } = break_even;
  const at = (name: string, levels: readonly number[]) => (levels.length === 0 ? `${name} at no level of VIX` : `${name} at VIX ${levels.map((level) => fixed(level, 1)).join(" and ")}`);
  return ` At the close of day ${day} ${at("the hedge breaks even", hedge)}, ${at("pool and hedge together", total)}.`;
}

function renderNotes(layers: readonly LayerReport[]) {
  if (layers.every(({ notes = [] }) => notes.length === 0)) return nothing;
  return html`<dl class="notes">
    ${layers.map((layer) =>
      (layer.notes ?? []).map(
        ({ text, label, source }, index) => html`${index === 0 ? html`<dt>${layerTitle(layer)}</dt>` : nothing}
          <dd>${text} <span class="chip ${label}">${label}</span>${source ? html` <small>${source}</small>` : nothing}</dd>`,
      ),
    )}
  </dl>`;
}

customElements.define("ballast-layer-facts", BallastLayerFacts);
