import { css, html, LitElement, nothing } from "lit";

import type { SpikeLevelEvent } from "../answer/ballast-by-spike";
import { spikeAt } from "../answer/spike-level";
import type { EditEvent } from "../form/field";
import { takeIn } from "../state/intake";
import { presentBook } from "../state/questions";
import { controls } from "../style/controls";
import "./ballast-footer";
import "./ballast-header";
import "./ballast-problems";
import "./ballast-views";
import type { GoEvent } from "./go";
import { load } from "./load";
import { fieldAt, revealField, type RevealEvent } from "./reveal";
import type { ShownOnPage } from "./shown";
import { viewOf } from "./views";

/** The page: what is on the table, what is wrong with it, and one view of it. */
export class BallastPage extends LitElement {
  static override properties = { shown: { state: true }, hovering: { state: true } };
  declare shown: ShownOnPage | undefined;
  declare hovering: boolean;
  #stop: (() => void) | undefined;
  #rounds = 0;
  readonly #loads = new Set<string>();

  static override styles = [
    controls,
    css`
      .page { max-width: 1560px; margin: 0 auto; padding: 0 var(--space-4) var(--space-4); }
      /* Before its code is there it takes its room, so that what follows does not move. */
      .view { display: block; min-height: 100vh; }
      .drop { position: fixed; inset: 0; z-index: 3; display: grid; place-items: center; background: color-mix(in srgb, var(--paper) 85%, transparent);
              border: 3px dashed var(--accent); font-size: var(--type-title); pointer-events: none; }
      @media print {
        .page { max-width: none; padding: 0; }
        .view { min-height: 0; }
      }
      @media (max-width: 899px) {
        .page { padding-inline: var(--space-3); }
      }
    `,
  ];

  constructor() {
    super();
    this.hovering = false;
  }

  /** Gives the page what it shows. */
  show(shown: ShownOnPage) {
    this.shown = shown;
    const { workbench, shelf, questions, keeper, viewing, undo } = shown;
    for (const each of [workbench, shelf, questions, keeper, viewing, undo]) each.addEventListener("change", () => this.requestUpdate());
    this.#stop = takeIn(workbench, (hovering) => (this.hovering = hovering));
  }

  /** Whether everything that was asked is answered and the address says so; for tests. */
  get settled() {
    const { shown } = this;
    return shown !== undefined && [shown.workbench, shown.questions, shown.keeper, ...shown.asking].every(({ resting }) => resting);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render() {
    const { workbench, keeper, viewing, undo } = this.shown ?? {};
    return html`<div class="page" @edit=${this.edited} @spike-level=${this.spikeMoved} @keep-book=${this.keepBook}
        @reveal=${({ detail }: RevealEvent) => void this.reveal(detail)} @go=${({ detail }: GoEvent) => viewing?.go(detail)}>
      <ballast-header .workbench=${workbench} .keeper=${keeper} .state=${workbench?.scenario} .undo=${undo} .undoable=${undo?.undoable} .redoable=${undo?.redoable} .address=${location.href}></ballast-header>
      <ballast-views .viewing=${viewing} .current=${viewing?.current ?? ""} .address=${location.href}></ballast-views>
      <ballast-problems
        .problems=${workbench?.problems ?? []}
        .refusal=${workbench?.refusal}
        .failure=${workbench?.failure}
        @dismiss=${() => workbench?.dismissRefusal()}
      ></ballast-problems>
      ${this.shown ? this.renderView(this.shown) : nothing}
      <ballast-footer .version=${workbench?.version ?? ""} .workbench=${workbench} .state=${workbench?.answered}></ballast-footer>
      ${this.hovering ? html`<div class="drop">Drop the scenario to open it</div>` : nothing}
    </div>`;
  }

  private renderView(shown: ShownOnPage) {
    const { current } = shown.viewing;
    const view = viewOf(current);
    if (!view) {
      this.load(shown, "instrument", () => import("../instrument/ballast-instrument"));
      return html`<ballast-instrument class="view" .shown=${shown} .tab=${current} .round=${++this.#rounds}></ballast-instrument>`;
    }
    this.load(shown, view.id, view.load);
    return view.render(shown);
  }

  private load(shown: ShownOnPage, id: string, code: () => Promise<unknown>) {
    if (this.#loads.has(id)) return;
    this.#loads.add(id);
    void load(shown, code);
  }

  private edited({ detail: { pointer, value } }: EditEvent) {
    void this.shown?.workbench.edit(pointer, value);
  }

  /** A field is in the form, which not every view has. */
  private async reveal(pointer: string) {
    const { viewing } = this.shown ?? {};
    if (viewing && viewOf(viewing.current)) {
      viewing.go("what-if");
      await this.updateComplete;
      // The form may have to be loaded first.
      do await new Promise(requestAnimationFrame);
      while (!fieldAt(this, pointer) && !this.settled);
    }
    revealField(this, pointer);
  }

  private keepBook() {
    if (!this.shown) return;
    const { workbench, shelf, viewing } = this.shown;
    const { name, book } = presentBook(workbench);
    shelf.keep(book, name);
    viewing.go("what-if");
  }

  private spikeMoved({ detail: level }: SpikeLevelEvent) {
    const { workbench } = this.shown ?? {};
    if (workbench) void workbench.edit("/path/spike", spikeAt(workbench.scenario, level));
  }
}

customElements.define("ballast-page", BallastPage);
