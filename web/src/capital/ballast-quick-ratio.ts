import * as Plot from "@observablehq/plot";

import { usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { nothingOwed, type Capital, type Evaluation } from "../border";
import { ofQuickRatio, ratio } from "./findings";

/** Beyond this the chart says no more: there is plenty. */
const plenty = 100;

/** Quick ratio by day, with the line at 1 below which there is a margin call. Days on which nothing is owed are left out. */
export class BallastQuickRatio extends Figure {
  protected override readonly terms = ["quick-ratio", "margin-call"] as const;
  protected override readonly height = 220;
  protected override readonly late = true;

  protected heading(report: Evaluation) {
    return report.capital ? ofQuickRatio(report.capital) : "";
  }

  protected caption() {
    return "Quick ratio: cash, USDC in the pool and bought options, over margin, sold options and debt. By powers of ten; below 1 is a margin call.";
  }

  protected alternative(report: Evaluation) {
    const values = report.capital?.quick_ratio ?? [];
    const days = values.map((_, day) => day).filter((day) => day % Math.max(1, Math.ceil(values.length / 6)) === 0);
    return `${this.heading(report)}. ${this.caption()} ${days.map((day) => `Day ${day}: ${ratio(values[day]!)}`).join("; ")}.`;
  }

  protected xs(report: Evaluation) {
    return report.path.day;
  }

  protected draw(report: Evaluation, width: number) {
    const values = (report.capital?.quick_ratio ?? []).map((value) => (value >= nothingOwed ? NaN : Math.min(value, plenty)));
    const owed = values.filter((value) => value > 0);
    const top = Math.max(10, ...owed) > 10 ? plenty : 10;
    const bottom = Math.min(0.5, ...owed);
    const [first, last] = [report.path.day[0] ?? 0, report.path.day[report.path.day.length - 1] ?? 0];
    const calls = report.capital?.margin_calls ?? [];
    return lineChart({
      width,
      height: this.height,
      x: report.path.day,
      span: [first, last],
      lines: [{ name: "Quick ratio", values, look: { colour: "var(--accent)", width: 2.5 } }],
      xLabel: "day",
      yLabel: "times what is owed",
      yFormat: (value) => (value === plenty ? `${plenty}+` : String(+value.toPrecision(1))),
      labelWidth: 14,
      logarithmic: [bottom, top],
      below: [
        Plot.rectY([0], { x1: first, x2: last, y1: bottom, y2: 1, fill: "var(--problem)", fillOpacity: 0.08 }),
        Plot.ruleY([1], { stroke: "var(--problem)", strokeWidth: 1.5 }),
        Plot.text(["margin call below 1"], { x: last, y: 1, dy: 9, textAnchor: "end", fill: "var(--problem)" }),
      ],
      above: [
        Plot.dot(values.map((value, day) => ({ value, day })).filter(({ value, day }) => value > 0 && !(values[day - 1]! > 0) && !(values[day + 1]! > 0)),
          { x: "day", y: "value", r: 3, fill: "var(--accent)" }),
        Plot.dot(calls, { x: "day", y: (call: Capital["margin_calls"][number]) => Math.max(call.quick_ratio, bottom), r: 5, fill: "var(--problem)", stroke: "var(--paper)" }),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers({ path, capital }: Evaluation) {
    const columns: [string, readonly number[]][] = capital
      ? [["Cash", capital.cash], ["USDC in the pool", capital.pool_usdc], ["Bought options", capital.long_options],
         ["Margin", capital.margin], ["Sold options", capital.short_options], ["Borrowed", capital.borrowed]]
      : [];
    return {
      columns: ["Day", "Quick ratio", ...columns.map(([name]) => name)],
      rows: path.day.map((day, index) => [String(day), ratio(capital?.quick_ratio[index] ?? nothingOwed), ...columns.map(([, values]) => usd(values[index] ?? 0))]),
    };
  }
}

customElements.define("ballast-quick-ratio", BallastQuickRatio);
