import { css, html } from "lit";

import { controls } from "../style/controls";
import { Field } from "./field";
import "./ballast-fields";
import { items, newItem } from "./schema";

/** A list of small objects, such as the rungs of a ladder: a row for each, to add and to take away. */
export class BallastList extends Field {
  static override styles = [
    controls,
    css`
      ol { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--space-2); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--space-1); align-items: start; padding: var(--space-2) 0 var(--space-1);
           border-top: 1px solid var(--line); }
      li .icon { width: 24px; height: 24px; }
      .foot { display: flex; margin-top: var(--space-2); }
    `,
  ];

  override render() {
    const list = items(this.value);
    const schema = this.schema.items ?? {};
    const full = list.length >= (this.schema.maxItems ?? Infinity);
    return html`<span class="name">${this.title_}${this.renderNoteButton()}</span>
      <ol aria-label=${this.title_}>
        ${list.map(
          (item, index) => html`<li aria-label="${this.title_}, row ${index + 1}">
            <ballast-fields compact .schema=${schema} .value=${item} .pointer=${`${this.pointer}/${index}`} .problems=${this.problems}></ballast-fields>
            <button type="button" class="icon" aria-label="Remove row ${index + 1}" @click=${() => this.drop(index)}>×</button>
          </li>`,
        )}
      </ol>
      <div class="foot"><button type="button" class="quiet" ?disabled=${full} @click=${this.add}>+ Add a row</button></div>
      ${this.renderProblems()}${this.renderNote()}`;
  }

  /** A new row starts as a copy of the last. */
  private add() {
    const list = items(this.value);
    this.edit([...list, list.at(-1) ?? this.wording.row ?? newItem(this.schema.items ?? {})]);
  }

  private drop(index: number) {
    this.edit(items(this.value).toSpliced(index, 1));
  }
}

customElements.define("ballast-list", BallastList);
