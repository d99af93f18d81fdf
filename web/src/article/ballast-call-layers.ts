import * as Plot from "@observablehq/plot";

import { change, fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { layerLook, poolLook, totalLook } from "../answer/looks";
import type { Evaluation } from "../border";
import { ofCalls } from "./findings";

/** What each rung of a ladder of calls makes on the spike, by how far VIX goes, beside the pool. */
export class BallastCallLayers extends Figure {
  static override properties = { ...Figure.properties, names: { attribute: false } };
  /** Of the rungs. */
  declare names: readonly string[];
  protected heading = ofCalls;

  protected caption({ curve }: Evaluation) {
    return `Profit and loss at the close of day ${curve.day} by where VIX goes, USD: the pool, each layer of calls, and all of it together.`;
  }

  protected alternative(report: Evaluation) {
    const { vix_to } = report.curve;
    const steps = vix_to.map((_, i) => i).filter((i) => i % Math.ceil(vix_to.length / 5) === 0);
    return `${ofCalls(report)}. ${steps.map((i) => `VIX ${fixed(vix_to[i]!, 0)}: ${this.lines(report).map(({ name, values }) => `${name} ${change(values[i] ?? 0)}`).join(", ")} USD`).join("; ")}.`;
  }

  protected xs(report: Evaluation) {
    return report.curve.vix_to;
  }

  protected draw(report: Evaluation, width: number) {
    const { curve, spike } = report;
    const here = spike ? [{ x: spike.vix_to }] : [];
    return lineChart({
      width,
      height: this.height,
      x: curve.vix_to,
      lines: this.lines(report),
      xLabel: "VIX at the close of the spike",
      yLabel: "USD",
      yFormat: short,
      labelWidth: 104,
      zero: true,
      below: [Plot.ruleX(here, { x: "x", stroke: "var(--ink)", strokeDasharray: "2 3" })],
      above: [Plot.text(here, { x: "x", frameAnchor: "top", dy: -14, text: (d: { x: number }) => `this spike, ${fixed(d.x, 1)}`, fill: "var(--ink)" })],
      describe: this.alternative(report),
    });
  }

  private lines({ curve }: Evaluation): Line[] {
    const rungs = curve.layers.map((values, i): Line => ({ name: this.names[i] ?? "Calls", label: this.names[i] ?? "Calls", values, look: layerLook(i) }));
    return [
      { name: "Pool alone", label: "Pool alone", values: curve.pool, look: poolLook },
      ...rungs,
      { name: "Together", label: "Together", values: curve.total, look: totalLook },
    ];
  }

  protected numbers(report: Evaluation) {
    const all = this.lines(report);
    return {
      columns: ["VIX to", ...all.map(({ name }) => name)],
      rows: report.curve.vix_to.map((level, i) => [fixed(level, 1), ...all.map(({ values }) => usd(values[i] ?? 0))]),
    };
  }
}

customElements.define("ballast-call-layers", BallastCallLayers);
