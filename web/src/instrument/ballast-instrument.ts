import { css, html, LitElement, nothing } from "lit";

import { afterFrame } from "../page/after-frame";
import { load } from "../page/load";
import type { Shown } from "../page/shown";
import { controls } from "../style/controls";
import { staleness } from "../style/stale";
import { tabOf } from "./tabs";

/** Not needed for the first result, and on the way while that is found. */
const loadForm = () => import("../form/ballast-inputs");

/** In a narrow window, and in a narrow column of somebody else's page. */
const narrow = css`
  main { display: flex; flex-direction: column; align-items: stretch; gap: var(--space-4); }
  .result { padding-top: var(--space-2); }
  .what-if { display: contents; }
  .inputs { position: static; max-height: none; overflow: visible; padding: var(--space-4) 0; border-block: 1px solid var(--line-strong); }
`;

/** The calculator: the scenario on one side, one of the results on the other. */
export class BallastInstrument extends LitElement {
  static override properties = { shown: { attribute: false }, tab: {}, scenario: { attribute: false }, round: { attribute: false }, parts: { state: true } };
  declare shown: Shown | undefined;
  declare tab: string;
  /** Another number draws the instrument anew: something of what is shown has changed. */
  declare round: number;
  /** How much is there: the result, the form too, and what stands below. Each lets the one before be drawn first. */
  declare parts: number;
  #begun = false;
  readonly #loaded = new Map<() => Promise<unknown>, boolean>();

  static override styles = [
    controls,
    staleness,
    css`
      main {
        display: grid; column-gap: var(--space-5); row-gap: var(--space-4);
        grid-template-columns: minmax(300px, 352px) minmax(0, 1fr);
        grid-template-areas: "inputs result" "inputs below";
        grid-template-rows: auto 1fr;
      }
      main > * { min-width: 0; }
      .coming { min-height: 100vh; }
      .inputs { grid-area: inputs; align-self: start; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; overscroll-behavior: contain;
                padding: var(--space-3) var(--space-3) var(--space-5) var(--space-0); scrollbar-gutter: stable; scrollbar-width: thin; }
      .result { grid-area: result; padding-top: var(--space-3); }
      .below { grid-area: below; }
      @media (max-width: 899px) { ${narrow} }
      @container (max-width: 899px) { ${narrow} }
      /* On paper the scenario is the address at the top. */
      @media print {
        main { display: block; }
        .inputs { display: none; }
      }
    `,
  ];

  constructor() {
    super();
    this.parts = 1;
  }

  override render() {
    const { shown } = this;
    const tab = tabOf(this.tab);
    if (!shown || !tab) return nothing;
    const { schema, scenario, problems, answered, failure } = shown.workbench;
    const [result, form, below] = [this.#has(tab.load), this.#has(loadForm), tab.below && this.#has(tab.below.load)];
    // All at once, so that nothing moves when the rest arrives.
    if (!result || !(answered || failure)) return html`<main class="coming"></main>`;
    void this.#begin(shown);
    return html`<main>
      <div class="result ${tab.id}">${tab.render(shown)}</div>
      ${this.parts > 1 && form
        ? html`<section class="inputs" aria-label="The scenario" tabindex="-1">
            <ballast-inputs .schema=${schema} .scenario=${scenario} .problems=${problems}></ballast-inputs>
          </section>`
        : nothing}
      ${this.parts > 2 && form && below ? html`<div class="below">${tab.below?.render(shown)}</div>` : nothing}
    </main>`;
  }

  async #begin({ asking }: Shown) {
    if (this.#begun) return;
    this.#begun = true;
    await afterFrame(asking);
    this.parts = 2;
    await afterFrame(asking);
    this.parts = 3;
  }

  /** Whether some code is there; it comes when it is first looked at. */
  #has(code: () => Promise<unknown>): boolean {
    if (!this.#loaded.has(code)) {
      this.#loaded.set(code, false);
      void load(this.shown!, code).then((arrived) => {
        this.#loaded.set(code, arrived);
        this.requestUpdate();
      });
    }
    return this.#loaded.get(code)!;
  }
}

customElements.define("ballast-instrument", BallastInstrument);
