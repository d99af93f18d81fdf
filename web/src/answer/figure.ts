import { css, html, LitElement, nothing, type PropertyValues } from "lit";

import type { Evaluation } from "../border";
import type { Term } from "../glossary/names";
import { within } from "../glossary/within";
import { controls } from "../style/controls";
import "./ballast-picture";
import type { Drawn } from "./line-chart";

/** The numbers that a chart is drawn from. */
export interface Numbers {
  columns: string[];
  rows: string[][];
}

/** A chart is drawn when it comes so near to the window, pixels. */
const nearness = 200;

/** A chart under a title that says what it shows, with a line that reads out the values under the pointer, and its numbers as a table. */
export abstract class Figure<Report = Evaluation> extends LitElement {
  static override properties = {
    report: { attribute: false },
    width: { state: true },
    at: { state: true },
    opened: { state: true },
    keys: { type: Boolean },
  };
  declare report: Report | undefined;
  declare width: number;
  /** Which of the values is pointed at. */
  declare at: number | undefined;
  declare opened: boolean;
  /** Whether the values can be read out by the arrow keys, too. */
  declare keys: boolean;

  static override styles = [
    controls,
    css`
      figure { margin: 0; }
      h3 { margin: 0; font-size: var(--type-figure); font-weight: 650; line-height: 1.3; letter-spacing: -0.005em; text-wrap: balance;
           min-height: var(--title-lines, 0); display: flex; align-items: end; }
      .reading { margin: var(--space-0) 0 var(--space-1); min-height: 2.5em; line-height: 1.25; color: var(--ink-soft); font-size: var(--type-small); font-variant-numeric: tabular-nums; }
      .reading b { color: var(--ink); font-weight: 600; }
      .canvas { position: relative; height: var(--height); touch-action: pan-y; }
      .canvas svg { display: block; position: absolute; inset: 0; }
      .pointer { position: absolute; top: 22px; bottom: 34px; width: 1px; background: var(--ink-soft); pointer-events: none; }
      .beneath { position: relative; }
      .beneath ballast-picture { position: absolute; top: -4px; right: 0; }
      details { font-size: var(--type-small); }
      summary { width: fit-content; }
      .scroll { max-height: 260px; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { padding: var(--space-0) var(--space-2); text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); font-weight: 400; }
      thead th { position: sticky; top: 0; background: var(--surface); font-weight: 600; }
      @media print {
        figure { break-inside: avoid; }
        .canvas { height: auto; }
        .canvas svg { position: static; max-width: 100%; height: auto; }
        .scroll { max-height: none; overflow: visible; }
        details:not([open]) { display: none; }
      }
    `,
  ];

  protected readonly height: number = 290;
  /** Words of title and caption that open their entries in the glossary. */
  protected readonly terms: readonly Term[] = [];
  /** Whether the chart may follow a frame later, so that what matters more is drawn first. */
  protected readonly late: boolean = false;
  #drawn: Drawn | undefined;
  #seen = false;
  #due = true;
  #later: number | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => this.sized(entry?.contentRect.width ?? 0));
  readonly #sight = new IntersectionObserver(([entry]) => this.sighted(entry?.isIntersecting ?? false), { rootMargin: `${nearness}px` });

  /** On paper everything is in sight. */
  readonly #printed = () => this.#due && this.redraw();

  constructor() {
    super();
    this.width = 0;
    this.opened = false;
    this.keys = false;
  }

  protected abstract heading(report: Report): string;
  /** What is drawn, in words; stands where the values under the pointer are read out. */
  protected abstract caption(report: Report): string;
  /** What someone who does not see the chart should know of it, with its numbers. */
  protected abstract alternative(report: Report): string;
  protected abstract draw(report: Report, width: number): Drawn;
  /** The x of every value. */
  protected abstract xs(report: Report): readonly number[];
  protected abstract numbers(report: Report): Numbers;
  /** The table; another one than the values where these are too many to be a table. */
  protected tabulated(report: Report): Numbers {
    return this.numbers(report);
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.#printed);
    // Taken out and put in elsewhere.
    if (this.hasUpdated) this.observe();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#printed);
    this.#sizes.disconnect();
    this.#sight.disconnect();
  }

