import { css, html, LitElement, nothing } from "lit";

import "../glossary/ballast-term";
import { set } from "../glossary/set";
import { controls } from "../style/controls";
import type { Derivation } from "./derivation";

/** "Show the numbers behind this": how results came about, down to the formula with the numbers put in. */
export class BallastBehind extends LitElement {
  static override properties = { what: {}, derive: { attribute: false }, opened: { state: true } };
  /** Which results, as they end the sentence. */
  declare what: string;
  /** Asked only while it is open. */
  declare derive: () => Derivation[];
  declare opened: boolean;

  static override styles = [
    controls,
    css`
      :host { margin-top: var(--space-3); font-size: var(--type-small); }
      summary { width: fit-content; }
      ol { margin: var(--space-2) 0 0; padding: 0; list-style: none; display: grid; gap: var(--space-3); }
      li { padding-left: var(--space-3); border-left: 3px solid var(--line); min-width: 0; }
      p { margin: 0; max-width: 90ch; overflow-wrap: anywhere; }
      .of { font-weight: 600; }
      .formula, .put { font-family: var(--type-voice); font-size: 1.08em; line-height: 1.6; }
      .put b { white-space: nowrap; }
      .note { margin: 0; padding: 0; border: 0; background: none; color: var(--ink-soft); }
      sub, sup { font-size: 0.75em; line-height: 0; }
    `,
  ];

  constructor() {
    super();
    this.opened = false;
  }

  override render() {
    const all = this.opened ? this.derive() : [];
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>Show the numbers behind ${this.what}</summary>
      ${this.opened ? html`<ol>${all.map(renderOne)}</ol>` : nothing}
    </details>`;
  }
}

const renderOne = ({ of, term, formula, put, result, follows, note }: Derivation) => html`<li>
  <p class="of"><ballast-term of=${term}>${of}</ballast-term></p>
  <p class="formula">${set(formula)}</p>
  <p class="put" data-put=${put} data-result=${result}>${follows ? nothing : "= "}${set(put)} ${follows ?? "="} <b>${result}</b></p>
  ${note ? html`<p class="note">${note}</p>` : nothing}
</li>`;

customElements.define("ballast-behind", BallastBehind);
