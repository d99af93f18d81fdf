import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import { layerLook } from "../answer/looks";
import { controls } from "../style/controls";
import { Field } from "./field";
import "./ballast-fields";
import { kindOf, members } from "./schema";
import { humanised } from "./wording";

/** One hedge layer as a card: what it is, whether it takes part, and its fields. */
export class BallastLayer extends Field {
  static override properties = { ...Field.properties, index: { attribute: false } };
  declare index: number;

  static override styles = [
    controls,
    css`
      :host { display: block; border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--surface); padding: var(--space-3); }
      header { display: grid; grid-template-columns: auto 1fr auto auto; gap: var(--space-2); align-items: center; }
      header input[type="text"] { font-weight: 600; border-color: transparent; background: none; padding-inline: var(--space-1); text-align: left; }
      header input[type="text"]:hover { border-color: var(--line-strong); }
      .what { margin: var(--space-1) 0 var(--space-3); color: var(--ink-soft); font-size: var(--type-small); }
      :host([off]) .what { margin-bottom: 0; }
      svg { display: block; }
    `,
  ];

  override render() {
    const value = members(this.value);
    const kind = String(value.kind ?? "");
    const on = value.on !== false;
    const look = layerLook(this.index);
    this.toggleAttribute("off", !on);
    const name = typeof value.name === "string" ? value.name : "";
    const called = name || humanised(kind);
    return html`<header>
        <svg width="26" height="12" aria-hidden="true">
          <line x1="0" x2="26" y1="6" y2="6" stroke=${look.colour} stroke-width="2.5" stroke-dasharray=${look.dash ?? nothing} />
        </svg>
        <input type="text" aria-label="Name of layer ${this.index + 1}" placeholder=${humanised(kind)} .value=${live(name)}
          maxlength="60" @input=${(event: Event) => this.edit((event.target as HTMLInputElement).value || undefined, `${this.pointer}/name`)} />
        <input type="checkbox" role="switch" aria-label="${called} takes part" .checked=${live(on)}
          @change=${(event: Event) => this.edit((event.target as HTMLInputElement).checked, `${this.pointer}/on`)} />
        <button type="button" class="icon" aria-label="Remove ${called}" @click=${() => this.edit(undefined)}>×</button>
      </header>
      <p class="what">${kindOf(this.schema, this.value).description}.</p>
      ${on
        ? html`<ballast-fields .schema=${this.schema} .value=${this.value} .pointer=${this.pointer} .problems=${this.problems}
            .omit=${["kind", "name", "on"]}></ballast-fields>`
        : nothing}
      ${on ? nothing : this.renderProblems()}`;
  }
}

customElements.define("ballast-layer", BallastLayer);
