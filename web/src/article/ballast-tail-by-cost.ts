import * as Plot from "@observablehq/plot";
import type { PropertyValues } from "lit";

import { fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { totalLook } from "../answer/looks";
import type { Sizing } from "../border";
import { ofSizing, percentOf } from "./findings";

/** The least loss of the worst months that can be had for what the hedge costs a year. */
export class BallastTailByCost extends Figure<Sizing> {
  static override properties = { ...Figure.properties, chosen: { attribute: false }, name: {} };
  /** The point of the frontier that the text is about. */
  declare chosen: number;
  /** What is bought. */
  declare name: string;

  protected heading(report: Sizing) {
    return ofSizing(report, this.name);
  }

  protected caption({ level, paths, horizon_days }: Sizing) {
    return `Mean loss in the worst ${percentOf(1 - level)} of ${usd(paths)} random paths of ${horizon_days} days, USD, by what the hedge costs a year on average over all of them.`;
  }

  protected alternative(report: Sizing) {
    const { yearly_cost, conditional_value_at_risk } = report.frontier;
    const steps = yearly_cost.map((_, i) => i).filter((i) => i % 5 === 0);
    return `${ofSizing(report, this.name)}. ${steps.map((i) => `${usd(yearly_cost[i]!)} USD a year: ${usd(conditional_value_at_risk[i]!)} USD`).join("; ")}.`;
  }

  protected xs({ frontier }: Sizing) {
    return frontier.yearly_cost;
  }

  protected override updated(changed: PropertyValues<this>) {
    // The mark moves although the report stands.
    if (changed.has("chosen") && this.report && !changed.has("report")) this.report = { ...this.report };
    super.updated(changed);
  }

  protected draw(report: Sizing, width: number) {
    const { yearly_cost: cost, conditional_value_at_risk: loss, quantity } = report.frontier;
    const here = [{ x: cost[this.chosen] ?? 0, y: loss[this.chosen] ?? 0, share: quantity[0]?.[this.chosen] ?? 0 }];
    const right = this.chosen > cost.length * 0.6;
    return lineChart({
      width,
      height: this.height,
      x: cost,
      lines: [{ name: "Worst months", values: loss, look: totalLook }],
      xLabel: "cost of the hedge, USD a year",
      yLabel: "loss, USD",
      yFormat: short,
      labelWidth: 20,
      zero: true,
      above: [
        Plot.dot(here, { x: "x", y: "y", r: 6, fill: "var(--accent)", stroke: "var(--paper)", strokeWidth: 1.5 }),
        Plot.text(here, { x: "x", y: "y", text: (d: { share: number }) => `${percentOf(d.share)} of ${this.name}`, textAnchor: right ? "end" : "start", dx: right ? -4 : 10, dy: -14, fill: "var(--accent)", fontWeight: 650 }),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers({ frontier }: Sizing) {
    return {
      columns: ["Cost a year", "Loss of the worst", "Exceeded by them", "Bought"],
      rows: frontier.yearly_cost.map((cost, i) => [
        usd(cost),
        usd(frontier.conditional_value_at_risk[i] ?? 0),
        usd(frontier.value_at_risk[i] ?? 0),
        `${fixed(100 * (frontier.quantity[0]?.[i] ?? 0), 0)} %`,
      ]),
    };
  }
}

customElements.define("ballast-tail-by-cost", BallastTailByCost);
