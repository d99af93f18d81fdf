import { html } from "lit";
import { live } from "lit/directives/live.js";

import { controls } from "../style/controls";
import { Field } from "./field";

/** Yes or no. */
export class BallastFlag extends Field {
  static override styles = controls;

  override render() {
    return html`<div class="line">
        <span class="name"><label for="switch">${this.title_}</label>${this.renderNoteButton()}</span>
        <input
          id="switch"
          type="checkbox"
          role="switch"
          .checked=${live(Boolean(this.value ?? this.schema.default))}
          @change=${(event: Event) => this.edit((event.target as HTMLInputElement).checked)}
        />
      </div>
      ${this.renderProblems()}${this.renderNote()}`;
  }
}

customElements.define("ballast-flag", BallastFlag);
