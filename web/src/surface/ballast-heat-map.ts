import * as Plot from "@observablehq/plot";
import { css, html, LitElement, nothing } from "lit";

import { change, fixed, short } from "../answer/amounts";
import "../answer/ballast-picture";
import { asImage, write } from "../answer/line-chart";
import { plotted } from "../answer/plotted";
import type { Surface } from "../border";
import { controls } from "../style/controls";
import { tables } from "../style/tables";
import { amounts, levelDecimals, named, ofSurface, placeOf, thinned, valueIn, type Cell, type Shown } from "./findings";
import { heatPicture } from "./heat-picture";
import { heatColours, heatScale, type Colour } from "./heat-scale";

/** Another of the amounts is looked at. */
export class AmountChosenEvent extends CustomEvent<Shown> {
  constructor(amount: Shown) {
    super("amount-chosen", { detail: amount, bubbles: true });
  }
}

/** A spike was chosen: at the close of that day VIX is at that level. */
export class SpikeChosenEvent extends CustomEvent<{ day: number; level: number }> {
  constructor(day: number, level: number) {
    super("spike-chosen", { detail: { day, level }, bubbles: true });
  }
}

const margins = { top: 22, right: 14, bottom: 34, left: 44 };
const caption = "Profit and loss since day 0, USD, by the level that VIX is taken to and by day. The line is where it is zero.";
const names: Record<Shown, string> = { total: "Together", pool: "Pool", hedge: "Hedge" };

/** Amounts by level of VIX and day as colours, painted on a canvas, with the zero line drawn through them. */
export class BallastHeatMap extends LitElement {
  static override properties = {
    report: { attribute: false }, spike: { attribute: false }, looked: {}, at: { state: true }, width: { state: true }, opened: { state: true }, themed: { state: true },
  };
  declare report: Surface | undefined;
  /** The scenario's own spike. */
  declare spike: { day: number; level: number } | undefined;
  /** Which of the amounts is painted. */
  declare looked: Shown;
  /** The cell that is pointed at. */
  declare at: Cell | undefined;
  declare width: number;
  declare opened: boolean;
  /** Another number paints anew, in other colours. */
  declare themed: number;
  #stop: AbortController | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => (this.width = Math.floor(entry?.contentRect.width ?? 0)));
  readonly #theme = new MutationObserver(() => ++this.themed);

  static override styles = [
    ...tables,
    controls,
    css`
      figure { margin: 0; }
      .head { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: end; justify-content: space-between; }
      h3 { margin: 0; font-size: var(--type-figure); font-weight: 650; line-height: 1.3; text-wrap: balance; flex: 1 1 18em; max-width: 46em; min-height: 2.6em; display: flex; align-items: end; }
      fieldset { border: 0; margin: 0; padding: 0; display: flex; }
      fieldset label { position: relative; border: 1px solid var(--line-strong); padding: var(--space-0) var(--space-3); min-height: 30px; cursor: pointer; background: var(--surface); }
      fieldset label + label { border-left: 0; }
      fieldset label:first-of-type { border-radius: var(--radius) 0 0 var(--radius); }
      fieldset label:last-of-type { border-radius: 0 var(--radius) var(--radius) 0; }
      fieldset input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
      fieldset label:has(:checked) { background: var(--accent); border-color: var(--accent); color: var(--surface); font-weight: 600; }
      fieldset label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; z-index: 1; }
      .reading { margin: var(--space-0) 0 var(--space-1); min-height: 2.5em; line-height: 1.25; color: var(--ink-soft); font-size: var(--type-small); font-variant-numeric: tabular-nums; }
      .reading b { color: var(--ink); font-weight: 600; }
      .map { position: relative; height: var(--height); cursor: crosshair; touch-action: pan-y; }
      .map canvas { position: absolute; }
      .axes svg { position: absolute; inset: 0; display: block; }
      .cell { position: absolute; border: 2px solid var(--ink); box-shadow: 0 0 0 1px var(--paper); pointer-events: none; }
      .legend { display: grid; grid-template-columns: minmax(0, 340px); justify-content: end; text-align: center; font-size: var(--type-small); color: var(--ink-soft); font-variant-numeric: tabular-nums; margin: var(--space-2) 14px var(--space-2) 44px; }
      .ramp { width: 80%; margin-inline: 10%; height: 12px; border: 1px solid var(--line-strong); }
      .ticks { display: grid; grid-template-columns: repeat(5, 1fr); }
      .scroll { max-height: 320px; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); }
      details { font-size: var(--type-small); }
      summary { width: fit-content; }
      .beneath { position: relative; }
      .beneath ballast-picture { position: absolute; top: -4px; right: 0; }
      @media print { details:not([open]) { display: none; } }
    `,
  ];

