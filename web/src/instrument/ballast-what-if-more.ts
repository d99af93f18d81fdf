import { css, html, LitElement } from "lit";

import "../answer/ballast-layer-facts";
import "../answer/ballast-legs";
import "../answer/ballast-sources";
import type { Comparison, Evaluation, Leads, Recalibrations } from "../border";
import "../compare/ballast-compare";
import "../compare/ballast-on-demand";
import type { JsonObject } from "../json/pointer";
import "../pool/ballast-pool";
import { presentBook, type Questions } from "../state/questions";
import type { Kept, Shelf } from "../state/shelf";
import type { Workbench } from "../state/workbench";
import { staleness } from "../style/stale";

/** What stands behind the answer: other books, the pool, every layer and leg, and where the defaults come from. */
export class BallastWhatIfMore extends LitElement {
  static override properties = {
    workbench: { attribute: false }, shelf: { attribute: false }, questions: { attribute: false }, report: { attribute: false }, scenario: { attribute: false },
    stale: { attribute: false }, kept: { attribute: false }, comparison: { attribute: false }, recalibration: { attribute: false }, lead: { attribute: false },
  };
  declare workbench: Workbench | undefined;
  declare shelf: Shelf | undefined;
  declare questions: Questions | undefined;
  declare report: Evaluation | undefined;
  declare scenario: JsonObject;
  declare stale: boolean;
  declare kept: Kept | undefined;
  declare comparison: Comparison | undefined;
  declare recalibration: Recalibrations | undefined;
  declare lead: Leads | undefined;

  static override styles = [
    staleness,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); align-content: start; min-width: 0; }
    `,
  ];

  readonly #kept = () => void this.updateComplete.then(() => this.renderRoot.querySelector("ballast-compare")?.scrollIntoView({ block: "nearest" }));

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has("shelf")) return;
    (changed.get("shelf") as Shelf | undefined)?.removeEventListener("keep", this.#kept);
    this.shelf?.addEventListener("keep", this.#kept);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.shelf?.removeEventListener("keep", this.#kept);
  }

  override render() {
    const { workbench, shelf, questions, report, stale } = this;
    const dim = stale ? "stale" : "";
    return html`<ballast-compare class=${dim} .shelf=${shelf} .kept=${this.kept} .comparison=${this.comparison} .problems=${questions?.comparison.problems ?? []}
        @open-book=${(event: CustomEvent<number>) => this.openBook(event.detail)}></ballast-compare>
      <ballast-pool class=${dim} .report=${report} .answered=${workbench?.answered?.scenario} .scenario=${this.scenario ?? {}} .schema=${workbench?.schema}></ballast-pool>
      <ballast-layer-facts class=${dim} .report=${report} .scenario=${workbench?.answered?.scenario}></ballast-layer-facts>
      <ballast-on-demand class=${dim} .questions=${questions} .recalibration=${this.recalibration} .lead=${this.lead}></ballast-on-demand>
      <ballast-legs class=${dim} .report=${report} .scenario=${workbench?.answered?.scenario}></ballast-legs>
      <ballast-sources .defaults=${report?.defaults ?? []}></ballast-sources>`;
  }

  /** A book from the shelf comes on the table; the one that lay there takes its place, unless the shelf has it already. */
  private openBook(index: number) {
    const { workbench, shelf } = this;
    if (!workbench || !shelf) return;
    const present = presentBook(workbench);
    const lies = JSON.stringify(present.book);
    const kept = shelf.kept.books.some(({ book }) => JSON.stringify(book) === lies);
    const taken = kept ? shelf.kept.books[index] : shelf.exchange(index, present);
    if (taken) void workbench.edit("/book", taken.book);
  }
}

customElements.define("ballast-what-if-more", BallastWhatIfMore);
