import { css, html, LitElement, nothing } from "lit";

import { change, fixed } from "../answer/amounts";
import { controls } from "../style/controls";
import { isoDate, moments, type Replay } from "./replay";

/** Another close is looked at. */
export class CloseEvent extends CustomEvent<number> {
  constructor(close: number) {
    super("close-at", { detail: close, bubbles: true, composed: true });
  }
}

/** A history plays in about so many seconds, however long it is. */
const seconds = 12;
const stepsPerSecond = 12;

/** Goes through the closes: by hand, or by itself. Who wants less motion is given single steps. */
export class BallastTimeline extends LitElement {
  static override properties = { report: { attribute: false }, at: { type: Number }, playing: { state: true } };
  declare report: Replay | undefined;
  /** The close that is looked at. */
  declare at: number | undefined;
  declare playing: boolean;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");

  static override styles = [
    controls,
    css`
      .bar { display: flex; align-items: center; gap: var(--space-3); }
      button { flex: none; min-width: 6.5em; }
      output { display: block; min-height: 1.5em; font-size: var(--type-small); color: var(--ink-soft); font-variant-numeric: tabular-nums; }
      output b { color: var(--ink); font-weight: 600; }
    `,
  ];

  constructor() {
    super();
    this.playing = false;
    this.#still.addEventListener("change", () => (this.stop(), this.requestUpdate()));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  override render() {
    const { report } = this;
    if (!report) return nothing;
    const last = report.day.length - 1;
    const at = Math.min(this.at ?? 0, last);
    const date = isoDate(moments(report)[at]!);
    const book = report.books[0]!;
    return html`<div class="bar">
        ${this.#still.matches
          ? html`<button type="button" class="quiet" ?disabled=${at >= last} @click=${() => this.go(at + 1)}>Next close</button>`
          : html`<button type="button" class="quiet" @click=${this.toggle}>${this.playing ? "Pause" : "Play"}</button>`}
        <input type="range" min="0" max=${last} .value=${String(at)} aria-label="Close that is looked at" aria-valuetext=${date}
          .style=${`--filled: ${last === 0 ? 0 : (100 * at) / last}%`} @input=${this.moved} />
      </div>
      <output>${this.at === undefined
        ? "Move along the closes to see what each of them did."
        : html`<b>${date}</b> · VIX <b>${fixed(report.vix[at]!, 2)}</b> · token <b>${fixed(report.token[at]!, 3)}</b> · impermanent loss <b>${fixed(report.impermanent_loss_percent[at]!, 2)} %</b>
            · pool <b>${change(report.pool[at]!)}</b> · hedge <b>${change(book.hedge[at]!)}</b> · together <b>${change(book.total[at]!)}</b> USD`}</output>`;
  }

  private moved(event: Event) {
    this.stop();
    this.go((event.target as HTMLInputElement).valueAsNumber);
  }

  private toggle() {
    if (this.playing) return this.stop();
    const last = (this.report?.day.length ?? 1) - 1;
    const steps = seconds * stepsPerSecond;
    const stride = Math.max(1, Math.ceil(last / steps));
    if ((this.at ?? 0) >= last) this.go(0);
    this.playing = true;
    this.#clock = setInterval(() => {
      const next = Math.min(last, (this.at ?? 0) + stride);
      this.go(next);
      if (next >= last) this.stop();
    }, Math.min(500, (1000 * seconds) / Math.max(1, Math.min(last, steps))));
  }

  private stop() {
    clearInterval(this.#clock);
    this.playing = false;
  }

  private go(close: number) {
    this.at = close;
    this.dispatchEvent(new CloseEvent(close));
  }
}

customElements.define("ballast-timeline", BallastTimeline);
