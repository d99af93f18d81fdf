import { css, html, LitElement, nothing } from "lit";

import "../behind/ballast-behind";
import { ofSizing as behindSizing } from "../behind/of-sizing";
import type { Problem, Schema, Sizing } from "../border";
import "../form/ballast-fields";
import { EditEvent, withNumbers } from "../form/field";
import { items, members } from "../form/schema";
import { valueAt, type Json, type JsonObject } from "../json/pointer";
import type { Shown } from "../page/shown";
import { editAsked } from "../state/edit-asked";
import { WhileShown } from "../state/while-shown";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import "./ballast-frontier";
import type { PointChosenEvent } from "./ballast-frontier";
import "./ballast-sizing-table";
import type { SizesChosenEvent } from "./ballast-sizing-table";
import { nameOfLayer, ofSizing, pointOf } from "./findings";
import { sizedBook } from "./sized-book";

/** How much of each layer, and what that costs; a point of the frontier sets the book. It follows the scenario. */
export class BallastSizing extends LitElement {
  static override properties = { shown: { attribute: false }, scenario: { attribute: false }, point: { state: true } };
  declare shown: Shown | undefined;
  declare scenario: unknown;
  /** Of the frontier, that the book was set to. */
  declare point: number | undefined;
  readonly #asked = new WhileShown<Sizing>(this, () => this.#request(), ({ workbench }) => workbench.asked);
  /** The book that sizes are multiples of. It stays while only they are set, so that what was set to nothing can come back. */
  #base: Json | undefined;
  /** The book as it was last set from here. */
  #set = "";

  static override styles = [
    controls,
    sections,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); }
      h2 { border-top: 0; padding-top: 0; }
      .lead { margin-bottom: 0; min-height: 2.9em; }
      .settings { border: 1px solid var(--line); border-radius: var(--radius-large); padding: var(--space-3); background: var(--surface); display: grid; gap: var(--space-3); grid-template-columns: minmax(0, 1fr); }
      .settings > ballast-fields { grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); column-gap: var(--space-5); align-items: start; }
      .limits { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); gap: var(--space-3) var(--space-5); margin-top: var(--space-2); }
      h4 { margin: 0 0 var(--space-1); font-size: var(--type-small); }
      p.problem { margin: 0; }
    `,
  ];

  /** Sizes of the book that there was before they were set from here. */
  #request(): object {
    const { scenario } = this.shown!.workbench;
    if (this.#base === undefined || JSON.stringify(scenario.book) !== this.#set) {
      this.#base = scenario.book ?? [];
      this.#set = "";
      this.point = undefined;
    }
    const { paths: _, ...simulation } = members(this.#settings.simulation);
    return { task: "size", scenario: { ...scenario, book: this.#base }, simulation, sizing: this.#sizing };
  }

  get #settings(): JsonObject {
    return this.shown ? this.shown.workbench.asked.values : {};
  }

  /** Limits of layers are given for all or for none. */
  get #sizing(): JsonObject {
    const { layers, ...sizing } = members(this.#settings.sizing);
    const given = items(layers);
    const book = items(this.#base ?? this.shown?.workbench.scenario.book);
    return given.some((each) => Object.keys(members(each)).length > 0) ? { ...sizing, layers: book.map((_, place) => members(given[place])) } : sizing;
  }

  override render() {
    if (!this.shown) return nothing;
    const { report, problems } = this.#asked;
    const other = problems.filter(({ pointer }) => !/^\/sizing\/./.test(pointer) || pointer === "/sizing/layers");
    return html`<section>
        <h2>How much of each layer</h2>
        <p class="lead">${report ? (report.layers.length === 0 ? "The book has no layer that is on: there is nothing to size." : `${ofSizing(report)}.`) : "\u00a0"}</p>
      </section>
      ${other.length > 0 ? html`<p class="problem" role="alert">${other.map(({ message }) => `The sizing ${withNumbers(message)}.`).join(" ")} What is shown is of earlier limits.</p>` : nothing}
      ${report && report.layers.length > 0
        ? html`<ballast-frontier .report=${report} .chosen=${this.point} @point-chosen=${this.pointChosen}></ballast-frontier>
            <div>
              <ballast-sizing-table .report=${report} @sizes-chosen=${this.sizesChosen}></ballast-sizing-table>
              <ballast-behind what="the sizes" .derive=${() => behindSizing(report)}></ballast-behind>
            </div>`
        : nothing}
      ${this.renderSettings(report, problems)}`;
  }

  private renderSettings(report: Sizing | undefined, problems: readonly Problem[]) {
    const schema = this.shown?.workbench.requestSchema?.properties?.sizing;
    if (!schema) return nothing;
    const limits = schema.properties?.layers?.items ?? {};
    const sizing = this.#sizing;
    return html`<section class="settings" aria-label="Limits of the sizes" @edit=${this.edited}>
      <ballast-fields .schema=${schema} .value=${sizing} .pointer=${"/sizing"} .omit=${["layers"]} .problems=${problems.filter(({ pointer }) => pointer !== "/sizing")}></ballast-fields>
      <details>
        <summary>Limits of each layer<span class="hint">: times the layer, at least and at most</span></summary>
        <div class="limits">
          ${report?.layers.map((layer) => this.renderLimits(layer, limits, problems, items(sizing.layers)[layer.place]))}
        </div>
      </details>
    </section>`;
  }

  private renderLimits(layer: Sizing["layers"][number], schema: Schema, problems: readonly Problem[], value: Json | undefined) {
    return html`<div>
      <h4>${nameOfLayer(layer)}</h4>
      <ballast-fields .schema=${schema} .value=${members(value)} .pointer=${`/sizing/layers/${layer.place}`} .problems=${problems}></ballast-fields>
    </div>`;
  }

  private edited(event: EditEvent) {
    event.stopPropagation();
    if (!this.shown) return;
    const { pointer, value } = event.detail;
    const { workbench } = this.shown;
    const [, place, name] = /^\/sizing\/layers\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    if (place === undefined || name === undefined) return editAsked(workbench, pointer, value);
    const given = items(members(this.#settings.sizing).layers);
    const layers = items(this.#base).map((_, index) => {
      const { [name]: __, ...others } = members(given[index]);
      return index !== Number(place) ? members(given[index]) : value === undefined ? others : { ...others, [name]: value };
    });
    editAsked(workbench, "/sizing/layers", layers);
  }

  private pointChosen({ detail: point }: PointChosenEvent) {
    const { report } = this.#asked;
    if (!report) return;
    this.point = point;
    this.setBook(pointOf(report, point));
  }

  private sizesChosen({ detail: quantity }: SizesChosenEvent) {
    this.point = undefined;
    this.setBook(quantity);
  }

  private setBook(quantity: readonly number[]) {
    const { shown } = this;
    const { report } = this.#asked;
    if (!report || !shown) return;
    const schema = valueAt(shown.workbench.schema as Json | undefined, "/properties/book/items") as Schema | undefined;
    const book = sizedBook(this.#base, schema, report.layers.map(({ place }) => place), quantity);
    this.#set = JSON.stringify(book);
    this.dispatchEvent(new EditEvent("/book", book));
  }
}

customElements.define("ballast-sizing", BallastSizing);
