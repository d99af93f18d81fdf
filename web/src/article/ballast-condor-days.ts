import * as Plot from "@observablehq/plot";

import { change, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { layerLook, poolLook } from "../answer/looks";
import type { Evaluation } from "../border";
import { ofCondor } from "./findings";

/** A condor on the path with its spike, and on the same path without. */
export interface CondorDays {
  spiked: Evaluation;
  calm: Evaluation;
}

/** What a condor makes by day, in calm and on the path of the scenario, beside the pool. */
export class BallastCondorDays extends Figure<CondorDays> {
  protected heading({ spiked }: CondorDays) {
    return ofCondor(spiked);
  }

  protected caption() {
    return "Profit and loss since day 0, USD: the condor with and without the spike, and the pool against holding.";
  }

  protected alternative(report: CondorDays) {
    return `${ofCondor(report.spiked)}. Profit by day; at the end: ${lines(report).map(({ name, values }) => `${name} ${change(values.at(-1) ?? 0)} USD`).join(", ")}.`;
  }

  protected xs({ spiked }: CondorDays) {
    return spiked.path.day;
  }

  protected draw(report: CondorDays, width: number) {
    const { spike, path } = report.spiked;
    return lineChart({
      width,
      height: this.height,
      x: path.day,
      lines: lines(report),
      xLabel: "day",
      yLabel: "USD",
      yFormat: short,
      labelWidth: 104,
      zero: true,
      below: spike
        ? [Plot.rectX([spike], { x1: spike.from_day, x2: spike.to_day, fill: "var(--series-pool)", fillOpacity: 0.14 }),
           Plot.text([spike], { x: spike.to_day, frameAnchor: "top", dy: -14, text: () => "spike", fill: "var(--ink-soft)" })]
        : [],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: CondorDays) {
    const all = lines(report);
    return {
      columns: ["Day", ...all.map(({ name }) => name)],
      rows: report.spiked.path.day.map((day, i) => [String(day), ...all.map(({ values }) => usd(values[i] ?? 0))]),
    };
  }
}

const look = layerLook(1);

function lines({ spiked, calm }: CondorDays): Line[] {
  const inCalm: Line = { name: "Condor in calm", label: "Condor, calm", values: calm.layers[0]?.profit ?? [], look };
  const pool: Line = { name: "Pool", label: "Pool", values: spiked.pool.profit, look: poolLook };
  if (!spiked.spike) return [inCalm, pool];
  return [inCalm, { name: "Condor with the spike", label: "Condor, spike", values: spiked.layers[0]?.profit ?? [], look: { colour: look.colour, width: 3 } }, pool];
}

customElements.define("ballast-condor-days", BallastCondorDays);
