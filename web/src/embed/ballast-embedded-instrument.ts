import { css, html, LitElement } from "lit";

import "../instrument/ballast-instrument";
import { tabs } from "../instrument/tabs";
import type { Shown } from "../page/shown";
import { controls } from "../style/controls";

/** The calculator without the page's address: the form and one of the results at a time. */
export class BallastEmbeddedInstrument extends LitElement {
  static override properties = { shown: { attribute: false }, report: { attribute: false }, scenario: { attribute: false }, problems: { attribute: false }, current: {} };
  declare shown: Shown;
  /** Id of the result that is looked at. */
  declare current: string;
  #rounds = 0;

  static override styles = [
    controls,
    css`
      nav { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); margin-bottom: var(--space-3); border-bottom: 1px solid var(--line); }
      button { padding: var(--space-1) var(--space-0); min-height: 28px; border: 0; border-bottom: 2px solid transparent; background: none; color: var(--ink-soft); }
      button[aria-pressed="true"] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
    `,
  ];

  constructor() {
    super();
    this.current = tabs[0]!.id;
  }

  override render() {
    return html`<nav aria-label="Results">
        ${tabs.map(({ id, title }) => html`<button type="button" aria-pressed=${id === this.current} @click=${() => (this.current = id)}>${title}</button>`)}
      </nav>
      <ballast-instrument .shown=${this.shown} .tab=${this.current} .round=${++this.#rounds}></ballast-instrument>`;
  }
}

customElements.define("ballast-embedded-instrument", BallastEmbeddedInstrument);
