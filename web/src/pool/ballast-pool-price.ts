import * as Plot from "@observablehq/plot";
import { css } from "lit";

import { change, fixed, short, usd } from "../answer/amounts";
import { Figure } from "../answer/figure";
import { lineChart, type Drawn, type Line } from "../answer/line-chart";
import { poolLook, totalLook } from "../answer/looks";
import type { Evaluation } from "../border";
import { EditEvent } from "../form/field";
import { rounded } from "../form/number-text";
import { niceStep } from "../form/slider-scale";
import { ofRange, price, rangeText } from "./findings";

type End = "lower" | "upper";
const ends: readonly End[] = ["lower", "upper"];
const names = { lower: "Lower end of the range", upper: "Upper end of the range" };

/** How far beyond the upper end, and beyond the prices of the curve, the axis goes. */
const beyondEnd = 1.15;
/** An upper end this many times above the prices of the curve is off the axis. */
const farOff = 2.5;

/** The pool's profit on the spike by the token's price, with the range on the axis: its ends can be dragged. */
export class BallastPoolPrice extends Figure {
  static override properties = { ...Figure.properties, movable: { type: Boolean } };
  /** Whether the pool has a range of its own, which can be moved. */
  declare movable: boolean;

  static override styles = [
    ...Figure.styles,
    css`
      .end {
        position: absolute; top: 22px; bottom: 34px; width: 28px; margin-left: -14px; cursor: ew-resize; touch-action: none;
        display: flex; justify-content: center; align-items: center; border-radius: var(--radius);
      }
      .end[hidden] { display: none; }
      .end::before { content: ""; position: absolute; inset: 0 auto 0 50%; width: 2px; margin-left: -1px; background: var(--accent); }
      .end::after {
        content: "‹ ›"; position: relative; width: 26px; height: 26px; border-radius: 50%; background: var(--surface); border: 2px solid var(--accent);
        color: var(--accent); font: 700 var(--type-small)/20px var(--type-face); text-align: center;
      }
      .end:hover::after, .end:active::after { background: var(--accent); color: var(--surface); }
      .end.off::before { background: none; border-left: 2px dashed var(--accent); }
      .end.off::after { content: "›"; }
    `,
  ];

  protected override readonly height = 250;

  #handles = new Map<End, HTMLElement>();
  #drawn: Drawn | undefined;
  /** While an end is held the axis stands still under it. */
  #held: { end: End; span: readonly [number, number] } | undefined;

  constructor() {
    super();
    this.movable = false;
  }

  protected heading = ofRange;

  protected caption(report: Evaluation) {
    const day = `at the close of day ${report.curve.day}`;
    return `Profit and loss ${day} by the price of the token, USD. The ticks are its closes by day.${this.movable ? " Drag the ends of the range." : ""}`;
  }

  protected alternative(report: Evaluation) {
    const { curve, pool } = report;
    const at = prices(report);
    const steps = at.map((_, i) => i).filter((i) => i % Math.ceil(at.length / 6) === 0);
    const points = steps.map((i) => `token ${price(at[i]!)}: pool ${change(curve.pool[i]!)}, with hedge ${change(curve.total[i]!)} USD`);
    return `${ofRange(report)}. Range: ${rangeText(pool.position)}, entered at ${price(pool.position.price)} USD. ${points.join("; ")}.`;
  }

  protected xs(report: Evaluation) {
    return prices(report);
  }

  protected draw(report: Evaluation, width: number) {
    const { pool, path, spike } = report;
    const span = this.#held?.span ?? axisOf(report);
    const { position } = pool;
    const band = [{ from: Math.max(position.lower, span[0]), to: Math.min(position.upper ?? Infinity, span[1]) }];
    const closes = path.token.map((ratio, i) => ({ x: ratio * position.price, inside: pool.in_range[i] !== 0 })).filter(({ x }) => x <= span[1]);
    const here = spike ? [{ x: spike.token_to * position.price }].filter(({ x }) => x <= span[1]) : [];
    const entry = [{ x: position.price }].filter(({ x }) => x <= span[1]);
    const labelWidth = Math.min(84, width * 0.24);
    const apart = here[0] ? ((here[0].x - position.price) / span[1]) * (width - labelWidth - 44) : Infinity;
    // Two words that would touch lean away from each other.
    const lean = Math.abs(apart) > 84 ? 0 : Math.sign(apart) || 1;
    const anchor = (side: number) => ({ textAnchor: side === 0 ? "middle" : side > 0 ? "start" : "end", dx: 3 * side, dy: -14, frameAnchor: "top" }) as const;
    this.#drawn = lineChart({
      width,
      height: this.height,
      x: prices(report),
      span,
      lines: lines(report),
      xLabel: "token, USD",
      yLabel: "USD",
      yFormat: short,
      labelWidth,
      zero: true,
      below: [
        this.movable && band[0]!.from < band[0]!.to ? Plot.rectX(band, { x1: "from", x2: "to", fill: "var(--accent)", fillOpacity: 0.13 }) : null,
        Plot.ruleX(entry, { x: "x", stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
        Plot.ruleX(here, { x: "x", stroke: "var(--ink)", strokeDasharray: "2 3" }),
        Plot.text(entry, { x: "x", ...anchor(-lean), text: () => "entry", fill: "var(--ink-soft)" }),
        Plot.text(here, { x: "x", ...anchor(lean), text: (d: { x: number }) => `the spike, ${price(d.x)}`, fill: "var(--ink)" }),
      ],
      above: [
        Plot.tickX(closes, { x: "x", stroke: (d: { inside: boolean }) => (d.inside ? "var(--accent)" : "var(--series-pool)"), strokeOpacity: 0.75, insetTop: this.height - 66 }),
      ],
      describe: this.alternative(report),
    });
    this.place(report, span);
    return this.#drawn;
  }

