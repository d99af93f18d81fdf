import * as Plot from "@observablehq/plot";

import { change, short } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import type { Evaluation } from "../border";
import { movesBetween, ofCashFlow } from "./findings";

/** Cash in and out by day, from which the IRR comes. What is put in on day 0 and taken out at the end would dwarf the rest: the title says those. */
export class BallastCashFlows extends Figure {
  protected override readonly terms = ["fees"] as const;
  protected override readonly height = 220;
  protected override readonly late = true;

  protected heading(report: Evaluation) {
    return report.capital ? ofCashFlow(report.capital) : "";
  }

  protected caption() {
    return "Cash paid (down) and received (up) on the days between, USD: options bought, sold and settled, interest and fees.";
  }

  protected alternative(report: Evaluation) {
    const flows = report.capital ? movesBetween(report.capital) : [];
    const said = flows.slice(0, 12).map(({ day, usd }) => `day ${day} ${change(usd)}`);
    return `${this.heading(report)}. Between: ${said.join(", ")}${flows.length > 12 ? " and so on" : ""} USD.`;
  }

  protected xs(report: Evaluation) {
    return report.path.day;
  }

  protected draw(report: Evaluation, width: number) {
    const { day: days } = report.path;
    const moves = report.capital ? movesBetween(report.capital) : [];
    // Invisible, it spans the axes.
    const values = days.map((day) => moves.find((flow) => flow.day === day)?.usd ?? 0);
    return lineChart({
      width,
      height: this.height,
      x: days,
      lines: [{ name: "Cash", values, look: { colour: "transparent", width: 0 } }],
      xLabel: "day",
      yLabel: "USD",
      yFormat: short,
      labelWidth: 14,
      zero: true,
      above: [
        Plot.ruleX(moves, { x: "day", y1: 0, y2: "usd", stroke: ({ usd }: { usd: number }) => (usd < 0 ? "var(--series-pool)" : "var(--series-3)"), strokeWidth: Math.max(1.5, Math.min(7, (0.5 * width) / days.length)) }),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers({ path, capital }: Evaluation) {
    return { columns: ["Day", "Cash flow"], rows: path.day.map((day, index) => [String(day), change(capital?.cash_flow[index] ?? 0)]) };
  }
}

customElements.define("ballast-cash-flows", BallastCashFlows);
