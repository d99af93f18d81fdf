import { css, html } from "lit";

import { controls } from "../style/controls";
import { Field } from "./field";

/** One of a few names, all in sight. */
export class BallastChoice extends Field {
  static override styles = [
    controls,
    css`
      fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
      legend { padding: 0; margin-bottom: var(--space-1); }
      .options { display: flex; border: 1px solid var(--line-strong); border-radius: var(--radius); overflow: hidden; }
      .options label { flex: 1; position: relative; text-align: center; padding: var(--space-1) var(--space-2); cursor: pointer; }
      .options label + label { border-left: 1px solid var(--line-strong); }
      .options input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
      .options label:has(:checked) { background: var(--accent-soft); color: var(--ink); font-weight: 600; }
      .options label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: -2px; }
    `,
  ];

  override render() {
    const chosen = this.value ?? this.schema.default;
    return html`<fieldset>
        <legend class="name">${this.title_}${this.renderNoteButton()}</legend>
        <div class="options">
          ${(this.schema.enum ?? []).map(
            (name) => html`<label
              ><input type="radio" name="choice" .checked=${chosen === name} @change=${() => this.edit(name)} />${name.replaceAll("_", " ")}</label
            >`,
          )}
        </div>
      </fieldset>
      ${this.renderProblems()}${this.renderNote()}`;
  }
}

customElements.define("ballast-choice", BallastChoice);
