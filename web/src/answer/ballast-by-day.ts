import * as Plot from "@observablehq/plot";

import type { Evaluation } from "../border";
import { change, short, usd } from "./amounts";
import { Figure } from "./figure";
import { byDay } from "./findings";
import { layerTitle } from "./layer-title";
import { lineChart, type Line } from "./line-chart";
import { layerLook, poolLook, totalLook } from "./looks";

/** Profit of the pool, of each layer and of all together, by day. */
export class BallastByDay extends Figure {
  protected override readonly terms = ["benchmark"] as const;
  protected heading = byDay;

  protected caption() {
    return "Profit and loss since day 0, USD. The pool is measured against its benchmark.";
  }

  protected alternative(report: Evaluation) {
    const ends = lines(report).map(({ name, values }) => `${name} ${change(values[values.length - 1] ?? 0)} USD`);
    const spike = report.spike
      ? ` On the spike, day ${report.spike.to_day}: pool ${change(report.spike.change.pool)}, hedge ${change(report.spike.change.hedge)} USD.`
      : "";
    return `${byDay(report)}. Profit by day; at the end: ${ends.join(", ")}.${spike}`;
  }

  protected xs(report: Evaluation) {
    return report.path.day;
  }

  protected draw(report: Evaluation, width: number) {
    const { spike } = report;
    return lineChart({
      width,
      height: this.height,
      x: report.path.day,
      lines: lines(report),
      xLabel: "day",
      yLabel: "USD",
      yFormat: short,
      labelWidth: Math.min(132, width * 0.31),
      zero: true,
      below: spike
        ? [Plot.rectX([spike], { x1: spike.from_day, x2: spike.to_day, fill: "var(--series-pool)", fillOpacity: 0.14 }),
           Plot.text([spike], { x: spike.to_day, frameAnchor: "top", dy: -14, text: () => "spike", fill: "var(--ink-soft)" })]
        : [],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: Evaluation) {
    const all = lines(report);
    return {
      columns: ["Day", ...all.map(({ name }) => name)],
      rows: report.path.day.map((day, index) => [String(day), ...all.map(({ values }) => usd(values[index] ?? 0))]),
    };
  }
}

const lines = ({ pool, layers, total }: Evaluation): Line[] => [
  { name: "Pool", label: "Pool", values: pool.profit, look: poolLook },
  ...layers.flatMap((layer, index) => {
    const name = layerTitle(layer);
    return layer.on ? [{ name, label: name, values: layer.profit, look: layerLook(index) }] : [];
  }),
  { name: "Together", label: "Together", values: total, look: totalLook },
];

customElements.define("ballast-by-day", BallastByDay);