  constructor() {
    super();
    this.looked = "total";
    this.width = 0;
    this.opened = false;
    this.themed = 0;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#stop = new AbortController();
    if (this.hasUpdated) this.observe();
    // This page's choice of light or dark, or that of a site around the figure, is a class, an attribute or a style of one of these.
    for (const root of [document.documentElement, document.body]) this.#theme.observe(root, { attributes: true });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => ++this.themed, { signal: this.#stop.signal });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.abort();
    this.#theme.disconnect();
    this.#sizes.disconnect();
  }

  private get height() {
    return this.width < 500 ? 320 : 440;
  }

  override render() {
    const { report } = this;
    return html`<figure>
      <div class="head">
        <h3>${report ? ofSurface(report, this.looked) : "…"}</h3>
        <fieldset>
          <legend class="unseen">Amount</legend>
          ${amounts.map((each) => html`<label><input type="radio" name="amount" value=${each} .checked=${each === this.looked} @change=${() => this.dispatchEvent(new AmountChosenEvent(each))} />${names[each]}</label>`)}
        </fieldset>
      </div>
      <p class="reading" role="status">${report && this.at ? this.renderReading(report, this.at) : `${caption} Point, or use the arrow keys, to read it; a click or Enter puts the spike there.`}</p>
      <div class="map" id="map" .style=${`--height: ${this.height}px`} tabindex="0" role="application" aria-roledescription="heat map"
        aria-label="Heat map, ${names[this.looked].toLowerCase()}. Arrow keys move by a day or a level, with Shift by ten; Enter puts the spike there."
        @pointermove=${this.pointed} @pointerleave=${() => (this.at = undefined)} @click=${this.clicked} @keydown=${this.pressed}
        @focus=${() => (this.at ??= this.own)} @blur=${() => (this.at = undefined)}>
        <canvas aria-hidden="true"></canvas>
        <div class="axes"></div>
        ${report && this.at ? this.renderCell(report, this.at) : nothing}
      </div>
      ${report
        ? html`${this.renderLegend(report)}
            <div class="beneath">
              ${this.renderNumbers(report)}
              <ballast-picture .name=${ofSurface(report, this.looked)} .draw=${() => this.picture(report)}></ballast-picture>
            </div>`
        : nothing}
    </figure>`;
  }

  private renderReading(report: Surface, at: Cell) {
    const read = amounts.map((each) => html` · ${names[each]} <b>${change(valueIn(report, each, at))}</b>`);
    return html`<b>${placeOf(report, at)}</b>${read} USD`;
  }

  private renderCell(report: Surface, { row, day }: Cell) {
    const { left, top, width, height } = this.box(report);
    const size = { width: width / report.days, height: height / report.vix_to.length };
    const place = { left: left + day * size.width, top: top + (report.vix_to.length - 1 - row) * size.height };
    const grown = { width: Math.max(size.width, 6), height: Math.max(size.height, 6) };
    const where = `left: ${place.left - (grown.width - size.width) / 2 - 2}px; top: ${place.top - (grown.height - size.height) / 2 - 2}px; width: ${grown.width + 4}px; height: ${grown.height + 4}px`;
    return html`<div class="cell" .style=${where}></div>`;
  }

  private renderLegend(report: Surface) {
    return html`<div class="legend" aria-hidden="true"><canvas class="ramp" width="256" height="1"></canvas>
      <div class="ticks">${this.ticks(report).map((text) => html`<span>${text}</span>`)}</div>
      <div>loss ← USD → gain</div></div>`;
  }

  /** What is written below the scale of colours, evenly: it goes by the square root. */
  private ticks(report: Surface) {
    return [-1, -0.25, 0, 0.25, 1].map((share) => short(share * this.largest(report)));
  }

  /** The figure as a file, as it is drawn now. */
  private async picture(report: Surface): Promise<string | undefined> {
    const [axes, cells, ramp] = [".axes svg", ".map canvas", ".ramp"].map((name) => this.renderRoot.querySelector(name));
    if (!axes || !cells || !ramp) return undefined;
    return heatPicture({
      title: ofSurface(report, this.looked), caption, axes: axes as SVGElement, cells: cells as HTMLCanvasElement, box: this.box(report), ramp: ramp as HTMLCanvasElement, ticks: this.ticks(report),
    });
  }

