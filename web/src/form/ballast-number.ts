import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { controls } from "../style/controls";
import { Field } from "./field";
import { fromPercent, grouped, rounded, toPercent, typed } from "./number-text";
import { sliderScale, type SliderScale } from "./slider-scale";

/** A number: a slider over the useful values beside a field that takes any. An emptied field leaves the default standing. */
export class BallastNumber extends Field {
  static override properties = { ...Field.properties, compact: { type: Boolean, reflect: true }, chooser: { attribute: false }, typing: { state: true } };
  declare compact: boolean;
  /** A control that stands where the name does, where there is something to choose about what the number means. */
  declare chooser: TemplateResult | undefined;
  /** What is being typed, as it is typed, while the field has the focus. */
  declare typing: string | undefined;

  static override styles = [
    controls,
    css`
      .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; column-gap: var(--space-2); }
      .entry { display: flex; align-items: center; gap: var(--space-1); }
      .entry input { width: 6.2em; }
      .unit { color: var(--ink-soft); font-size: var(--type-small); min-width: 4.6em; }
      .unit:empty { display: none; }
      .name select { min-width: 0; flex: 0 1 auto; max-width: 11em; text-overflow: ellipsis; }
      input[type="range"] { grid-column: 1 / -1; }
      :host([compact]) .row { grid-template-columns: minmax(0, 1fr); }
      :host([compact]) .name { font-size: var(--type-small); gap: 0; min-height: 24px; }
      :host([compact]) .entry input { width: 100%; padding-inline: var(--space-1); }
      :host([compact]) .unit { display: none; }
      :host([compact]) select { width: 100%; padding: 0 var(--space-0); min-height: 26px; font-size: var(--type-small); }
    `,
  ];

  override render() {
    const scale = sliderScale(this.schema, this.wording);
    const shown = this.number ?? this.standard;
    return html`<div class="row">
        ${this.renderName()}
        <span class="entry">${this.renderEntry(scale)}${this.renderUnit()}</span>
        ${this.renderSlider(scale, shown)} ${this.compact ? (this.chooser ?? nothing) : nothing}
      </div>
      ${this.renderProblems()}${this.renderNote()}`;
  }

  private renderName() {
    const { chooser, compact } = this;
    if (!chooser) return html`<span class="name"><label for="entry">${this.title_}</label>${this.renderNoteButton()}</span>`;
    // In a narrow row the group around has said the name already, and the choice stands below the number.
    const label = html`<label for="entry" class="unseen">${this.title_}</label>`;
    return compact ? label : html`<span class="name">${chooser}${label}${this.renderNoteButton()}</span>`;
  }

  private get number() {
    return typeof this.value === "number" ? this.value : undefined;
  }

  private get standard() {
    return typeof this.schema.default === "number" ? this.schema.default : undefined;
  }

  private get invalid() {
    return this.ownProblems.length > 0;
  }

  private text(value: number) {
    return grouped(this.wording.percent ? toPercent(value) : value);
  }

  private renderEntry(scale: SliderScale) {
    const value = this.typing ?? (this.number !== undefined ? this.text(this.number) : this.value === undefined ? "" : String(this.value));
    const placeholder = this.standard !== undefined ? this.text(this.standard) : (this.wording.unset ?? "none");
    return html`<input
      id="entry"
      type="text"
      inputmode=${(this.schema.minimum ?? this.schema.exclusiveMinimum ?? -1) < 0 ? "text" : "decimal"}
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder}
      aria-invalid=${this.invalid}
      aria-describedby=${this.invalid ? "problem" : nothing}
      .value=${live(value)}
      @focus=${this.focused}
      @input=${this.entered}
      @blur=${() => (this.typing = undefined)}
      @keydown=${(event: KeyboardEvent) => this.stepped(event, scale)}
    />`;
  }

  private renderUnit() {
    const unit = this.wording.unit ?? this.schema["x-unit"] ?? "";
    return html`<span class="unit">${this.compact ? "" : unit.replace("index points", "points")}</span>`;
  }

  private renderSlider(scale: SliderScale, shown: number | undefined) {
    const position = shown === undefined ? Math.round(scale.steps / 2) : scale.toPosition(shown);
    return html`<input
      type="range"
      class=${this.standing ? "standing" : ""}
      min="0"
      max=${scale.steps}
      step="1"
      aria-label="${this.title_}, slider"
      aria-valuetext=${shown === undefined ? (this.wording.unset ?? "none") : `${this.text(shown)} ${this.wording.unit ?? this.schema["x-unit"] ?? ""}`}
      .style=${`--filled: ${((100 * position) / scale.steps).toFixed(1)}%`}
      .value=${live(String(position))}
      @input=${(event: Event) => this.edit(scale.toValue((event.target as HTMLInputElement).valueAsNumber))}
    />`;
  }

  private focused(event: FocusEvent) {
    (event.target as HTMLInputElement).select();
  }

  private entered(event: InputEvent) {
    this.typing = (event.target as HTMLInputElement).value;
    const value = typed(this.typing);
    this.edit(typeof value === "number" && this.wording.percent ? fromPercent(value) : value);
  }

  /** Up and Down step the number as they step a slider; with Shift by ten. */
  private stepped(event: KeyboardEvent, scale: SliderScale) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const from = this.number ?? this.standard ?? this.wording.initial;
    if (!direction || from === undefined) return;
    event.preventDefault();
    const middle = scale.toPosition(from);
    const step = Math.abs(scale.toValue(Math.min(middle + 1, scale.steps)) - scale.toValue(Math.min(middle, scale.steps - 1)));
    this.typing = undefined;
    this.edit(rounded(from + direction * step * (event.shiftKey ? 10 : 1), step));
  }
}

customElements.define("ballast-number", BallastNumber);
