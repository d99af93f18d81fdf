import * as Plot from "@observablehq/plot";

import { change, fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { layerTitle } from "../answer/layer-title";
import { lineChart, type Line } from "../answer/line-chart";
import { layerLook, poolLook, totalLook } from "../answer/looks";
import type { PathReport } from "../border";
import { highest, ofPath } from "./findings";

/** One path of a simulation: the profits of pool, layers and all together by day. */
export class BallastPathProfits extends Figure<PathReport> {
  protected override readonly height = 250;
  protected heading = ofPath;

  protected caption() {
    return "Profit and loss since day 0 on this path, USD.";
  }

  protected alternative(report: PathReport) {
    return `${ofPath(report)}. At the end: ${lines(report).map(({ name, values }) => `${name} ${change(values[values.length - 1] ?? 0)} USD`).join(", ")}.`;
  }

  protected xs(report: PathReport) {
    return report.day;
  }

  protected draw(report: PathReport, width: number) {
    return lineChart({
      width, height: this.height, x: report.day, lines: lines(report), xLabel: "day", yLabel: "USD", yFormat: short, labelWidth: Math.min(132, width * 0.31), zero: true,
      describe: this.alternative(report),
    });
  }

  protected numbers(report: PathReport) {
    const all = lines(report);
    return { columns: ["Day", ...all.map(({ name }) => name)], rows: report.day.map((day, at) => [String(day), ...all.map(({ values }) => usd(values[at] ?? 0))]) };
  }
}

const lines = ({ pool, layers, total }: PathReport): Line[] => [
  { name: "Pool", label: "Pool", values: pool, look: poolLook },
  ...layers.flatMap((layer, index) => {
    const name = layerTitle({ name: layer.name, kind: layer.name });
    return layer.on ? [{ name, label: name, values: layer.profit, look: layerLook(index) }] : [];
  }),
  { name: "Together", label: "Together", values: total, look: totalLook },
];

/** The same path: where VIX goes. */
export class BallastPathVix extends Figure<PathReport> {
  protected override readonly height = 250;

  protected heading({ vix, token }: PathReport) {
    const top = highest(vix);
    return `VIX goes from ${fixed(vix[0] ?? 0, 1)} to ${fixed(vix[top] ?? 0, 1)} on day ${top}, the token to ${fixed(token[top] ?? 0, 2)} of its price`;
  }

  protected caption() {
    return "VIX by day; token and SPX are among the numbers.";
  }

  protected alternative(report: PathReport) {
    return `${this.heading(report)}. VIX ends at ${fixed(report.vix[report.vix.length - 1] ?? 0, 1)}.`;
  }

  protected xs(report: PathReport) {
    return report.day;
  }

  protected draw(report: PathReport, width: number) {
    const top = highest(report.vix);
    return lineChart({
      width, height: this.height, x: report.day, lines: [{ name: "VIX", values: report.vix, look: { colour: "var(--accent)", width: 2.5 } }],
      xLabel: "day", yLabel: "VIX", yFormat: short, labelWidth: 14, zero: true,
      above: [Plot.dot([{ x: top, y: report.vix[top] }], { x: "x", y: "y", r: 4, fill: "var(--accent)" })],
      describe: this.alternative(report),
    });
  }

  protected numbers({ day, vix, vvix, spx, token }: PathReport) {
    return {
      columns: ["Day", "VIX", "VVIX", "SPX", "Token, × day 0"],
      rows: day.map((each, at) => [String(each), fixed(vix[at] ?? 0, 2), fixed(vvix[at] ?? 0, 1), fixed(spx[at] ?? 0, 1), fixed(token[at] ?? 0, 3)]),
    };
  }
}

customElements.define("ballast-path-profits", BallastPathProfits);
customElements.define("ballast-path-vix", BallastPathVix);
