import { css, html } from "lit";

import type { Schema } from "../border";
import { controls } from "../style/controls";
import { Field } from "./field";
import "./ballast-layer";
import { items, kindsOf, newItem } from "./schema";
import { humanised } from "./wording";

/** The hedge: a card for each layer, and a button for each kind of layer that the core knows. */
export class BallastBook extends Field {
  static override styles = [
    controls,
    css`
      :host { display: grid; gap: var(--space-3); }
      .add { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
      .none { margin: 0; color: var(--ink-soft); }
    `,
  ];

  override render() {
    const book = items(this.value);
    const layers = this.schema.items ?? {};
    return html`${book.length === 0 ? html`<p class="none">No hedge: the pool stands alone.</p>` : ""}
      ${book.map(
        (layer, index) => html`<ballast-layer .schema=${layers} .value=${layer} .pointer=${`${this.pointer}/${index}`} .problems=${this.problems}
          .index=${index}></ballast-layer>`,
      )}
      <div class="add" role="group" aria-label="Add a layer">
        ${kindsOf(layers).map((kind) => html`<button type="button" class="quiet" title=${aboutKind(layers, kind)} @click=${() => this.add(kind)}>+ ${humanised(kind)}</button>`)}
      </div>
      ${this.renderProblems()}`;
  }

  private add(kind: string) {
    this.edit([...items(this.value), newItem(this.schema.items ?? {}, kind)]);
  }
}

const aboutKind = (schema: Schema, kind: string) => schema.oneOf?.find((each) => each.properties?.kind?.const === kind)?.description ?? "";

customElements.define("ballast-book", BallastBook);
