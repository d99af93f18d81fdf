import * as Plot from "@observablehq/plot";

import { change, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { layerLook, totalLook } from "../answer/looks";
import type { Leads } from "../border";
import { ofLead } from "./findings";

/** What the same hedge paid and returned, by how long before the spike it was opened. */
export class BallastLead extends Figure<Leads> {
  protected override readonly height = 240;
  protected heading = ofLead;

  protected override readonly terms = ["spike"] as const;
  protected caption({ spike_day }: Leads) {
    return `The same hedge by how many days before the spike it is opened, USD; from 0 to the left it comes too late. The spike is moved to day ${spike_day} to leave room.`;
  }

  protected alternative(leads: Leads) {
    const steps = leads.lead.map((_, index) => index).filter((index) => index % 10 === 0);
    return `${ofLead(leads)}. ${steps.map((i) => `${leads.lead[i]} days before: ${lines(leads).map(({ name, values }) => `${name} ${change(values[i] ?? 0)}`).join(", ")} USD`).join("; ")}.`;
  }

  protected xs(leads: Leads) {
    return leads.lead;
  }

  protected draw(leads: Leads, width: number) {
    return lineChart({
      width,
      height: this.height,
      x: leads.lead,
      lines: lines(leads),
      xLabel: "days before the spike",
      yLabel: "USD",
      yFormat: short,
      labelWidth: Math.min(110, width * 0.3),
      zero: true,
      below: [Plot.ruleX([0], { stroke: "var(--series-pool)", strokeDasharray: "2 3" }), Plot.text([0], { x: 0, frameAnchor: "top", dy: -14, text: () => "spike", fill: "var(--ink-soft)" })],
      describe: this.alternative(leads),
    });
  }

  protected numbers(leads: Leads) {
    const all = lines(leads);
    return { columns: ["Days before", ...all.map(({ name }) => name)], rows: leads.lead.map((days, i) => [String(days), ...all.map(({ values }) => usd(values[i] ?? 0))]) };
  }
}

const lines = ({ paid, returned, at_spike, at_end }: Leads): Line[] => [
  { name: "Paid", label: "Paid", values: paid, look: layerLook(1) },
  { name: "Returned", label: "Returned", values: returned, look: layerLook(2) },
  { name: "Gain on the spike", label: "Gain on spike", values: at_spike, look: { ...layerLook(0), dash: undefined } as Line["look"] },
  { name: "Gain in the end", label: "Gain in the end", values: at_end, look: totalLook },
];

customElements.define("ballast-lead", BallastLead);
