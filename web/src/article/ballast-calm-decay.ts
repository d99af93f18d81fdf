import { fixed } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { layerLook, poolLook, totalLook } from "../answer/looks";
import type { Evaluation } from "../border";
import { ofCalm } from "./findings";

/** What token, pool and holding are worth while nothing happens, in percent of what they were. */
export class BallastCalmDecay extends Figure {
  protected heading = ofCalm;

  protected caption() {
    return "Value in percent of day 0, while nothing happens. Holding is the tokens and the dollars that were put in, kept.";
  }

  protected alternative(report: Evaluation) {
    return `${ofCalm(report)}. At the end, in percent of day 0: ${lines(report).map(({ name, values }) => `${name} ${fixed(values.at(-1) ?? 0, 1)}`).join(", ")}.`;
  }

  protected xs(report: Evaluation) {
    return report.path.day;
  }

  protected draw(report: Evaluation, width: number) {
    return lineChart({
      width,
      height: this.height,
      x: report.path.day,
      lines: lines(report),
      xLabel: "day",
      yLabel: "% of day 0",
      yFormat: (value) => fixed(value, 0),
      labelWidth: 66,
      describe: this.alternative(report),
    });
  }

  protected numbers(report: Evaluation) {
    const all = lines(report);
    return {
      columns: ["Day", "VIX", ...all.map(({ name }) => `${name}, %`)],
      rows: report.path.day.map((day, i) => [String(day), fixed(report.path.vix[i] ?? 0, 1), ...all.map(({ values }) => fixed(values[i] ?? 0, 1))]),
    };
  }
}

const ofFirst = (values: readonly number[]) => values.map((value) => (100 * value) / (values[0] ?? 1));

const lines = ({ path, pool }: Evaluation): Line[] => [
  { name: "Token", label: "Token", values: ofFirst(path.token), look: layerLook(0) },
  { name: "Holding", label: "Holding", values: ofFirst(pool.hold), look: { ...totalLook, width: 2 } },
  { name: "Pool", label: "Pool", values: ofFirst(pool.value), look: poolLook },
];

customElements.define("ballast-calm-decay", BallastCalmDecay);
