import { css, html, LitElement, nothing } from "lit";
import { live } from "lit/directives/live.js";

import type { Comparison, Problem } from "../border";
import { KeepBookEvent } from "../form/ballast-book";
import { shelfRoom, type Shelf } from "../state/shelf";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import "./ballast-compare-by-day";
import "./ballast-compare-by-spike";
import "./ballast-compare-table";

/** Books side by side: the one that is worked on, and up to three that were kept. */
export class BallastCompare extends LitElement {
  static override properties = { shelf: { attribute: false }, kept: { attribute: false }, comparison: { attribute: false }, problems: { attribute: false } };
  declare shelf: Shelf | undefined;
  /** What the shelf holds; a new one draws this anew. */
  declare kept: Shelf["kept"] | undefined;
  declare comparison: Comparison | undefined;
  declare problems: readonly Problem[];

  static override styles = [
    controls,
    sections,
    css`
      .bar { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; margin: 0 0 var(--space-3); }
      .bar label { display: inline-flex; align-items: center; gap: var(--space-2); }
      .hint { color: var(--ink-soft); font-size: var(--type-small); }
      ballast-compare-table { margin-bottom: var(--space-4); }
    `,
  ];

  constructor() {
    super();
    this.problems = [];
  }

  override render() {
    const { kept, comparison } = this;
    const books = kept?.books ?? [];
    const shown = comparison?.books.length === books.length + 1 ? comparison : undefined;
    return html`<h2>Books side by side</h2>
      <p class="lead">${books.length === 0
        ? "Keep the hedge as it stands, then change it: both are shown beside each other, on the same pool and spike."
        : "The first column follows the form. Names can be changed; a book that is opened changes places with the one in the form."}</p>
      <div class="bar">
        <button type="button" class="quiet" ?disabled=${this.shelf?.full ?? true} @click=${() => this.dispatchEvent(new KeepBookEvent())}>Keep this book to compare</button>
        ${books.length === 0 ? nothing : this.renderEqualCost()}
        ${books.length >= shelfRoom ? html`<span class="hint">${shelfRoom} are kept: remove one to keep another.</span>` : nothing}
      </div>
      ${this.problems.length > 0 ? html`<p class="problem" role="status">${this.problems.map((problem) => this.said(problem)).join("; ")}. They are shown as they are.</p>` : nothing}
      ${books.length === 0
        ? nothing
        : html`<ballast-compare-table .shelf=${this.shelf} .kept=${kept} .comparison=${shown}></ballast-compare-table>
            <div class="pair">
              <ballast-compare-by-day .report=${shown}></ballast-compare-by-day>
              <ballast-compare-by-spike .report=${shown}></ballast-compare-by-spike>
            </div>`}`;
  }

  /** What is wrong, with the book named as the table has it. */
  private said({ pointer, message }: Problem): string {
    const [, index, rest] = /^\/books\/(\d+)(.*)$/.exec(pointer) ?? [];
    if (index === undefined) return `${pointer} ${message}`;
    const name = index === "0" ? "This book" : `“${this.kept?.books[Number(index) - 1]?.name ?? ""}”`;
    return `${name}${rest ? `, ${rest},` : ""} ${message}`;
  }

  private renderEqualCost() {
    const { kept } = this;
    return html`<label for="equal"
      >At equal cost
      <input id="equal" type="checkbox" role="switch" aria-describedby="equal-means" .checked=${live(kept?.equalCost ?? false)}
        @change=${(event: Event) => kept && this.shelf?.set({ ...kept, equalCost: (event.target as HTMLInputElement).checked })} /></label>
      <span class="hint" id="equal-means">sizes scaled so that every book pays the premium of this one in a calm year</span>`;
  }
}

customElements.define("ballast-compare", BallastCompare);
