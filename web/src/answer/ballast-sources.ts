import { css, html, LitElement, nothing } from "lit";

import type { DefaultUsed, Label } from "../border";
import { controls } from "../style/controls";
import { grouped } from "../form/number-text";
import { labelOf, wordingOf } from "../form/wording";

const meanings: Record<Label, string> = {
  published: "a rule or figure that its owner publishes",
  recurring: "repeated by its owner, no rules page found",
  calibrated: "fitted to the data named",
  assumption: "ours: put your own number in its place",
};

/** Every default that the answer rests on, and where it comes from. */
export class BallastSources extends LitElement {
  static override properties = { defaults: { attribute: false }, opened: { state: true } };
  declare defaults: readonly DefaultUsed[];
  declare opened: boolean;

  static override styles = [
    controls,
    css`
      summary { font-weight: 600; }
      dl { margin: var(--space-2) 0; font-size: var(--type-small); color: var(--ink-soft); display: grid; grid-template-columns: auto 1fr; gap: var(--space-0) var(--space-2); }
      dd { margin: 0; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: var(--type-small); font-variant-numeric: tabular-nums; }
      th, td { padding: var(--space-0) var(--space-2) var(--space-0) 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
      .value { text-align: right; white-space: nowrap; }
      thead th { color: var(--ink-soft); }
      code { font-size: 0.95em; color: var(--ink-soft); overflow-wrap: anywhere; }
    `,
  ];

  constructor() {
    super();
    this.defaults = [];
    this.opened = false;
  }

  override render() {
    const count = this.defaults.length;
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>Where the numbers come from<span class="hint">: ${count} defaults in this answer</span></summary>
      ${this.opened ? this.renderTable() : nothing}
    </details>`;
  }

  private renderTable() {
    return html`<dl>
        ${Object.entries(meanings).map(([label, meaning]) => html`<dt><span class="chip ${label}">${label}</span></dt><dd>${meaning}</dd>`)}
      </dl>
      <div class="scroll" tabindex="0" role="region" aria-label="Defaults in this answer">
        <table>
          <thead><tr><th scope="col">Field</th><th scope="col" class="value">Default</th><th scope="col">Label</th><th scope="col">Source</th></tr></thead>
          <tbody>
            ${this.defaults.map(
              ({ pointer, value, label, source }) => html`<tr>
                <th scope="row">${labelOf(pointer.replace("/scenario", ""))}<br /><code>${pointer.replace("/scenario", "")}</code></th>
                <td class="value">${written(pointer, value)}</td>
                <td><span class="chip ${label}">${label}</span></td>
                <td>${source}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}

function written(pointer: string, value: DefaultUsed["value"]): string {
  if (typeof value === "number") return grouped(value);
  if (typeof value === "string") return value.replaceAll("_", " ");
  return value === null ? (wordingOf(pointer).unset ?? "none") : JSON.stringify(value);
}

customElements.define("ballast-sources", BallastSources);
