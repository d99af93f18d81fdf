import * as Plot from "@observablehq/plot";

import { fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart } from "../answer/line-chart";
import { poolLook, totalLook } from "../answer/looks";
import type { Beyond, Simulation } from "../border";
import { hedged, ofTail } from "./findings";

type What = "pool" | "total";

interface Bin {
  from: number;
  to: number;
  /** Shares of all paths, percent. */
  pool: number;
  total: number;
}

/** An end takes as much of the axis as so many bins, with as much as this between it and the first of them. */
const endWidth = 2;
const endGap = 0.6;

/** From this width on there is room for words about both ends, pixels. */
const roomy = 560;

/** How many paths end with which profit, with and without the hedge; the few that end far out are gathered at either end. */
export class BallastProfitHistogram extends Figure<Simulation> {
  protected heading = ofTail;

  protected caption({ horizon_days }: Simulation) {
    return `Share of the paths by profit on day ${horizon_days}, in even steps over all but one path in 200 at each end; what lies beyond stands apart at the ends.`;
  }

  protected alternative(report: Simulation) {
    const bins = binsOf(report);
    const peak = (what: What) => bins.reduce((best, bin) => (bin[what] > best[what] ? bin : best), bins[0] ?? { from: 0, to: 0, pool: 0, total: 0 });
    const said = (name: string, what: What) =>
      `${name}, most paths, ${fixed(peak(what)[what], 1)} %, end between ${usd(peak(what).from)} and ${usd(peak(what).to)} USD; ${beyondInWords(report.histogram.beyond[what], usd)}`;
    return `${ofTail(report)}. ${this.caption(report)} ${said("Of the pool alone", "pool")}. ${hedged(report) ? `${said("With the hedge", "total")}.` : ""}`;
  }

  protected xs(report: Simulation) {
    return withEnds(report).map(({ from, to }) => (from + to) / 2);
  }

  protected draw(report: Simulation, width: number) {
    const bins = binsOf(report);
    const all = withEnds(report);
    const ends = all.length > 0 ? [all[0]!, all[all.length - 1]!] : [];
    const whole = hedged(report);
    // The line runs over the bins alone: the ends are no neighbours of theirs.
    const inBins = (what: What) => all.map((bin) => (ends.includes(bin) ? NaN : bin[what]));
    const beyond = (what: What) => (width < roomy ? worstInWords : beyondInWords)(report.histogram.beyond[what], short);
    const names = [{ text: `Pool alone: ${beyond("pool")}`, look: poolLook }];
    if (whole) names.push({ text: `With hedge: ${beyond("total")}`, look: totalLook });
    const most = Math.max(...all.map((bin) => Math.max(bin.pool, whole ? bin.total : 0)), 0);
    return lineChart({
      width,
      height: this.height,
      x: this.xs(report),
      span: all.length > 0 ? [all[0]!.from, all[all.length - 1]!.to] : [0, 1],
      // Room for the words above the highest bin.
      ySpan: [0, most * 1.3 || 1],
      lines: [
        { name: "Pool alone", values: inBins("pool"), look: { ...poolLook, width: 1.5 } },
        ...(whole ? [{ name: "With hedge", values: inBins("total"), look: totalLook }] : []),
      ],
      xLabel: "profit, USD",
      yLabel: "% of paths",
      yFormat: short,
      xFormat: short,
      labelWidth: 14,
      zero: true,
      below: [
        Plot.rectY(bins, { x1: "from", x2: "to", y: "pool", fill: poolLook.colour, fillOpacity: 0.28, inset: 0 }),
        Plot.rectY(ends, { x1: "from", x2: "to", y: "pool", fill: poolLook.colour, fillOpacity: 0.28, stroke: poolLook.colour, strokeDasharray: "2 2" }),
        whole ? Plot.rectY(ends, { x1: "from", x2: "to", y: "total", fill: "none", stroke: totalLook.colour, strokeWidth: 2 }) : null,
        report.histogram.from < 0 && report.histogram.to > 0 ? Plot.ruleX([0], { stroke: "var(--ink-soft)" }) : null,
      ],
      above: [
        ...names.map(({ text, look }, index) =>
          Plot.text([text], { frameAnchor: "top-left", dx: 6, dy: 4 + 16 * index, fill: look.colour, fontWeight: look === totalLook ? 650 : 500, stroke: "var(--paper)", strokeWidth: 4 }),
        ),
        Plot.text(ends, { x: ({ from, to }: Bin) => (from + to) / 2, y: (bin: Bin) => Math.max(bin.pool, whole ? bin.total : 0), text: (bin: Bin) => (bin === ends[0] ? "below" : "above"), dy: -7, fill: "var(--ink-soft)", stroke: "var(--paper)", strokeWidth: 3 }),
      ],
      describe: this.alternative(report),
    });
  }

  protected numbers(report: Simulation) {
    const all = withEnds(report);
    const { pool, total } = report.histogram.beyond;
    const [least, greatest] = [`${usd(Math.min(pool.least, total.least))} (worst)`, `${usd(Math.max(pool.greatest, total.greatest))} (best)`];
    return {
      columns: ["From, USD", "To, USD", "Pool alone, %", "With hedge, %"],
      rows: all.map((bin, index) => {
        const [from, to] = index === 0 ? [least, usd(report.histogram.from)] : index === all.length - 1 ? [usd(report.histogram.to), greatest] : [usd(bin.from), usd(bin.to)];
        return [from, to, fixed(bin.pool, 2), fixed(bin.total, 2)];
      }),
    };
  }
}

/** "48 paths below, worst −140.7k" */
const worstInWords = ({ below, least }: Beyond, write: (value: number) => string) =>
  below === 0 ? "none below" : `${usd(below)} ${below === 1 ? "path" : "paths"} below, worst ${write(least)}`;

/** "48 paths below, worst −140.7k; 51 above, best 9.1k" */
const beyondInWords = (beyond: Beyond, write: (value: number) => string) =>
  `${worstInWords(beyond, write)}; ${beyond.above === 0 ? "none above" : `${usd(beyond.above)} above, best ${write(beyond.greatest)}`}`;

const shareOf = (count: number, { paths }: Simulation) => (100 * count) / Math.max(1, paths);

function binsOf(report: Simulation): Bin[] {
  const { from, to, pool, total } = report.histogram;
  const edge = (index: number) => from + ((to - from) * index) / pool.length;
  return pool.map((count, index) => ({ from: edge(index), to: edge(index + 1), pool: shareOf(count, report), total: shareOf(total[index] ?? 0, report) }));
}

/** The bins, and before and behind them one for all that lies beyond. Where these are drawn says nothing of how far they reach. */
function withEnds(report: Simulation): Bin[] {
  const bins = binsOf(report);
  const { from, to, beyond, pool } = report.histogram;
  if (bins.length === 0) return [];
  // Where all paths end alike the bins have no width.
  const step = (to - from) / pool.length || 1;
  const end = (side: "below" | "above", at: number): Bin => ({ from: at, to: at + endWidth * step, pool: shareOf(beyond.pool[side], report), total: shareOf(beyond.total[side], report) });
  return [end("below", from - (endGap + endWidth) * step), ...bins, end("above", to + endGap * step)];
}

customElements.define("ballast-profit-histogram", BallastProfitHistogram);
