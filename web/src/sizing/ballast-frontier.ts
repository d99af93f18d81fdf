import * as Plot from "@observablehq/plot";
import { css, type PropertyValues } from "lit";

import { change, fixed, short, usd } from "../answer/amounts";
import { dragAcross } from "../answer/drag-across";
import { Figure } from "../answer/figure";
import { lineChart, type Drawn } from "../answer/line-chart";
import type { Sizing } from "../border";
import { inWords, nameOfLayer, ofFrontier, pointOf } from "./findings";

/** A point of the frontier was chosen. */
export class PointChosenEvent extends CustomEvent<number> {
  constructor(point: number) {
    super("point-chosen", { detail: point, bubbles: true });
  }
}

/** The least tail loss by what the hedge may cost a year, with a point on it that is dragged, or moved by keys, to set the book. */
export class BallastFrontier extends Figure<Sizing> {
  static override properties = { ...Figure.properties, chosen: { attribute: false } };
  /** Which point the book was set to, if to any. */
  declare chosen: number | undefined;
  protected override readonly height = 320;
  #chart: Drawn | undefined;
  #handle: HTMLElement | undefined;

  static override styles = [
    ...Figure.styles,
    css`
      .canvas { cursor: ew-resize; }
      .handle { position: absolute; width: 28px; height: 28px; margin: -14px 0 0 -14px; border-radius: 50%; cursor: grab; touch-action: none; z-index: 1; }
      .handle::after { content: ""; position: absolute; inset: 5px; border-radius: 50%; background: var(--surface); border: 3px solid var(--accent); }
      .handle.set::after { background: var(--accent); box-shadow: 0 0 0 2px var(--paper); }
    `,
  ];

  protected heading = ofFrontier;

  protected caption(report: Sizing) {
    return `Mean of the worst losses (CVaR) on day ${report.horizon_days} by what the hedge costs a year, USD; left of zero it earns. Drag the point, or use the arrow keys on it, to set the sizes of the book.`;
  }

  protected alternative(report: Sizing) {
    const { yearly_cost, conditional_value_at_risk: cvar } = report.frontier;
    const points = yearly_cost.map((cost, index) => `${usd(cost)} a year: ${usd(cvar[index] ?? 0)}, with ${inWords(report, pointOf(report, index))}`);
    return `${ofFrontier(report)}. Tail loss by yearly cost, USD. ${points.join("; ")}. The book as it stands: ${usd(report.book.yearly_cost)} a year, ${usd(report.book.found.conditional_value_at_risk)}.`;
  }

  protected xs(report: Sizing) {
    return report.frontier.yearly_cost;
  }

