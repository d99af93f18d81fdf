import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";

import type { Schema } from "../border";
import { members, controlOf, kindOf, kindsOf, propertiesOf } from "./schema";
import { controls } from "../style/controls";
import { Field } from "./field";
import "./ballast-alternative";
import "./ballast-choice";
import "./ballast-flag";
import "./ballast-list";
import "./ballast-number";
import "./ballast-text";
import { humanised, labelOf, wordingOf } from "./wording";

/** The fields of an object, as its schema has them: what matters first in sight, the rest in a disclosure. */
export class BallastFields extends Field {
  static override properties = { ...Field.properties, omit: { attribute: false }, compact: { type: Boolean, reflect: true } };
  declare omit: readonly string[];
  declare compact: boolean;

  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); }
      .group { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); border: 0; padding: 0; margin: 0; min-width: 0; }
      h3 { margin: 0; font-size: var(--type-body); font-weight: 600; }
      .more { grid-column: 1 / -1; }
      .more .group { margin-top: var(--space-2); grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); column-gap: var(--space-4); align-items: start; }
      .more h3 { margin-top: var(--space-2); }
      .switch { display: flex; justify-content: space-between; align-items: center; min-height: 28px; }
      :host([compact]) { grid-template-columns: repeat(auto-fit, minmax(74px, 1fr)); align-items: start; gap: var(--space-2); }
    `,
  ];

  /** What the object held before it was switched off. */
  #before: unknown;

  constructor() {
    super();
    this.omit = [];
  }

  override render() {
    const ways = this.wording.switchedBy;
    const on = !ways || ways.some((name) => name in members(this.value));
    const shown = propertiesOf(this.schema, this.value).filter(
      ([name, schema]) => !this.omit.includes(name) && controlOf(schema) !== "none" && !(ways ?? []).slice(1).includes(name) && this.matters(name),
    );
    const wording = ([name]: [string, Schema]) => wordingOf(`${this.pointer}/${name}`);
    const first = shown.filter((each) => !wording(each).aside && wording(each).first);
    const middle = shown.filter((each) => !wording(each).aside && !wording(each).first && !wording(each).last);
    const last = shown.filter((each) => !wording(each).aside && wording(each).last);
    const aside = shown.filter((each) => wording(each).aside);
    const member = (each: [string, Schema]) => this.renderMember(each, ways);
    return html`${ways ? this.renderSwitch(on, ways) : nothing} ${this.renderKinds()}
      ${on ? html`${repeat([...first, ...middle, ...last], ([name]) => name, member)} ${this.renderAside(aside, member)}` : nothing}
      ${this.renderProblems()}`;
  }

  /** A field that says how, while another says whether, is out of sight until then; not so where something is wrong with it. */
  private matters(name: string): boolean {
    const pointer = `${this.pointer}/${name}`;
    const { when } = wordingOf(pointer);
    if (!when || this.problems.some((problem) => problem.pointer === pointer)) return true;
    const standing = kindOf(this.schema, this.value).properties?.[when.field]?.default;
    return when.is.includes(String(members(this.value)[when.field] ?? standing));
  }

  private renderAside(aside: [string, Schema][], member: (each: [string, Schema]) => TemplateResult) {
    if (aside.length === 0) return nothing;
    const troubled = this.problems.some(({ pointer }) => aside.some(([name]) => `${pointer}/`.startsWith(`${this.pointer}/${name}/`)));
    const names = aside.map(([name]) => labelOf(`${this.pointer}/${name}`));
    return html`<details class="more" ?open=${troubled}>
      <summary>More<span class="hint">: ${names.join(", ").toLocaleLowerCase().replace(/\b(vix|spx|vvix)\b/g, (name) => name.toUpperCase())}</span></summary>
      <div class="group">${repeat(aside, ([name]) => name, member)}</div>
    </details>`;
  }

  private renderMember([name, schema]: [string, Schema], ways: readonly string[] | undefined): TemplateResult {
    const pointer = `${this.pointer}/${name}`;
    const value = members(this.value)[name];
    const { problems, compact } = this;
    if (ways?.[0] === name) {
      return html`<ballast-alternative
        .schema=${this.schema} .value=${this.value} .pointer=${this.pointer} .problems=${problems} .among=${ways} .label=${labelOf(pointer)}
      ></ballast-alternative>`;
    }
    switch (controlOf(schema)) {
      case "number":
        return html`<ballast-number .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems} .compact=${compact}></ballast-number>`;
      case "choice":
        return html`<ballast-choice .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-choice>`;
      case "flag":
        return html`<ballast-flag .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-flag>`;
      case "text":
        return html`<ballast-text .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-text>`;
      case "alternative":
        return html`<ballast-alternative .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems} .compact=${compact}></ballast-alternative>`;
      case "list":
        return html`<ballast-list .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-list>`;
      default:
        return html`<div class="group" role="group" aria-label=${labelOf(pointer)}>
          ${wordingOf(pointer).switchedBy ? nothing : html`<h3>${labelOf(pointer)}</h3>`}
          <ballast-fields .schema=${schema} .value=${value} .pointer=${pointer} .problems=${problems}></ballast-fields>
        </div>`;
    }
  }

  /** Which kind, where there is more than one to choose from; the list of layers has its own way of choosing. */
  private renderKinds() {
    const kinds = kindsOf(this.schema);
    if (kinds.length < 2 || this.omit.includes("kind")) return nothing;
    const chosen = members(this.value).kind ?? kinds[0];
    return html`<label class="line"
      >Kind<select @change=${(event: Event) => this.edit({ kind: (event.target as HTMLSelectElement).value })}>
        ${kinds.map((kind) => html`<option value=${kind} .selected=${live(kind === chosen)}>${humanised(kind)}</option>`)}
      </select></label
    >`;
  }

  private renderSwitch(on: boolean, ways: readonly string[]) {
    const name = labelOf(this.pointer);
    return html`<div class="switch">
      <label for="on"><strong>${name}</strong></label>
      <input id="on" type="checkbox" role="switch" .checked=${live(on)} @change=${() => this.switch(on, ways)} />
    </div>`;
  }

  private switch(on: boolean, ways: readonly string[]) {
    const value = members(this.value);
    if (on) {
      this.#before = value;
      const kept = Object.fromEntries(Object.entries(value).filter(([name]) => !ways.includes(name)));
      return this.edit(Object.keys(kept).length > 0 ? kept : undefined);
    }
    const way = ways[0] ?? "";
    const start = { [way]: wordingOf(`${this.pointer}/${way}`).initial ?? 1 };
    this.edit({ ...start, ...(this.#before as object | undefined), ...value });
  }
}

customElements.define("ballast-fields", BallastFields);
