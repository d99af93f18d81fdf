import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import type { Schema } from "../border";
import { controls } from "../style/controls";
import { Field } from "./field";
import "./ballast-number";
import { isObject, type Json, type JsonObject } from "../json/pointer";
import { members } from "./schema";
import { labelOf, wordingOf } from "./wording";

/**
 * A number that can be given in one of several ways, such as a strike by delta or by level: which way, and the number. Where `among` is
 * set, the ways are some of the properties of a larger object, whose other properties stay as they are.
 */
export class BallastAlternative extends Field {
  static override properties = { ...Field.properties, compact: { type: Boolean, reflect: true }, among: { attribute: false } };
  declare compact: boolean;
  declare among: readonly string[] | undefined;

  static override styles = [
    controls,
    css`
      :host([compact]) .name { font-size: var(--type-small); gap: 0; min-height: 24px; }
    `,
  ];

  private get ways(): [string, Schema][] {
    const properties = Object.entries(this.schema.properties ?? {});
    return this.among ? properties.filter(([name]) => this.among?.includes(name)) : properties;
  }

  override render() {
    const value = members(this.value);
    const standard = isObject(this.schema.default) ? this.schema.default : {};
    const names = this.ways.map(([name]) => name);
    const way = names.find((name) => name in value) ?? names.find((name) => name in standard) ?? names[0] ?? "";
    // Whoever chose the default chose the way and its number together.
    const source = way in standard ? { "x-source": this.schema["x-source"] } : {};
    const schema = { ...source, ...this.schema.properties?.[way], default: standard[way] } as Schema;
    const chooser = html`<select
      aria-label="${this.title_}: given as"
      @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
    >
      ${names.map((name) => html`<option value=${name} .selected=${live(name === way)}>${labelOf(`${this.pointer}/${name}`)}</option>`)}
    </select>`;
    return html`${this.among ? nothing : html`<span class="name">${this.title_}${this.renderNoteButton()}</span>${this.renderNote()}`}
      <ballast-number
        .schema=${schema}
        .value=${value[way]}
        .pointer=${`${this.pointer}/${way}`}
        .problems=${this.problems}
        .compact=${this.compact}
        .chooser=${chooser}
        .label=${this.among ? undefined : `${this.title_}, ${labelOf(`${this.pointer}/${way}`)}`}
        @edit=${(event: CustomEvent<{ value: Json | undefined }>) => this.put(event, way)}
      ></ballast-number>
      ${this.renderProblems()}`;
  }

  private get others(): JsonObject {
    const ways = this.ways.map(([name]) => name);
    return Object.fromEntries(Object.entries(members(this.value)).filter(([name]) => !ways.includes(name)));
  }

  private choose(way: string) {
    this.edit({ ...this.others, [way]: wordingOf(`${this.pointer}/${way}`).initial ?? 1 });
  }

  /** The number stands alone among the alternatives, so the whole of them is what changes. */
  private put(event: CustomEvent<{ value: Json | undefined }>, way: string) {
    event.stopPropagation();
    const { value } = event.detail;
    const others = this.others;
    const rest = Object.keys(others).length > 0 ? others : undefined;
    this.edit(value === undefined ? rest : { ...others, [way]: value });
  }
}

customElements.define("ballast-alternative", BallastAlternative);
