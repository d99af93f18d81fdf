import * as Plot from "@observablehq/plot";

import { short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { poolLook, totalLook } from "../answer/looks";
import type { Simulation } from "../border";
import { ofBands, percent } from "./findings";

/** Between which amounts the profit runs over time: of the pool alone, or with its hedge. Both have the same axis. */
export class BallastProfitBands extends Figure<Simulation> {
  static override properties = { ...Figure.properties, of: {} };
  declare of: "pool" | "total";
  protected override readonly height = 250;

  protected heading(report: Simulation) {
    return ofBands(report, this.of);
  }

  protected caption({ bands: { share } }: Simulation) {
    const [low, lower, , upper, high] = share.map((each) => percent(each));
    return `Profit by day, USD: the median, half of the paths (${lower} to ${upper} %), and nearly all (${low} to ${high} %).`;
  }

  protected alternative(report: Simulation) {
    const { day, share, [this.of]: bands } = report.bands;
    const days = [Math.floor((day.length - 1) / 2), day.length - 1];
    const said = days.map((at) => `Day ${day[at]}: ${share.map((each, index) => `${percent(each)} % of paths at or below ${usd(bands[index]?.[at] ?? 0)}`).join(", ")}`);
    return `${this.heading(report)}. ${this.caption(report)} ${said.join(". ")}.`;
  }

  protected xs(report: Simulation) {
    return report.bands.day;
  }

  protected draw(report: Simulation, width: number) {
    const { day, pool, total } = report.bands;
    const bands = report.bands[this.of];
    const { colour } = this.of === "pool" ? poolLook : totalLook;
    const every = [...pool, ...total].flat();
    const area = (low: readonly number[] | undefined, high: readonly number[] | undefined, opacity: number) =>
      low && high ? Plot.areaY(day, { x: day, y1: low, y2: high, fill: colour, fillOpacity: opacity }) : null;
    return lineChart({
      width,
      height: this.height,
      x: day,
      lines: bands[2] ? [{ name: "Median", values: bands[2], look: { colour, width: 2.5 } }] : [],
      ySpan: [every.reduce((least, value) => Math.min(least, value), 0), every.reduce((most, value) => Math.max(most, value), 0)],
      xLabel: "day",
      yLabel: "USD",
      yFormat: short,
      labelWidth: 14,
      zero: true,
      below: [area(bands[0], bands[4], 0.16), area(bands[1], bands[3], 0.24)],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: Simulation) {
    const { day, share, [this.of]: bands } = report.bands;
    return {
      columns: ["Day", ...share.map((each) => `${percent(each)} %`)],
      rows: day.map((each, at) => [String(each), ...bands.map((band) => usd(band[at] ?? 0))]),
    };
  }
}

customElements.define("ballast-profit-bands", BallastProfitBands);