  protected numbers(report: Evaluation) {
    const { curve } = report;
    return {
      columns: ["Token, USD", "VIX to", "Pool alone", "With hedge"],
      rows: prices(report).map((at, i) => [price(at), fixed(curve.vix_to[i] ?? 0, 1), usd(curve.pool[i] ?? 0), usd(curve.total[i] ?? 0)]),
    };
  }

  protected override firstUpdated() {
    super.firstUpdated();
    const canvas = this.renderRoot.querySelector<HTMLElement>(".canvas")!;
    for (const end of ends) {
      const handle = document.createElement("div");
      handle.className = `end ${end}`;
      handle.tabIndex = 0;
      handle.hidden = true;
      for (const [name, value] of Object.entries({ role: "slider", "aria-label": names[end], "aria-valuemin": "0" })) handle.setAttribute(name, value);
      handle.addEventListener("pointerdown", (event) => this.take(end, handle, event));
      handle.addEventListener("pointermove", (event) => this.#held?.end === end && this.drag(end, event));
      for (const done of ["pointerup", "pointercancel", "lostpointercapture"]) handle.addEventListener(done, () => this.release(end));
      handle.addEventListener("keydown", (event) => this.step(end, event));
      canvas.append(handle);
      this.#handles.set(end, handle);
    }
  }

  private take(end: End, handle: HTMLElement, event: PointerEvent) {
    if (!this.report || event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    this.#held = { end, span: axisOf(this.report) };
  }

  private drag(end: End, event: PointerEvent) {
    const at = this.xUnder(event);
    if (at !== undefined) this.move(end, at);
  }

  private release(end: End) {
    if (this.#held?.end !== end) return;
    this.#held = undefined;
    // The axis may move again.
    if (this.report) this.report = { ...this.report };
  }

  private step(end: End, event: KeyboardEvent) {
    if (!this.report) return;
    const position = this.report.pool.position;
    const from = position[end];
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (steps === undefined || from === undefined) return;
    event.preventDefault();
    this.move(end, from + steps * (event.shiftKey ? 10 : 1) * this.grain);
  }

  /** The distance between two prices that an end can have. */
  private get grain() {
    const [from, to] = this.#held?.span ?? (this.report ? axisOf(this.report) : [0, 1]);
    return niceStep([from, to / 2], false);
  }

  /** Asks for an end elsewhere; the ends never meet. */
  private move(end: End, to: number) {
    const { grain } = this;
    const position = this.report?.pool.position;
    if (!position) return;
    const low = end === "lower" ? 0 : position.lower + grain;
    const high = end === "upper" ? Infinity : (position.upper ?? Infinity) - grain;
    const value = rounded(Math.min(Math.max(rounded(to, grain), low), high), grain);
    if (value >= 0 && value !== position[end]) this.dispatchEvent(new EditEvent(`/pool/${end}`, value));
  }

  /** Puts the ends where the report has them. */
  private place(report: Evaluation, span: readonly [number, number]) {
    const { position } = report.pool;
    for (const [end, handle] of this.#handles) {
      const value = position[end];
      const off = value === undefined || value > span[1];
      handle.hidden = !this.movable || value === undefined;
      handle.classList.toggle("off", off);
      handle.style.left = `${this.#drawn?.xAt(Math.min(value ?? span[1], span[1])) ?? 0}px`;
      handle.setAttribute("aria-valuemax", String(span[1]));
      handle.setAttribute("aria-valuenow", String(value ?? span[1]));
      handle.setAttribute("aria-valuetext", value === undefined ? "none" : `${price(value)} USD`);
    }
  }
}

/** The token's price at every level of the curve: the same ratio in the pool's own USD. */
const prices = ({ curve, pool }: Evaluation) => curve.token.map((ratio) => ratio * pool.position.price);

/** From zero to where the curve, the path and the range end. */
function axisOf(report: Evaluation): readonly [number, number] {
  const { price: entry, upper } = report.pool.position;
  const reached = Math.max(...prices(report), ...report.path.token.map((ratio) => ratio * entry));
  const end = upper !== undefined && upper <= farOff * reached ? upper * beyondEnd : 0;
  return [0, Math.max(reached, end)];
}

const lines = ({ curve, layers }: Evaluation): Line[] => [
  { name: "Pool alone", label: "Pool alone", values: curve.pool, look: poolLook },
  ...(layers.some(({ on }) => on) ? [{ name: "With hedge", label: "With hedge", values: curve.total, look: totalLook }] : []),
];

customElements.define("ballast-pool-price", BallastPoolPrice);
