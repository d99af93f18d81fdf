import { change, fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { poolLook } from "../answer/looks";
import type { Comparison } from "../border";
import { labelOf, ofSpikes, titleOf } from "./findings";
import { bookLook } from "./looks";

/** Pool and hedge together at the close of the spike by how far VIX rises, of every book. */
export class BallastCompareBySpike extends Figure<Comparison> {
  protected override readonly height = 240;
  protected override readonly late = true;
  protected heading = ofSpikes;

  protected caption() {
    return "Profit and loss since day 0 at the close of the spike, pool and hedge together, by where VIX goes.";
  }

  protected alternative(comparison: Comparison) {
    const { vix_to } = comparison;
    const steps = vix_to.map((_, index) => index).filter((index) => index % Math.ceil(vix_to.length / 5) === 0);
    const said = lines(comparison).map(({ name, values }) => `${name}: ${steps.map((i) => `VIX ${fixed(vix_to[i]!, 0)} ${change(values[i] ?? 0)}`).join(", ")} USD`);
    return `${ofSpikes(comparison)}. ${said.join("; ")}.`;
  }

  protected xs(comparison: Comparison) {
    return comparison.vix_to;
  }

  protected draw(comparison: Comparison, width: number) {
    return lineChart({
      width,
      height: this.height,
      x: comparison.vix_to,
      lines: lines(comparison),
      xLabel: "VIX at the close of the spike",
      yLabel: "USD",
      yFormat: short,
      labelWidth: Math.min(132, width * 0.31),
      zero: true,
      describe: this.alternative(comparison),
    });
  }

  protected numbers(comparison: Comparison) {
    const all = lines(comparison);
    return {
      columns: ["VIX to", ...all.map(({ name }) => name)],
      rows: comparison.vix_to.map((level, i) => [fixed(level, 1), ...all.map(({ values }) => usd(values[i] ?? 0))]),
    };
  }
}

const lines = (comparison: Comparison): Line[] => [
  { name: "Pool alone", label: "Pool alone", values: comparison.curve_pool, look: poolLook },
  ...comparison.books.map(({ curve_total }, index) => ({ name: titleOf(comparison, index), label: labelOf(comparison, index), values: curve_total, look: bookLook(index) })),
];

customElements.define("ballast-compare-by-spike", BallastCompareBySpike);
