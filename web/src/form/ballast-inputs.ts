import { css, html, LitElement, nothing } from "lit";

import type { Problem, Schema } from "../border";
import type { JsonObject } from "../json/pointer";
import { controls } from "../style/controls";
import "./ballast-book";
import "./ballast-fields";
import { controlOf, kindOf } from "./schema";
import { labelOf, wordingOf } from "./wording";

/** These groups come first, in this order; any other follows in the order of the schema. */
const order = ["path", "pool", "book", "market"];

/** The whole scenario as a form, made from its schema. */
export class BallastInputs extends LitElement {
  static override properties = { schema: { attribute: false }, scenario: { attribute: false }, problems: { attribute: false } };
  declare schema: Schema | undefined;
  declare scenario: JsonObject;
  declare problems: readonly Problem[];

  static override styles = [
    controls,
    css`
      :host { display: block; }
      section { padding: var(--space-4) 0; border-top: 1px solid var(--line); }
      section:first-of-type { border-top: 0; padding-top: 0; }
      h2 { margin: 0 0 var(--space-1); font-size: var(--type-heading); font-weight: 650; letter-spacing: -0.01em; }
      .about-group { margin: 0 0 var(--space-3); color: var(--ink-soft); font-size: var(--type-small); }
      .key { margin: 0 0 var(--space-4); color: var(--ink-soft); font-size: var(--type-small); }
      .key i { display: inline-block; width: 15px; height: 15px; line-height: 14px; border: 1px solid var(--line-strong); border-radius: 50%;
               text-align: center; font: 600 0.68em/13px var(--type-face); }
    `,
  ];

  override render() {
    if (!this.schema) return nothing;
    const groups = Object.entries(this.schema.properties ?? {});
    const ranked = (name: string) => (order.indexOf(name) + order.length + 1) % (order.length + 1);
    const isSection = ([name, schema]: [string, Schema]) => ["fields", "list"].includes(controlOf(schema)) && !wordingOf("/" + name).aside;
    const sections = groups.filter(isSection).sort(([one], [other]) => ranked(one) - ranked(other));
    const rest = groups.filter((group) => !isSection(group));
    return html`<p class="key">Grey numbers are defaults. <i aria-hidden="true">i</i> says what a field means and where its default comes from.</p>
      ${sections.map(([name, schema]) => this.renderSection(name, schema))}
      <section aria-label="More">
        <ballast-fields
          .schema=${{ properties: Object.fromEntries(rest) } as Schema}
          .value=${this.scenario}
          .pointer=${""}
          .problems=${this.problems}
        ></ballast-fields>
      </section>`;
  }

  private renderSection(name: string, schema: Schema) {
    const pointer = "/" + name;
    const value = this.scenario[name];
    const text = wordingOf(pointer).meaning ?? (schema.oneOf ? kindOf(schema, value).description : schema.description);
    return html`<section aria-labelledby=${name}>
      <h2 id=${name}>${labelOf(pointer)}</h2>
      <p class="about-group">${text}.</p>
      ${controlOf(schema) === "list"
        ? html`<ballast-book .schema=${schema} .value=${value} .pointer=${pointer} .problems=${this.problems}></ballast-book>`
        : html`<ballast-fields .schema=${schema} .value=${value} .pointer=${pointer} .problems=${this.problems}></ballast-fields>`}
    </section>`;
  }
}

customElements.define("ballast-inputs", BallastInputs);
