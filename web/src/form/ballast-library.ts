import { css, html, LitElement, nothing } from "lit";

import type { Schema } from "../border";
import { controls } from "../style/controls";
import { layerGroups, layerWording, type LayerGroup, type LayerWording } from "./layer-wording";
import { kindsOf } from "./schema";

/** A kind of layer was chosen from the library. */
export class AddLayerEvent extends CustomEvent<string> {
  constructor(kind: string) {
    super("add-layer", { detail: kind });
  }
}

/** Every kind of layer that the core knows, by what it does: its rule in a line, where that comes from, and what to expect of it. */
export class BallastLibrary extends LitElement {
  static override properties = { schema: { attribute: false }, opened: { state: true }, told: { state: true } };
  declare schema: Schema | undefined;
  declare opened: boolean;
  /** The kind whose paragraph is open. */
  declare told: string;

  static override styles = [
    controls,
    css`
      details { border: 1px dashed var(--line-strong); border-radius: var(--radius-large); }
      details[open] { border-style: solid; background: var(--surface); }
      summary { padding: var(--space-2) var(--space-3); font-weight: 600; list-style: none; }
      summary::-webkit-details-marker { display: none; }
      .groups { padding: 0 var(--space-3) var(--space-3); display: grid; gap: var(--space-3); }
      h3 { margin: 0; font-size: var(--type-small); font-weight: 650; }
      h3 span { font-weight: 400; color: var(--ink-soft); }
      ul { list-style: none; margin: 0; padding: 0; }
      li { border-top: 1px solid var(--line); padding: var(--space-1) 0 var(--space-2); }
      li .quiet { font-weight: 600; text-align: left; color: var(--accent); border-color: transparent; padding-inline: var(--space-1); margin-left: calc(-1 * var(--space-1)); background: none; }
      li .quiet:hover { border-color: var(--accent); background: var(--accent-soft); }
      li p { margin: 0; font-size: var(--type-small); text-wrap: pretty; }
      .source { color: var(--ink-soft); }
    `,
  ];

  constructor() {
    super();
    this.opened = false;
    this.told = "";
  }

  override render() {
    return html`<details .open=${this.opened} @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>+ Add a layer</summary>
      ${this.opened ? html`<div class="groups" role="group" aria-label="Add a layer">${this.renderGroups()}</div>` : nothing}
    </details>`;
  }

  private renderGroups() {
    const { schema } = this;
    if (!schema) return nothing;
    const all = kindsOf(schema).map((kind) => ({ kind, wording: layerWording(schema, kind) }));
    return Object.entries(layerGroups).map(([name, { title, about }]) => {
      const members = all.filter(({ wording }) => wording.group === (name as LayerGroup));
      if (members.length === 0) return nothing;
      return html`<section aria-labelledby=${name}>
        <h3 id=${name}>${title}${about ? html`<span>: ${about}</span>` : nothing}</h3>
        <ul>${members.map(({ kind, wording }) => this.renderKind(kind, wording))}</ul>
      </section>`;
    });
  }

  private renderKind(kind: string, { title, rule, source, about }: LayerWording) {
    const told = this.told === kind;
    return html`<li>
      <div class="line">
        <button type="button" class="quiet" data-kind=${kind} aria-label="Add ${title}" @click=${() => this.add(kind)}>+ ${title}</button>
        ${about
          ? html`<button type="button" class="about" aria-label="About ${title}" aria-expanded=${told} @click=${() => (this.told = told ? "" : kind)}></button>`
          : nothing}
      </div>
      <p>${rule} <span class="source"><span class="chip ${source.label}">${source.label}</span> ${source.text}</span></p>
      ${told ? html`<div class="note">${about}</div>` : nothing}
    </li>`;
  }

  private add(kind: string) {
    this.opened = false;
    this.dispatchEvent(new AddLayerEvent(kind));
  }
}

customElements.define("ballast-library", BallastLibrary);
