import * as Plot from "@observablehq/plot";

import type { Evaluation } from "../border";
import { change, fixed, short, usd } from "./amounts";
import { dragAcross } from "./drag-across";
import { Figure } from "./figure";
import { bySpike } from "./findings";
import { layerTitle } from "./layer-title";
import { lineChart, type Line } from "./line-chart";
import { poolLook, totalLook } from "./looks";

/** Someone dragged the spike to another level of VIX. */
export class SpikeLevelEvent extends CustomEvent<number> {
  constructor(level: number) {
    super("spike-level", { detail: level, bubbles: true, composed: true });
  }
}

/** Profit on the day of the spike by how far VIX rises, with and without the hedge. The spike can be dragged along it. */
export class BallastBySpike extends Figure {
  protected override readonly terms = ["spike"] as const;
  protected heading = bySpike;

  protected caption(report: Evaluation) {
    const { spike } = report;
    return `Profit and loss at the close of the spike, day ${report.curve.day}, by where VIX goes.${spike ? " Drag across the chart to move the spike." : ""}`;
  }

  protected alternative(report: Evaluation) {
    const { curve, spike } = report;
    const steps = curve.vix_to.map((_, index) => index).filter((index) => index % Math.ceil(curve.vix_to.length / 6) === 0);
    const points = steps.map((i) => `VIX ${fixed(curve.vix_to[i]!, 0)}: pool ${change(curve.pool[i]!)}, with hedge ${change(curve.total[i]!)} USD`);
    const here = spike
      ? ` This scenario, VIX ${fixed(spike.vix_to, 1)}: pool ${change(at(report, report.pool.profit))}, with hedge ${change(at(report, report.total))} USD.`
      : "";
    return `${bySpike(report)}. ${points.join("; ")}.${here}`;
  }

  protected xs(report: Evaluation) {
    return report.curve.vix_to;
  }

  protected draw(report: Evaluation, width: number) {
    const { curve, spike } = report;
    const here = spike ? [{ x: spike.vix_to, pool: at(report, report.pool.profit), total: at(report, report.total) }] : [];
    const hedged = lines(report).length > 1;
    return lineChart({
      width,
      height: this.height,
      x: curve.vix_to,
      lines: lines(report),
      xLabel: "VIX at the close of the spike",
      yLabel: "USD",
      yFormat: short,
      labelWidth: Math.min(84, width * 0.24),
      zero: true,
      below: [
        Plot.areaY(curve.vix_to, { x: curve.vix_to, y1: curve.pool, y2: curve.total, fill: "var(--series-1)", fillOpacity: 0.1 }),
        Plot.ruleX(here, { x: "x", stroke: "var(--ink)", strokeWidth: 1, strokeDasharray: "2 3" }),
      ],
      above: [
        Plot.dot(here, { x: "x", y: "pool", r: 5, fill: poolLook.colour, stroke: "var(--paper)", strokeWidth: 1.5 }),
        hedged ? Plot.dot(here, { x: "x", y: "total", r: 5, fill: totalLook.colour, stroke: "var(--paper)", strokeWidth: 1.5 }) : null,
        Plot.text(here, { x: "x", frameAnchor: "top", dy: -14, text: (d: { x: number }) => `this spike, ${fixed(d.x, 1)}`, fill: "var(--ink)" }),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers({ curve, layers }: Evaluation) {
    const on = layers.map((layer, index) => ({ ...layer, index })).filter((layer) => layer.on);
    return {
      columns: ["VIX to", "Pool alone", ...on.map(layerTitle), "With hedge"],
      rows: curve.vix_to.map((level, i) => [
        fixed(level, 1),
        usd(curve.pool[i] ?? 0),
        ...on.map(({ index }) => usd(curve.layers[index]?.[i] ?? 0)),
        usd(curve.total[i] ?? 0),
      ]),
    };
  }

  protected override firstUpdated() {
    super.firstUpdated();
    const canvas = this.renderRoot.querySelector<HTMLElement>(".canvas")!;
    canvas.style.cursor = "ew-resize";
    dragAcross(canvas, (event) => this.drag(event));
  }

  private drag(event: PointerEvent) {
    const levels = this.report?.curve.vix_to ?? [];
    const x = this.xUnder(event);
    if (!this.report?.spike || x === undefined) return;
    const level = Math.min(Math.max(x, levels[0] ?? x), levels[levels.length - 1] ?? x);
    this.dispatchEvent(new SpikeLevelEvent(Math.round(level * 2) / 2));
  }
}

/** A profit by day, read off at the close of the spike. */
const at = (report: Evaluation, profit: readonly number[]) => profit[report.spike?.to_day ?? 0] ?? 0;

const lines = ({ curve, layers }: Evaluation): Line[] => [
  { name: "Pool alone", label: "Pool alone", values: curve.pool, look: poolLook },
  ...(layers.some(({ on }) => on) ? [{ name: "With hedge", label: "With hedge", values: curve.total, look: totalLook }] : []),
];

customElements.define("ballast-by-spike", BallastBySpike);
