import { css, html, LitElement, nothing, type TemplateResult } from "lit";

import type { Problem, Schema } from "../border";
import "../form/ballast-fields";
import { controlOf, schemaAt } from "../form/schema";
import { valueAt, type JsonObject } from "../json/pointer";
import { controls } from "../style/controls";

/** Some fields of a scenario, each named by its pointer. */
export class BallastControls extends LitElement {
  static override properties = { schema: { attribute: false }, scenario: { attribute: false }, problems: { attribute: false }, pointers: { attribute: false } };
  declare schema: Schema;
  declare scenario: JsonObject;
  declare problems: readonly Problem[];
  declare pointers: readonly string[];

  static override styles = [
    controls,
    css`
      .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr)); gap: var(--space-3) var(--space-4); align-items: start; }
    `,
  ];

  override render() {
    return html`<div class="fields">${this.pointers.map((pointer) => this.renderField(pointer))}</div>`;
  }

  private renderField(pointer: string): TemplateResult | typeof nothing {
    const schema = schemaAt(this.schema, this.scenario, pointer);
    if (!schema) return nothing;
    const value = valueAt(this.scenario, pointer);
    const { problems } = this;
    switch (controlOf(schema)) {
      case "number":
        return html`<ballast-number .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-number>`;
      case "choice":
        return html`<ballast-choice .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-choice>`;
      case "flag":
        return html`<ballast-flag .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-flag>`;
      case "text":
        return html`<ballast-text .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-text>`;
      case "alternative":
        return html`<ballast-alternative .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-alternative>`;
      case "list":
        return html`<ballast-list .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-list>`;
      case "fields":
        return html`<ballast-fields .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-fields>`;
      case "none":
        return nothing;
    }
  }
}

customElements.define("ballast-controls", BallastControls);
