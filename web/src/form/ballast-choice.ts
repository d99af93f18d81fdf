import { css, html } from "lit";

import { live } from "lit/directives/live.js";

import { controls } from "../style/controls";
import { Field } from "./field";
import { nameOf } from "./wording";

/** So many letters stand side by side in the form; longer names go into a list. */
const room = 32;

/** One of a few names, all in sight where they are short. */
export class BallastChoice extends Field {
  static override styles = [
    controls,
    css`
      fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
      legend { padding: 0; margin-bottom: var(--space-1); }
      .options { display: flex; border: 1px solid var(--line-strong); border-radius: var(--radius); overflow: hidden; }
      .options label { flex: 1; position: relative; text-align: center; padding: var(--space-1) var(--space-0); cursor: pointer; }
      .options label + label { border-left: 1px solid var(--line-strong); }
      .options input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
      .options label:has(:checked) { background: var(--accent-soft); color: var(--ink); font-weight: 600; }
      .wrap { flex-wrap: wrap; }
      .options label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: -2px; }
    `,
  ];

  override render() {
    const chosen = this.value ?? this.schema.default;
    const names = this.schema.enum ?? [];
    if (names.map((name) => nameOf(this.pointer, name)).join("").length > room) return this.renderList(names, chosen);
    return html`<fieldset>
        <legend class="name">${this.title_}${this.renderNoteButton()}</legend>
        <div class="options">
          ${names.map(
            (name) => html`<label
              ><input type="radio" name="choice" .checked=${chosen === name} @change=${() => this.edit(name)} />${nameOf(this.pointer, name)}</label
            >`,
          )}
        </div>
      </fieldset>
      ${this.renderProblems()}${this.renderNote()}`;
  }

  private renderList(names: readonly string[], chosen: unknown) {
    return html`<div class="line wrap">
        <span class="name"><label for="list">${this.title_}</label>${this.renderNoteButton()}</span>
        <select id="list" @change=${(event: Event) => this.edit((event.target as HTMLSelectElement).value)}>
          ${names.map((name) => html`<option value=${name} .selected=${live(name === chosen)}>${nameOf(this.pointer, name)}</option>`)}
        </select>
      </div>
      ${this.renderProblems()}${this.renderNote()}`;
  }
}

customElements.define("ballast-choice", BallastChoice);
