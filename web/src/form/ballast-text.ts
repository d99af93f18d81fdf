import { html } from "lit";
import { live } from "lit/directives/live.js";

import { controls } from "../style/controls";
import { Field } from "./field";

/** A text; one that grows beyond a line gets more of them. */
export class BallastText extends Field {
  static override styles = controls;

  override render() {
    const text = this.value === undefined ? "" : String(this.value);
    const entered = (event: Event) => this.edit((event.target as HTMLInputElement | HTMLTextAreaElement).value || undefined);
    return html`<span class="name"><label for="entry">${this.title_}</label>${this.renderNoteButton()}</span>
      ${text.length > 60
        ? html`<textarea id="entry" rows="6" maxlength=${this.schema.maxLength ?? 2000} .value=${live(text)} @input=${entered}></textarea>`
        : html`<input id="entry" type="text" maxlength=${this.schema.maxLength ?? 2000} .value=${live(text)} @input=${entered} />`}
      ${this.renderProblems()}${this.renderNote()}`;
  }
}

customElements.define("ballast-text", BallastText);