  protected draw(report: Sizing, width: number) {
    const { yearly_cost: x, conditional_value_at_risk: values } = report.frontier;
    const marks = [
      { name: "unhedged", x: 0, y: report.unhedged.found.conditional_value_at_risk },
      { name: "book", x: report.book.yearly_cost, y: report.book.found.conditional_value_at_risk },
    ];
    const every = [...values, ...marks.map(({ y }) => y)];
    const costs = [...x, ...marks.map((mark) => mark.x)];
    const span: [number, number] = [Math.min(...costs), Math.max(...costs)];
    const room = (span[1] - span[0] || 1) * 0.06;
    this.#chart = lineChart({
      width, height: this.height, x, span: [span[0] - room, span[1] + room],
      lines: [{ name: "CVaR", values, look: { colour: "var(--accent)", width: 3 } }],
      ySpan: [Math.min(0, ...every), Math.max(...every) * 1.08],
      xLabel: "costs a year, USD", yLabel: "tail loss (CVaR), USD", yFormat: short, xFormat: short, labelWidth: 20, zero: true,
      below: [Plot.ruleX([0], { stroke: "var(--line-strong)", strokeDasharray: "2 3" })],
      above: [
        Plot.dot(x.map((cost, index) => ({ cost, value: values[index] })), { x: "cost", y: "value", r: 3, fill: "var(--accent)" }),
        Plot.dot(marks, { x: "x", y: "y", r: 5, symbol: "square", fill: "var(--ink)", stroke: "var(--paper)" }),
        Plot.text(marks, { x: "x", y: "y", text: "name", dy: -12, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 }),
      ],
      describe: this.alternative(report),
    });
    queueMicrotask(() => this.place());
    return this.#chart;
  }

  protected numbers(report: Sizing) {
    const { yearly_cost, conditional_value_at_risk: cvar, multiplier } = report.frontier;
    return {
      columns: ["Cost a year", "CVaR", "CVaR less per USD a year more", ...report.layers.map((layer) => `× ${nameOfLayer(layer)}`)],
      rows: yearly_cost.map((cost, index) => [change(cost), usd(cvar[index] ?? 0), fixed(multiplier[index] ?? 0, 2), ...pointOf(report, index).map((quantity) => fixed(quantity, 2))]),
    };
  }

  protected override firstUpdated() {
    super.firstUpdated();
    const canvas = this.renderRoot.querySelector<HTMLElement>(".canvas")!;
    const handle = document.createElement("div");
    handle.className = "handle";
    handle.id = "handle";
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", "Point of the frontier that the book is set to");
    handle.addEventListener("keydown", (event) => this.pressed(event));
    canvas.append(handle);
    this.#handle = handle;
    canvas.addEventListener("pointerdown", () => handle.focus({ preventScroll: true }));
    dragAcross(canvas, (event) => this.drag(event));
  }

  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    this.place();
  }

  /** Where the point stands: that which was chosen, else the nearest to the book. */
  private get point(): number {
    const costs = this.report?.frontier.yearly_cost ?? [];
    const own = this.report?.book.yearly_cost ?? 0;
    return Math.min(this.chosen ?? this.nearest(own), costs.length - 1);
  }

  private nearest(cost: number) {
    const costs = this.report?.frontier.yearly_cost ?? [];
    return costs.reduce((best, each, index) => (Math.abs(each - cost) < Math.abs((costs[best] ?? 0) - cost) ? index : best), 0);
  }

  private place() {
    const { report } = this;
    const handle = this.#handle;
    if (!handle) return;
    const { yearly_cost = [], conditional_value_at_risk: cvar = [] } = report?.frontier ?? {};
    handle.hidden = !report || !this.#chart || yearly_cost.length === 0;
    if (!report || !this.#chart || handle.hidden) return;
    const { point } = this;
    handle.style.left = `${this.#chart.xAt(yearly_cost[point] ?? 0)}px`;
    handle.style.top = `${this.#chart.yAt?.(cvar[point] ?? 0) ?? 0}px`;
    handle.classList.toggle("set", this.chosen !== undefined);
    const said = `${change(yearly_cost[point] ?? 0)} USD a year, tail loss ${usd(cvar[point] ?? 0)} USD: ${inWords(report, pointOf(report, point))}`;
    for (const [name, value] of Object.entries({ valuemin: 0, valuemax: yearly_cost.length - 1, valuenow: point, valuetext: said })) handle.setAttribute(`aria-${name}`, String(value));
  }

  private drag(event: PointerEvent) {
    const cost = this.xUnder(event);
    if (cost !== undefined && this.report) this.choose(this.nearest(cost));
  }

  private pressed(event: KeyboardEvent) {
    const last = (this.report?.frontier.yearly_cost.length ?? 0) - 1;
    const { point } = this;
    const to = ({ ArrowRight: point + 1, ArrowUp: point + 1, ArrowLeft: point - 1, ArrowDown: point - 1, Home: 0, End: last, PageUp: point + 3, PageDown: point - 3 } as Record<string, number>)[event.key];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    this.choose(Math.min(last, Math.max(0, to)));
  }

  private choose(point: number) {
    if (point !== this.chosen) this.dispatchEvent(new PointChosenEvent(point));
  }
}

customElements.define("ballast-frontier", BallastFrontier);
