import * as Plot from "@observablehq/plot";

import { fixed, short } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { plotted } from "../answer/plotted";
import { drawn, spanOf, stripAxis } from "./strip-axis";
import type { Evaluation, StripReport } from "../border";
import { ofStrikes, shown, strikesUsed, type StripLayer } from "./findings";

const colours = { puts: "var(--series-4)", calls: "var(--series-1)" };

/** Contracts of a strip by strike: puts below where the pool was entered, calls above, both at the strikes beside it. */
export class BallastStripStrikes extends Figure {
  static override properties = { ...Figure.properties, one: { attribute: false } };
  declare one: StripLayer;
  protected override readonly terms = ["strip"] as const;
  protected override readonly height = 290;

  protected heading() {
    return ofStrikes(this.one.strip);
  }

  protected caption(report: Evaluation) {
    const sold = [...this.one.strip.puts, ...this.one.strip.calls].some((size) => size <= -shown);
    return `Contracts by strike, each on 100 points of VIX. VIX stands at ${fixed(report.path.vix[0] ?? 0, 1)} on day 0.${sold ? " Bars below zero are sold." : ""}`;
  }

  protected alternative() {
    const { strip } = this.one;
    const steps = strip.strike.map((_, i) => i).filter((i) => i % Math.ceil(strip.strike.length / 8) === 0);
    return `${ofStrikes(strip)}. ${steps.map((i) => `Strike ${fixed(strip.strike[i]!, 1)}: ${fixed(strip.puts[i]!, 2)} puts, ${fixed(strip.calls[i]!, 2)} calls`).join("; ")}.`;
  }

  protected xs() {
    return this.one.strip.strike;
  }

  protected draw(report: Evaluation, width: number) {
    const { strip } = this.one;
    const half = 0.38 * Math.min(...strip.strike.slice(1).map((strike, i) => strike - strip.strike[i]!));
    const sides = bars(strip);
    const named = (["puts", "calls"] as const).filter((side) => sides.some((bar) => bar.side === side));
    return drawn(
      plotted({
        ...stripAxis(width, this.height, spanOf(strip)),
        y: { label: null, nice: true, zero: true, ticks: 5, tickFormat: short, tickSize: 0 },
        marks: [
          Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
          Plot.ruleX([report.path.vix[0] ?? 0], { stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
          Plot.rect(sides, {
            x1: (bar: Bar) => bar.strike - half,
            x2: (bar: Bar) => bar.strike + half,
            y1: "from",
            y2: "to",
            fill: (bar: Bar) => colours[bar.side],
          }),
          Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
          ...named.map((side, row) =>
            Plot.text([`■ ${side}`], { frameAnchor: "top-right", dy: 4 + 17 * row, text: (name: string) => name, fill: colours[side], fontWeight: 650 }),
          ),
          Plot.text([report.path.vix[0] ?? 0], { x: (level: number) => level, frameAnchor: "top", dy: -14, text: (level: number) => `VIX, ${fixed(level, 1)}`, fill: "var(--ink-soft)" }),
        ],
      }),
      this.alternative(),
      { width, height: this.height, xLabel: "strike", yLabel: "contracts" },
    );
  }

  protected numbers() {
    const { strip } = this.one;
    return {
      columns: ["Strike", "Puts", "Put price", "Calls", "Call price"],
      rows: strip.strike.map((strike, i) => [fixed(strike, 1), contracts(strip.puts[i]!), fixed(strip.put_price[i]!, 2), contracts(strip.calls[i]!), fixed(strip.call_price[i]!, 2)]),
    };
  }
}

interface Bar {
  strike: number;
  side: "puts" | "calls";
  from: number;
  to: number;
}

/** Where a strike has both, the calls stand on the puts. */
function bars(strip: StripReport): Bar[] {
  const used = new Set(strikesUsed(strip));
  return strip.strike.flatMap((strike, i): Bar[] => {
    if (!used.has(strike)) return [];
    const [puts, calls] = [strip.puts[i]!, strip.calls[i]!];
    const base = puts * calls > 0 ? puts : 0;
    return [
      ...(Math.abs(puts) >= shown ? [{ strike, side: "puts" as const, from: 0, to: puts }] : []),
      ...(Math.abs(calls) >= shown ? [{ strike, side: "calls" as const, from: base, to: base + calls }] : []),
    ];
  });
}

const contracts = (size: number) => (Math.abs(size) < shown ? "0" : fixed(size, 3));

customElements.define("ballast-strip-strikes", BallastStripStrikes);
