import * as Plot from "@observablehq/plot";

import { fixed, short } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { totalLook } from "../answer/looks";
import { dayName, ofScore } from "./findings";
import type { SignalsReport } from "./signals";

/** The regime score by day, with the days of the calendar. */
export class BallastScore extends Figure<SignalsReport> {
  protected override readonly height = 230;
  protected heading = ofScore;

  protected caption({ path }: SignalsReport) {
    return `Regime score by day, from 0 to 1, along ${path}. Dotted: days of the calendar.`;
  }

  protected alternative(report: SignalsReport) {
    const steps = report.score.map((_, index) => index).filter((index) => index % Math.ceil(report.score.length / 8) === 0);
    return `${ofScore(report)}. ${steps.map((index) => `${dayName(report, index)}: ${text(report.score[index] ?? null)}`).join("; ")}.`;
  }

  protected xs(report: SignalsReport) {
    return report.day;
  }

  protected draw(report: SignalsReport, width: number) {
    return lineChart({
      width,
      height: this.height,
      x: report.day,
      lines: [{ name: "Score", values: report.score.map((value) => value ?? NaN), look: totalLook }],
      xLabel: report.date ? `days since ${report.date[0]}` : "day",
      yLabel: "score",
      yFormat: short,
      labelWidth: 16,
      below: [
        Plot.ruleY([0, 1], { stroke: "var(--line-strong)" }),
        Plot.ruleX(report.events, { x: "day", stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
        Plot.text(report.events, { x: "day", frameAnchor: "top", dy: -14, text: (each: { event: string }) => each.event.toUpperCase(), fill: "var(--ink-soft)" }),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: SignalsReport) {
    const columns = [report.date ? "Date" : "Day", "Score", "Log odds", ...report.indicators.flatMap(({ name }) => [name, `${name}: z`, "adds"])];
    const rows = report.day.map((day, index) => [
      report.date?.[index] ?? String(day),
      text(report.score[index] ?? null),
      text(report.log_odds[index] ?? null),
      ...report.indicators.flatMap(({ value, z, adds }) => [value, z, adds].map((each) => text(each[index] ?? null))),
    ]);
    return { columns, rows };
  }
}

export const text = (value: number | null) => (value === null ? "–" : fixed(value, Math.abs(value) < 100 ? 2 : 0));

customElements.define("ballast-score", BallastScore);
