import * as Plot from "@observablehq/plot";

import { fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { poolLook, totalLook } from "../answer/looks";
import type { Simulation } from "../border";
import { hedged, ofTail } from "./findings";

interface Bin {
  from: number;
  to: number;
  pool: number;
  total: number;
}

/** How many paths end with which profit, with and without the hedge. */
export class BallastProfitHistogram extends Figure<Simulation> {
  protected heading = ofTail;

  protected caption({ horizon_days }: Simulation) {
    return `Share of the paths by profit on day ${horizon_days}, in even steps; the outermost take in all beyond.`;
  }

  protected alternative(report: Simulation) {
    const bins = binsOf(report);
    const peak = (what: "pool" | "total") => bins.reduce((best, bin) => (bin[what] > best[what] ? bin : best), bins[0] ?? { from: 0, to: 0, pool: 0, total: 0 });
    const said = (name: string, what: "pool" | "total") => `${name}, most paths, ${fixed(peak(what)[what], 1)} %, end between ${usd(peak(what).from)} and ${usd(peak(what).to)} USD`;
    return `${ofTail(report)}. ${this.caption(report)} ${said("Of the pool alone", "pool")}. ${hedged(report) ? `${said("With the hedge", "total")}.` : ""}`;
  }

  protected xs(report: Simulation) {
    return binsOf(report).map(({ from, to }) => (from + to) / 2);
  }

  protected draw(report: Simulation, width: number) {
    const bins = binsOf(report);
    return lineChart({
      width,
      height: this.height,
      x: this.xs(report),
      lines: [
        { name: "Pool alone", values: bins.map(({ pool }) => pool), look: { ...poolLook, width: 1.5 } },
        ...(hedged(report) ? [{ name: "With hedge", values: bins.map(({ total }) => total), look: totalLook }] : []),
      ],
      xLabel: "profit, USD",
      yLabel: "% of paths",
      yFormat: short,
      xFormat: short,
      labelWidth: 14,
      zero: true,
      below: [
        Plot.rectY(bins, { x1: "from", x2: "to", y: "pool", fill: poolLook.colour, fillOpacity: 0.28, inset: 0 }),
        Plot.ruleX([0], { stroke: "var(--ink-soft)" }),
      ],
      above: [
        Plot.text(["Pool alone"], { frameAnchor: "top-left", dx: 6, dy: 4, fill: poolLook.colour, fontWeight: 500 }),
        hedged(report) ? Plot.text(["With hedge"], { frameAnchor: "top-left", dx: 6, dy: 20, fill: totalLook.colour, fontWeight: 650 }) : null,
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: Simulation) {
    return {
      columns: ["From, USD", "To, USD", "Pool alone, %", "With hedge, %"],
      rows: binsOf(report).map(({ from, to, pool, total }) => [usd(from), usd(to), fixed(pool, 2), fixed(total, 2)]),
    };
  }
}

function binsOf({ histogram: { from, to, pool, total }, paths }: Simulation): Bin[] {
  const edge = (index: number) => from + ((to - from) * index) / pool.length;
  const share = (count: number) => (100 * count) / Math.max(1, paths);
  return pool.map((count, index) => ({ from: edge(index), to: edge(index + 1), pool: share(count), total: share(total[index] ?? 0) }));
}

customElements.define("ballast-profit-histogram", BallastProfitHistogram);
