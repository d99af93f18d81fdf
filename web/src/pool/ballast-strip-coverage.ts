import * as Plot from "@observablehq/plot";

import { fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { plotted } from "../answer/plotted";
import type { Evaluation } from "../border";
import { ofCoverage, type StripLayer } from "./findings";
import { drawn, spanOf, stripAxis } from "./strip-axis";

/** Height of the band of percent under the curves, pixels. */
const bandHeight = 58;

/** What the strip pays at expiry beside what the pool has lost, by VIX; below it the share that is covered. */
export class BallastStripCoverage extends Figure {
  static override properties = { ...Figure.properties, one: { attribute: false } };
  declare one: StripLayer;
  protected override readonly terms = ["strip"] as const;
  protected override readonly height = 290;

  protected heading() {
    return ofCoverage(this.one.strip);
  }

  protected caption() {
    return "What the pool has lost against holding and what the strip pays, by VIX at expiry, USD; below, the one in percent of the other.";
  }

  protected alternative() {
    const { vix, loss, payoff, percent } = this.one.strip.coverage;
    const steps = vix.map((_, i) => i).filter((i) => i % Math.ceil(vix.length / 7) === 0);
    return `${ofCoverage(this.one.strip)}. ${steps.map((i) => `VIX ${fixed(vix[i]!, 1)}: pays ${usd(payoff[i]!)} for a loss of ${usd(loss[i]!)} USD, ${share(percent[i]!)}`).join("; ")}.`;
  }

  protected xs() {
    return this.one.strip.coverage.vix;
  }

  protected draw(_report: Evaluation, width: number) {
    const { strip } = this.one;
    const { vix, loss, payoff, percent } = strip.coverage;
    const { expiry } = strip;
    const axis = stripAxis(width, this.height, spanOf(strip));
    const most = Math.max(...loss, ...payoff);
    // The band of percent lies below zero on the same scale: 0 to 200 % on it, cut off beyond.
    const inner = this.height - axis.marginTop - axis.marginBottom;
    const depth = (most * bandHeight) / (inner - bandHeight - gap);
    const room = (most * gap) / (inner - bandHeight - gap);
    const inBand = (value: number) => -room - depth + (depth * Math.min(Math.max(value, 0), 200)) / 200;
    const ends = [
      { name: "loss", x: vix[vix.length - 1]!, y: loss[loss.length - 1]! },
      { name: "payoff", x: vix[vix.length - 1]!, y: payoff[payoff.length - 1]! },
    ];
    const ticks = axisTicks(most);
    const here = expiry && expiry.vix <= vix[vix.length - 1]! ? [{ x: expiry.vix, loss: expiry.loss, payoff: expiry.payoff }] : [];
    return drawn(
      plotted({
        ...axis,
        y: { axis: null, domain: [-room - depth, most] },
        marks: [
          Plot.ruleY(ticks, { stroke: "var(--line)" }),
          Plot.ruleY([inBand(100)], { stroke: "var(--line-strong)", strokeDasharray: "1 3" }),
          Plot.ruleY([0, inBand(0)], { stroke: "var(--ink-soft)" }),
          Plot.axisY(ticks, { label: null, tickFormat: short, tickSize: 0 }),
          Plot.axisY([inBand(0), inBand(100), inBand(200)], { label: null, tickFormat: (y: number) => (y === inBand(100) ? "100 %" : y === inBand(0) ? "0" : ""), tickSize: 0 }),
          Plot.ruleX(here, { x: "x", stroke: "var(--ink)", strokeDasharray: "2 3" }),
          Plot.lineY(loss, { x: vix, y: loss, stroke: "var(--series-pool)", strokeWidth: 5, strokeOpacity: 0.55 }),
          Plot.lineY(payoff, { x: vix, y: payoff, stroke: "var(--ink)", strokeWidth: 1.75 }),
          Plot.lineY(percent, { x: vix, y: percent.map(inBand), stroke: "var(--accent)", strokeWidth: 2, clip: true }),
          Plot.dot(here, { x: "x", y: "payoff", r: 4.5, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 1.5 }),
          Plot.text(here, { x: "x", frameAnchor: "top", dy: -14, text: (d: { x: number }) => `expiry, ${fixed(d.x, 1)}`, fill: "var(--ink)" }),
          Plot.text(["covered, %"], { frameAnchor: "bottom-right", dy: -bandHeight - 1, text: (d: string) => d, fill: "var(--accent)", fontWeight: 650 }),
          Plot.text([ends[0]], { x: "x", y: "y", text: () => "the pool's loss", textAnchor: "end", dx: -58, dy: 22, fill: "var(--series-pool)", fontWeight: 650 }),
          Plot.text([ends[1]], { x: "x", y: "y", text: () => "the strip pays", textAnchor: "end", dx: -48, dy: 4, fill: "var(--ink)", fontWeight: 650 }),
        ],
      }),
      this.alternative(),
      { width, height: this.height, xLabel: "VIX at expiry", yLabel: "USD" },
    );
  }

  protected numbers() {
    const { vix, loss, payoff, percent } = this.one.strip.coverage;
    return {
      columns: ["VIX", "Loss", "Strip pays", "Covered"],
      rows: vix.map((level, i) => [fixed(level, 2), usd(loss[i]!), usd(payoff[i]!), share(percent[i]!)]),
    };
  }
}

/** Between the curves and the band, pixels. */
const gap = 16;

/** Next to nothing is lost near the entry, so that the share means nothing there. */
const share = (percent: number) => (percent > 1000 ? "over 1,000 %" : `${fixed(percent, 1)} %`);

/** Round amounts from zero up. */
function axisTicks(most: number): number[] {
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((each) => each >= raw) ?? raw;
  return Number.isFinite(step) && step > 0 ? Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step) : [0];
}

customElements.define("ballast-strip-coverage", BallastStripCoverage);
