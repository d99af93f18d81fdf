import { css, html, LitElement, nothing } from "lit";

import type { Schema } from "../border";
import { EditEvent } from "../form/field";
import { fromPercent, grouped, rounded, toPercent, typed } from "../form/number-text";
import { sliderScale, type SliderScale } from "../form/slider-scale";
import { wordingOf } from "../form/wording";

/** A drag over so many pixels takes the number through all its values. */
const fullDrag = 480;
/** A press that moves less than this is none, pixels. */
const meant = 3;

/**
 * A number in a sentence that can be changed there: dragged sideways, by the arrow keys, or typed after Enter or a double click. What it
 * may be is the schema's; how far a drag reaches is the wording's, as for the sliders of the form. Fires `edit`.
 */
export class BallastLiveNumber extends LitElement {
  static override properties = {
    pointer: { reflect: true },
    value: { attribute: false },
    schema: { attribute: false },
    label: {},
    unit: {},
    unset: {},
    typing: { state: true },
  };
  declare pointer: string;
  declare value: number | undefined;
  declare schema: Schema;
  declare label: string;
  /** Follows the number, and is not part of it. */
  declare unit: string;
  /** Stands where there is no number yet. */
  declare unset: string;
  declare typing: boolean;
  #held: { id: number; x: number; position: number; moved: boolean } | undefined;

  static override styles = css`
    :host { display: inline; white-space: nowrap; }
    .number {
      font-variant-numeric: tabular-nums; font-weight: 600; color: var(--accent); cursor: ew-resize; touch-action: pan-y; user-select: none; -webkit-user-select: none;
      padding: 0.12em 0.15em; margin: 0 -0.05em; border-radius: var(--radius); border-bottom: 2px dotted currentColor;
    }
    :host::after { content: "\\2060"; }
    @media (pointer: coarse) { .number { display: inline-block; min-width: 24px; padding-block: 0.2em; line-height: 1.1; text-align: center; } }
    .number:hover, .held { background: var(--accent-soft); border-bottom-style: solid; }
    .number:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
    input { font: inherit; font-weight: 600; width: 6em; padding: 0 0.2em; color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius); }
    input:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
  `;

  constructor() {
    super();
    this.unit = "";
    this.unset = "none";
    this.typing = false;
  }

  private get wording() {
    return wordingOf(this.pointer);
  }

  private get scale(): SliderScale {
    return sliderScale(this.schema, this.wording);
  }

  /** What a drag starts from. */
  private get start(): number {
    const standard = this.schema.default;
    return this.value ?? this.wording.initial ?? (typeof standard === "number" ? standard : 0);
  }

  /** To a tenth of what a step of the drag is; typed, a number keeps all its digits. */
  private text(value: number) {
    const { scale } = this;
    const middle = Math.min(scale.toPosition(value), scale.steps - 1);
    const step = Math.abs(scale.toValue(middle + 1) - scale.toValue(middle));
    return this.written(step > 0 ? rounded(value, step / 10) : value);
  }

  private written(value: number) {
    return grouped(this.wording.percent ? toPercent(value) : value);
  }

  override render() {
    if (!this.schema) return nothing;
    if (this.typing) {
      return html`<input aria-label=${this.label} .value=${this.value === undefined ? "" : this.written(this.value)} @keydown=${this.typedKey} @blur=${this.commit} />${this.unit}`;
    }
    const { scale, value } = this;
    const [least, most] = [scale.toValue(0), scale.toValue(scale.steps)];
    const shown = value === undefined ? this.unset : this.text(value);
    return html`<span
        class="number ${this.#held ? "held" : ""}"
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-valuemin=${Math.min(least, this.start)}
        aria-valuemax=${Math.max(most, this.start)}
        aria-valuenow=${this.start}
        aria-valuetext="${shown}${this.unit.replace("\u00a0", " ")}"
        title="Drag sideways, use the arrow keys, or press Enter to type"
        @pointerdown=${this.pressed}
        @pointermove=${this.dragged}
        @pointerup=${this.released}
        @pointercancel=${this.released}
        @dblclick=${() => this.type()}
        @keydown=${this.stepped}
        >${shown}</span
      >${this.unit}`;
  }

  private put(value: number) {
    if (value !== this.value) this.dispatchEvent(new EditEvent(this.pointer, value));
  }

  private pressed(event: PointerEvent) {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#held = { id: event.pointerId, x: event.clientX, position: this.scale.toPosition(this.start), moved: false };
  }

  private dragged(event: PointerEvent) {
    const held = this.#held;
    if (!held || held.id !== event.pointerId) return;
    const by = event.clientX - held.x;
    if (!held.moved && Math.abs(by) < meant) return;
    held.moved = true;
    const { scale } = this;
    const position = Math.round(held.position + (by * scale.steps) / fullDrag);
    this.put(scale.toValue(Math.min(Math.max(position, 0), scale.steps)));
  }

  private released(event: PointerEvent) {
    if (this.#held?.id !== event.pointerId) return;
    this.#held = undefined;
    this.requestUpdate();
  }

  private stepped(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      return this.type();
    }
    const { scale } = this;
    const at = scale.toPosition(this.start);
    const big = event.shiftKey ? 10 : 1;
    const to = { ArrowRight: at + big, ArrowUp: at + big, ArrowLeft: at - big, ArrowDown: at - big, PageUp: at + 10, PageDown: at - 10, Home: 0, End: scale.steps }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.put(scale.toValue(Math.min(Math.max(to, 0), scale.steps)));
  }

  private type() {
    this.typing = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector("input")?.select());
  }

  private typedKey(event: KeyboardEvent) {
    if (event.key === "Enter") this.commit();
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      this.typing = false;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".number")?.focus());
    }
  }

  private commit() {
    const input = this.renderRoot.querySelector("input");
    if (!input || !this.typing) return;
    this.typing = false;
    const value = typed(input.value);
    const { minimum = -Infinity, maximum = Infinity } = this.schema;
    if (typeof value === "number") this.put(Math.min(Math.max(this.wording.percent ? fromPercent(value) : value, minimum), maximum));
  }
}

customElements.define("ballast-live-number", BallastLiveNumber);
