import { html, LitElement, nothing } from "lit";

import type { Problem, Schema } from "../border";
import "../glossary/ballast-term";
import type { Json } from "../json/pointer";
import { boundsText } from "./schema";
import { grouped, toPercent } from "./number-text";
import { termOf } from "./words";
import { labelOf, nameOf, wordingOf } from "./wording";

/** A message of the core about a problem, which writes 20000, 1e7 and 0.5: with its numbers as the reader writes them. Dates and names stay as they are. */
export const withNumbers = (message: string) => message.replace(/(?<![\w.,/"-])-?\d+(?:\.\d+)?(?:e\+?\d+)?(?![\w,/"-]|\.\d)/g, (number) => grouped(Number(number)));

/** A part of the scenario was changed by hand; `undefined` leaves it to its default. */
export class EditEvent extends CustomEvent<{ pointer: string; value: Json | undefined }> {
  constructor(pointer: string, value: Json | undefined) {
    super("edit", { detail: { pointer, value }, bubbles: true, composed: true });
  }
}

/** What every control of the form is given: what may be there, what is there, where it is, and what is wrong with it. */
export abstract class Field extends LitElement {
  static override properties = {
    schema: { attribute: false },
    value: { attribute: false },
    pointer: { reflect: true },
    problems: { attribute: false },
    label: {},
    noted: { state: true },
  };
  declare schema: Schema;
  declare value: Json | undefined;
  declare pointer: string;
  declare problems: readonly Problem[];
  /** A name other than the wording's, where the surroundings say part of it. */
  declare label: string | undefined;
  declare noted: boolean;

  constructor() {
    super();
    this.problems = [];
    this.noted = false;
  }

  protected get wording() {
    return wordingOf(this.pointer);
  }

  protected get title_() {
    return this.label ?? labelOf(this.pointer);
  }

  /** Whether the default stands. */
  protected get standing() {
    return this.value === undefined;
  }

  protected edit(value: Json | undefined, pointer = this.pointer) {
    this.dispatchEvent(new EditEvent(pointer, value));
  }

  /** Problems with this very field, and not with one inside it. */
  protected get ownProblems() {
    return this.problems.filter(({ pointer }) => pointer === this.pointer);
  }

  protected renderProblems() {
    const own = this.ownProblems;
    return own.length === 0 ? nothing : html`<p class="problem" id="problem">${own.map(({ message }) => `${this.title_} ${withNumbers(message)}. `)}</p>`;
  }

  /** The button that opens what is known about the field. */
  protected renderNoteButton() {
    return html`<button
      class="about"
      type="button"
      aria-label="About ${this.title_}"
      aria-expanded=${this.noted}
      aria-controls="note"
      @click=${() => (this.noted = !this.noted)}
    ></button>`;
  }

  protected renderNote() {
    if (!this.noted) return html`<div id="note" hidden></div>`;
    const source = this.schema["x-source"];
    const term = termOf(this.pointer);
    const bounds = boundsText(this.schema, (bound) => this.written(bound));
    return html`<div id="note" class="note">
      <p>${this.schema.description}${bounds ? `, ${bounds}` : ""}.</p>
      ${this.wording.meaning ? html`<p>${this.wording.meaning}</p>` : nothing}
      ${term ? html`<p>In the glossary: <ballast-term of=${term}></ballast-term></p>` : nothing}
      ${source
        ? html`<p><span class="chip ${source.label}">${source.label}</span> ${this.defaultText()}${source.text}</p>`
        : nothing}
      ${this.standing
        ? nothing
        : html`<button type="button" class="plain" @click=${() => this.edit(undefined)}>Back to the default</button>`}
    </div>`;
  }

  protected defaultText() {
    const standard = this.schema.default;
    return standard === undefined || typeof standard === "object" ? "" : `Default ${this.written(standard)}: `;
  }

  protected written(value: Json): string {
    if (typeof value === "number") return this.wording.percent ? `${grouped(toPercent(value))} %` : grouped(value);
    return typeof value === "string" ? nameOf(this.pointer, value) : typeof value === "boolean" ? (value ? "yes" : "no") : JSON.stringify(value);
  }
}
