import * as Plot from "@observablehq/plot";

import { short } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { layerLook, totalLook } from "../answer/looks";
import { text } from "./ballast-score";
import { dayName, ofParts } from "./findings";
import type { SignalsReport } from "./signals";

/** What each signal adds to the log odds of the regime, stacked: above zero what speaks for it, below what speaks against it. */
export class BallastScoreParts extends Figure<SignalsReport> {
  protected override readonly height = 260;
  protected heading = ofParts;

  protected caption({ offset }: SignalsReport) {
    return `Log odds of the regime by day: the offset, ${text(offset)}, and what each signal adds, one on the other from zero. The line is their sum.`;
  }

  protected alternative(report: SignalsReport) {
    const steps = report.day.map((_, index) => index).filter((index) => index % Math.ceil(report.day.length / 8) === 0);
    const at = (index: number) => report.indicators.map(({ name, adds }) => `${name} ${text(adds[index] ?? null)}`).join(", ");
    return `${ofParts(report)}. ${steps.map((index) => `${dayName(report, index)}: ${at(index)}`).join("; ")}.`;
  }

  protected xs(report: SignalsReport) {
    return report.day;
  }

  protected draw(report: SignalsReport, width: number) {
    const parts = report.indicators.flatMap(({ adds }, signal) =>
      report.day.map((day, index) => ({ day, next: report.day[index + 1] ?? day + 1, adds: adds[index] ?? 0, signal })),
    );
    return lineChart({
      width,
      height: this.height,
      x: report.day,
      lines: [{ name: "Sum", label: "Sum", values: report.log_odds.map((value) => value ?? NaN), look: totalLook }],
      xLabel: report.date ? `days since ${report.date[0]}` : "day",
      yLabel: "log odds",
      yFormat: short,
      labelWidth: 40,
      zero: true,
      below: [
        Plot.rectY(parts, Plot.stackY({ x1: "day", x2: "next", y: "adds", z: "signal", fill: (each: { signal: number }) => layerLook(each.signal).colour, fillOpacity: 0.55 })),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: SignalsReport) {
    return {
      columns: [report.date ? "Date" : "Day", "Sum", ...report.indicators.map(({ name }) => name)],
      rows: report.day.map((day, index) => [
        report.date?.[index] ?? String(day),
        text(report.log_odds[index] ?? null),
        ...report.indicators.map(({ adds }) => text(adds[index] ?? null)),
      ]),
    };
  }
}

customElements.define("ballast-score-parts", BallastScoreParts);