  override render() {
    const { report } = this;
    return html`<figure>
      <h3>${report ? html`<span>${within(this.heading(report), this.terms)}</span>` : "…"}</h3>
      <p class="reading">${report ? (this.at === undefined ? within(this.caption(report), this.terms) : this.renderReading(report, this.at)) : "\u00a0"}</p>
      <div class="canvas" .style=${`--height: ${this.height}px`} @pointerdown=${this.pointed} @pointermove=${this.pointed} @pointerleave=${() => (this.at = undefined)}>
        <div class="drawing"></div>
        ${report && this.at !== undefined && this.#drawn
          ? html`<div class="pointer" .style=${`left: ${this.#drawn.xAt(this.xs(report)[this.at] ?? 0)}px`}></div>`
          : nothing}
      </div>
      <div class="beneath">
        ${report ? this.renderNumbers(report) : html`<details><summary>Numbers</summary></details>`}
        ${report ? html`<ballast-picture .name=${this.heading(report)} .draw=${() => this.picture()}></ballast-picture>` : nothing}
      </div>
    </figure>`;
  }

  private renderReading(report: Report, at: number) {
    const { columns, rows } = this.numbers(report);
    const row = rows[at] ?? [];
    return html`${columns.map((column, index) => html`${index > 0 ? " \u00b7 " : ""}${column} <b>${row[index]}</b>`)}`;
  }

  private renderNumbers(report: Report) {
    const { columns, rows } = this.opened ? this.tabulated(report) : { columns: [], rows: [] };
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>Numbers</summary>
      ${this.opened
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Numbers: ${this.heading(report)}">
            <table>
              <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
              <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
            </table>
          </div>`
        : nothing}
    </details>`;
  }

  protected override firstUpdated() {
    this.observe();
    if (this.keys) this.readByKey(this.canvas);
  }

  private get canvas() {
    return this.renderRoot.querySelector<HTMLElement>(".canvas")!;
  }

  private observe() {
    this.#sizes.observe(this.canvas);
    this.#sight.observe(this.canvas);
  }

  /** The chart can have the focus; then the arrow keys go from value to value and what stands there is said. */
  private readByKey(canvas: HTMLElement) {
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "group");
    canvas.setAttribute("aria-label", "Chart: the arrow keys read out its values");
    canvas.addEventListener("focus", () => this.renderRoot.querySelector(".reading")!.setAttribute("aria-live", "polite"));
    canvas.addEventListener("blur", () => (this.at = undefined));
    canvas.addEventListener("keydown", (event) => {
      const last = this.report ? this.xs(this.report).length - 1 : -1;
      const at = this.at ?? -1;
      const to = { ArrowRight: at + 1, ArrowLeft: this.at === undefined ? last : at - 1, PageUp: at + 10, PageDown: at - 10, Home: 0, End: last }[event.key];
      if (event.key === "Escape") this.at = undefined;
      if (to === undefined || last < 0) return;
      event.preventDefault();
      this.at = Math.min(Math.max(to, 0), last);
    });
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has("report") || changed.has("width")) this.#due = true;
    if (!this.#due || !this.#seen) return;
    if (this.late) this.#later ??= requestAnimationFrame(() => setTimeout(() => this.redraw()));
    else this.redraw();
  }

  /** The first chart is drawn in the frame that has its place; what observes its sight would tell a frame later. */
  private sized(width: number) {
    this.width = Math.floor(width);
    if (this.#seen) return;
    const { top, bottom } = this.canvas.getBoundingClientRect();
    this.#seen = bottom > -nearness && top < innerHeight + nearness;
  }

  /** A chart that is out of sight is drawn when it comes into sight. */
  private sighted(seen: boolean) {
    this.#seen = seen;
    if (seen && this.#due) this.redraw();
  }

  private redraw() {
    this.#later = undefined;
    const { report, width } = this;
    if (!report || width < 50) return;
    this.#drawn = this.draw(report, width);
    this.renderRoot.querySelector(".drawing")!.replaceChildren(this.#drawn.svg);
    this.#due = false;
  }

  /** The figure as a file, as it is drawn now. */
  private async picture(): Promise<string | undefined> {
    const { asSvg } = await import("./picture");
    if (this.#due) this.redraw();
    const { report } = this;
    const svg = this.#drawn?.svg;
    return report && svg ? asSvg(svg, this.heading(report), this.caption(report)) : undefined;
  }

  /** The x that a pointer is over. */
  protected xUnder(event: PointerEvent): number | undefined {
    return this.#drawn?.xFrom(event.clientX - this.canvas.getBoundingClientRect().left);
  }

  private pointed(event: PointerEvent) {
    const x = this.xUnder(event);
    if (!this.report || x === undefined) return;
    const xs = this.xs(this.report);
    let nearest = 0;
    xs.forEach((each, index) => {
      if (Math.abs(each - x) < Math.abs(xs[nearest]! - x)) nearest = index;
    });
    this.at = nearest;
  }
}
