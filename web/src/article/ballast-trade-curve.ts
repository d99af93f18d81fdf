import * as Plot from "@observablehq/plot";

import { fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { asImage, write, type Drawn } from "../answer/line-chart";
import { plotted } from "../answer/plotted";
import type { Evaluation } from "../border";
import { price } from "../pool/findings";
import { closeOf, ofTrading } from "./findings";

/** What the pool holds, and the price at which it trades then. */
interface Held {
  tokens: number;
  usdc: number;
  price: number;
}

const margins = { marginTop: 22, marginBottom: 22, marginLeft: 52, marginRight: 14 };
const upperHeight = 194;
const lowerHeight = 216;
/** An axis goes so far beyond what is marked on it. */
const beyond = 1.4;

/** The pool moving along its curve: above, what it holds of either side; below, the price at which each token went, and what that leaves. */
export class BallastTradeCurve extends Figure {
  protected heading = ofTrading;
  protected override readonly height = upperHeight + lowerHeight;

  protected caption() {
    return "Above: what the pool can hold, and where it is. Below: the price at which each token goes; the shaded area is the loss against holding.";
  }

  protected alternative(report: Evaluation) {
    const [from, to] = ends(report);
    return (
      `${ofTrading(report)}. On day 0 the pool holds ${usd(from.tokens)} tokens at ${price(from.price)} USD and ${usd(from.usdc)} USDC; ` +
      `at the close of day ${closeOf(report)} ${usd(to.tokens)} tokens at ${price(to.price)} USD and ${usd(to.usdc)} USDC.`
    );
  }

  protected xs(report: Evaluation) {
    return curveOf(report).map(({ tokens }) => tokens);
  }

  protected draw(report: Evaluation, width: number): Drawn {
    const all = [...curveOf(report), ...ends(report)].sort((one, other) => one.tokens - other.tokens || other.price - one.price);
    const [from, to] = ends(report);
    const span: [number, number] = [0, Math.max(from.tokens, to.tokens) * beyond];
    const shared = { width, ...margins };
    const x = { label: null, domain: span, ticks: Math.max(3, Math.round(width / 90)), tickFormat: short, tickSize: 4 };
    const upper = plotted({
      ...shared,
      height: upperHeight,
      x,
      y: { label: null, domain: [0, Math.max(from.usdc, to.usdc) * beyond], ticks: 4, tickFormat: short, tickSize: 0 },
      marks: [Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }), ...this.along(all, from, to, "usdc")],
    });
    const lower = plotted({
      ...shared,
      height: lowerHeight - 14,
      x,
      y: { label: null, domain: [0, Math.max(from.price, to.price) * beyond], ticks: 4, tickSize: 0 },
      marks: [Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }), ...areaOf(all, from, to, -report.pool.impermanent_loss[closeOf(report)]!), ...this.along(all, from, to, "price")],
    });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of Object.entries({ width, height: this.height })) svg.setAttribute(name, String(value));
    svg.style.cssText = "font: var(--type-chart) var(--type-face); overflow: visible";
    lower.setAttribute("y", String(upperHeight));
    svg.append(upper, lower);
    write(svg, 0, 11, "USDC held", { fill: "var(--ink-soft)" });
    write(svg, 0, upperHeight + 11, "price, USD a token", { fill: "var(--ink-soft)" });
    write(svg, width - margins.marginRight, this.height - 2, "tokens held", { fill: "var(--ink-soft)", "text-anchor": "end" });
    const scale = lower.scale("x")!;
    return {
      svg: asImage(svg, this.alternative(report)),
      xAt: (value) => scale.apply(Math.min(value, span[1])) as number,
      xFrom: (pixel) => (scale.invert?.(pixel) as number | undefined) ?? 0,
    };
  }

  /** All that can be, the part that was gone along, and its two ends. */
  private along(all: readonly Held[], from: Held, to: Held, y: "usdc" | "price") {
    const gone = between(all, from, to);
    const mark = (held: Held, text: string) => [
      Plot.dot([held], { x: "tokens", y, r: 5, fill: held === to ? "var(--series-pool)" : "var(--ink)", stroke: "var(--paper)", strokeWidth: 1.5 }),
      Plot.text([held], { x: "tokens", y, text: () => text, textAnchor: "end", dx: -8, dy: 12, fill: held === to ? "var(--series-pool)" : "var(--ink)", fontWeight: 650 }),
    ];
    return [
      Plot.line(all, { x: "tokens", y, stroke: "var(--ink-soft)", strokeWidth: 1.5, clip: true }),
      Plot.line(gone, { x: "tokens", y, stroke: "var(--series-pool)", strokeWidth: 3.5, strokeLinecap: "round" }),
      ...mark(from, "day 0"),
      ...mark(to, this.report ? `day ${closeOf(this.report)}` : ""),
    ];
  }

  protected numbers(report: Evaluation) {
    const { curve, pool } = report;
    return {
      columns: ["VIX to", "Token, USD", "Tokens held", "USDC held", "Behind holding"],
      rows: curve.vix_to.map((vix, i) => [
        fixed(vix, 1),
        price((curve.token[i] ?? 0) * pool.position.price),
        usd(curve.pool_tokens[i] ?? 0),
        usd(curve.pool_usdc[i] ?? 0),
        usd(-(curve.impermanent_loss[i] ?? 0)),
      ]),
    };
  }
}

/** At every level of VIX on the day of the spike. */
const curveOf = ({ curve, pool }: Evaluation): Held[] =>
  curve.token.map((ratio, i) => ({ tokens: curve.pool_tokens[i] ?? 0, usdc: curve.pool_usdc[i] ?? 0, price: ratio * pool.position.price }));

/** On day 0 and at the close. */
function ends(report: Evaluation): [Held, Held] {
  const on = (day: number): Held => ({
    tokens: report.pool.tokens[day] ?? 0,
    usdc: report.pool.usdc[day] ?? 0,
    price: (report.path.token[day] ?? 1) * report.pool.position.price,
  });
  return [on(0), on(closeOf(report))];
}

/** The part of the curve from one price to another. */
function between(all: readonly Held[], from: Held, to: Held): Held[] {
  const [low, high] = [Math.min(from.price, to.price), Math.max(from.price, to.price)];
  return all.filter(({ price }) => price >= low && price <= high);
}

/** What each traded token went for against what it is worth at the close. */
function areaOf(all: readonly Held[], from: Held, to: Held, loss: number) {
  const gone = between(all, from, to);
  // Above the line, from its left end, where neither the curve nor the days stand.
  const left = to.tokens < from.tokens ? to : from;
  return [
    Plot.areaY(gone, { x: "tokens", y1: "price", y2: () => to.price, fill: "var(--series-pool)", fillOpacity: 0.22 }),
    Plot.ruleY([to.price], { stroke: "var(--series-pool)", strokeWidth: 1, strokeDasharray: "2 3" }),
    Plot.text([left], {
      x: "tokens",
      y: () => to.price,
      text: () => (loss < 0.5 ? "" : `loss ${usd(loss)} USD`),
      textAnchor: "start",
      dx: 8,
      dy: -10,
      fill: "var(--series-pool)",
      fontWeight: 650,
    }),
  ];
}

customElements.define("ballast-trade-curve", BallastTradeCurve);