  private renderNumbers(report: Surface) {
    const days = thinned(report.days, 9);
    const rows = thinned(report.vix_to.length, 17).reverse();
    const decimals = levelDecimals(report);
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>Numbers</summary>
      ${this.opened
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Numbers: ${ofSurface(report, this.looked)}">
            <table>
              <thead><tr><th scope="col">VIX to</th>${days.map((day) => html`<th scope="col">day ${day}</th>`)}</tr></thead>
              <tbody>${rows.map((row) => html`<tr><th scope="row">${fixed(report.vix_to[row]!, decimals)}</th>${days.map((day) => html`<td>${change(valueIn(report, this.looked, { row, day }))}</td>`)}</tr>`)}</tbody>
            </table>
          </div>`
        : nothing}
    </details>`;
  }

  protected override firstUpdated() {
    this.observe();
  }

  private observe() {
    this.#sizes.observe(this.renderRoot.querySelector(".map")!);
  }

  protected override updated(changed: Map<string, unknown>) {
    if (["report", "looked", "width", "themed", "spike"].some((name) => changed.has(name))) this.paint();
  }

  /** Where the cells are in the figure, pixels. */
  private box(_: Surface) {
    return { left: margins.left, top: margins.top, width: this.width - margins.left - margins.right, height: this.height - margins.top - margins.bottom };
  }

  private largest(report: Surface) {
    return report[this.looked].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  }

  private paint() {
    const { report } = this;
    if (!report || this.width < 120) return;
    const colour = heatScale(heatColours(this), this.largest(report));
    this.paintCells(report, colour);
    const ramp = this.renderRoot.querySelector<HTMLCanvasElement>(".ramp")!.getContext("2d")!;
    const [strip, largest] = [ramp.createImageData(256, 1), this.largest(report)];
    for (let x = 0; x < 256; ++x) {
      const share = (2 * x) / 255 - 1;
      strip.data.set([...colour(Math.sign(share) * share * share * largest), 255], 4 * x);
    }
    ramp.putImageData(strip, 0, 0);
    this.renderRoot.querySelector(".axes")!.replaceChildren(this.axes(report));
  }

  /** One pixel a cell, then drawn as large as there is room; the zero line over it. */
  private paintCells(report: Surface, colour: (value: number) => Colour) {
    const { days, vix_to } = report;
    const values = report[this.looked];
    const cells = new ImageData(days, vix_to.length);
    for (let row = 0; row < vix_to.length; ++row) {
      for (let day = 0; day < days; ++day) cells.data.set([...colour(values[row * days + day] ?? 0), 255], 4 * ((vix_to.length - 1 - row) * days + day));
    }
    const small = new OffscreenCanvas(days, vix_to.length);
    small.getContext("2d")!.putImageData(cells, 0, 0);
    const canvas = this.renderRoot.querySelector("canvas")!;
    const { left, top, width, height } = this.box(report);
    const density = devicePixelRatio || 1;
    Object.assign(canvas, { width: Math.round(width * density), height: Math.round(height * density) });
    Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    const context = canvas.getContext("2d")!;
    context.imageSmoothingEnabled = false;
    context.drawImage(small, 0, 0, canvas.width, canvas.height);
    this.drawZero(context, report, canvas.width / days, canvas.height / vix_to.length, density);
  }

  /** A stroke between any two cells that are on different sides of zero. */
  private drawZero(context: CanvasRenderingContext2D, { days, vix_to, [this.looked]: values }: Surface, width: number, height: number, density: number) {
    const gains = (row: number, day: number) => (values[row * days + day] ?? 0) >= 0;
    const y = (row: number) => (vix_to.length - row) * height;
    context.beginPath();
    for (let row = 0; row < vix_to.length; ++row) {
      for (let day = 1; day < days; ++day) {
        if (day > 1 && gains(row, day) !== gains(row, day - 1)) context.moveTo(day * width, y(row)), context.lineTo(day * width, y(row + 1));
        if (row > 0 && gains(row, day) !== gains(row - 1, day)) context.moveTo(day * width, y(row)), context.lineTo((day + 1) * width, y(row));
      }
    }
    context.lineWidth = 1.5 * density;
    context.strokeStyle = getComputedStyle(this).color;
    context.stroke();
  }

  private axes(report: Surface): SVGElement {
    const { days, vix_to } = report;
    const step = ((vix_to[vix_to.length - 1] ?? 1) - (vix_to[0] ?? 0)) / Math.max(1, vix_to.length - 1);
    const here = this.spike ? [this.spike] : [];
    const svg = plotted({
      width: this.width,
      height: this.height,
      marginTop: margins.top, marginRight: margins.right, marginBottom: margins.bottom, marginLeft: margins.left,
      x: { label: null, domain: [-0.5, days - 0.5], ticks: Math.max(3, Math.round(this.width / 70)), tickSize: 4 },
      y: { label: null, domain: [(vix_to[0] ?? 0) - step / 2, (vix_to[vix_to.length - 1] ?? 1) + step / 2], ticks: 8, tickSize: 4 },
      marks: [
        Plot.frame({ stroke: "var(--line-strong)" }),
        Plot.dot(here, { x: "day", y: "level", r: 7, stroke: "var(--paper)", strokeWidth: 4 }),
        Plot.dot(here, { x: "day", y: "level", r: 7, stroke: "var(--ink)", strokeWidth: 2 }),
        Plot.text(here, { x: "day", y: "level", dx: 12, textAnchor: "start", text: () => "this spike", fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 }),
      ],
    });
    write(svg, 0, 11, "VIX at the close of the spike", { fill: "var(--ink-soft)" });
    write(svg, this.width - margins.right, this.height - 2, "day", { fill: "var(--ink-soft)", "text-anchor": "end" });
    return asImage(svg, this.alternative(report));
  }

  /** What someone who does not see the map should know of it. */
  private alternative(report: Surface) {
    const days = thinned(report.days, 4).slice(1);
    const rows = thinned(report.vix_to.length, 5);
    const said = rows.map((row) => `VIX to ${fixed(report.vix_to[row]!, 0)}: ${days.map((day) => `${change(valueIn(report, this.looked, { row, day }))} on day ${day}`).join(", ")}`);
    return `${ofSurface(report, this.looked)}. ${named[this.looked]}, USD. ${said.join("; ")}.`;
  }

  /** The cell of the scenario's own spike, or the middle. */
  private get own(): Cell {
    const { report, spike } = this;
    if (!report) return { row: 0, day: 0 };
    if (!spike) return { row: report.vix_to.length >> 1, day: report.days >> 1 };
    const nearest = report.vix_to.reduce((best, level, row) => (Math.abs(level - spike.level) < Math.abs(report.vix_to[best]! - spike.level) ? row : best), 0);
    return { row: nearest, day: spike.day };
  }

  private under({ clientX, clientY }: MouseEvent): Cell | undefined {
    const { report } = this;
    if (!report) return undefined;
    const map = this.renderRoot.querySelector(".map")!.getBoundingClientRect();
    const { left, top, width, height } = this.box(report);
    const day = Math.floor(((clientX - map.left - left) / width) * report.days);
    const row = report.vix_to.length - 1 - Math.floor(((clientY - map.top - top) / height) * report.vix_to.length);
    return day >= 0 && day < report.days && row >= 0 && row < report.vix_to.length ? { row, day } : undefined;
  }

  private pointed(event: PointerEvent) {
    this.at = this.under(event);
  }

  private clicked(event: MouseEvent) {
    const cell = this.under(event);
    if (cell) this.choose(cell);
  }

  private pressed(event: KeyboardEvent) {
    const { report } = this;
    const at = this.at ?? this.own;
    const by = event.shiftKey ? 10 : 1;
    const moves: Record<string, Cell> = {
      ArrowRight: { row: at.row, day: at.day + by }, ArrowLeft: { row: at.row, day: at.day - by }, ArrowUp: { row: at.row + by, day: at.day }, ArrowDown: { row: at.row - by, day: at.day },
      Home: { row: at.row, day: 0 }, End: { row: at.row, day: Infinity },
    };
    const to = moves[event.key];
    if (!report || !(to || event.key === "Enter" || event.key === " ")) return;
    event.preventDefault();
    if (!to) return this.choose(at);
    const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
    this.at = { row: within(to.row, report.vix_to.length), day: within(to.day, report.days) };
  }

  /** On day 0 nothing has happened yet. */
  private choose({ row, day }: Cell) {
    const level = this.report?.vix_to[row];
    if (level !== undefined) this.dispatchEvent(new SpikeChosenEvent(Math.max(1, day), level));
  }
}

customElements.define("ballast-heat-map", BallastHeatMap);
