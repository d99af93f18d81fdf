import { change, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { poolLook } from "../answer/looks";
import type { Comparison } from "../border";
import { labelOf, ofDays, titleOf } from "./findings";
import { bookLook } from "./looks";

/** Pool and hedge together by day, of every book. */
export class BallastCompareByDay extends Figure<Comparison> {
  protected override readonly height = 240;
  protected override readonly late = true;
  protected heading = ofDays;

  protected caption() {
    return "Profit and loss since day 0 of pool and hedge together, USD, for each book.";
  }

  protected alternative(comparison: Comparison) {
    return `${ofDays(comparison)}. Pool and hedge at the end: ${lines(comparison).map(({ name, values }) => `${name} ${change(values[values.length - 1] ?? 0)} USD`).join(", ")}.`;
  }

  protected xs(comparison: Comparison) {
    return comparison.pool.map((_, day) => day);
  }

  protected draw(comparison: Comparison, width: number) {
    return lineChart({
      width,
      height: this.height,
      x: this.xs(comparison),
      lines: lines(comparison),
      xLabel: "day",
      yLabel: "USD",
      yFormat: short,
      labelWidth: Math.min(132, width * 0.31),
      zero: true,
      describe: this.alternative(comparison),
    });
  }

  protected numbers(comparison: Comparison) {
    const all = lines(comparison);
    return { columns: ["Day", ...all.map(({ name }) => name)], rows: this.xs(comparison).map((day) => [String(day), ...all.map(({ values }) => usd(values[day] ?? 0))]) };
  }
}

const lines = (comparison: Comparison): Line[] => [
  { name: "Pool alone", label: "Pool alone", values: comparison.pool, look: poolLook },
  ...comparison.books.map(({ total }, index) => ({ name: titleOf(comparison, index), label: labelOf(comparison, index), values: total, look: bookLook(index) })),
];

customElements.define("ballast-compare-by-day", BallastCompareByDay);
