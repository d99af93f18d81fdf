import { css, html, LitElement, nothing } from "lit";

import type { PathReport, Response } from "../border";
import { Engine } from "../engine";
import { EditEvent, withNumbers } from "../form/field";
import { members } from "../form/schema";
import { valueAt, type JsonObject } from "../json/pointer";
import { GoEvent } from "../page/go";
import { reaches } from "../page/reach";
import type { Shown } from "../page/shown";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import { highest } from "./findings";
import "./ballast-path-figures";

/** Which path of which simulation. */
export interface PathAsked {
  scenario: JsonObject;
  simulation: JsonObject;
  path: number;
}

/** One path of a simulation by day; its highest VIX can be made the spike of the scenario. */
export class BallastOnePath extends LitElement {
  static override properties = { shown: { attribute: false }, asked: { attribute: false }, report: { state: true }, problem: { state: true } };
  declare shown: Shown | undefined;
  declare asked: PathAsked | undefined;
  declare report: PathReport | undefined;
  declare problem: string | undefined;
  #engine: Engine | undefined;
  readonly #waits = { resting: true };

  static override styles = [
    controls,
    sections,
    css`
      .buttons { display: flex; flex-wrap: wrap; gap: var(--space-2); margin: 0 0 var(--space-2); }
      p.problem { color: var(--problem); }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has("asked") && this.asked) void this.#ask(this.asked);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.shown?.asking.delete(this.#waits);
    this.#engine?.stop();
    this.#engine = undefined;
  }

  async #ask(asked: PathAsked) {
    this.#engine ??= new Engine();
    this.shown?.asking.add(this.#waits);
    this.#waits.resting = false;
    try {
      const { report, problems } = (await this.#engine.answer(JSON.stringify({ task: "path", ...asked }))) as Response<PathReport>;
      if (asked !== this.asked) return;
      this.report = report;
      this.problem = problems.map(({ pointer, message }) => `${pointer} ${withNumbers(message)}`).join("; ");
    } catch (error) {
      if (this.isConnected) this.problem = String(error);
    } finally {
      if (asked === this.asked) this.#waits.resting = true;
    }
  }

  override render() {
    const { report } = this;
    if (this.problem) return html`<p class="problem" role="status">${this.problem}</p>`;
    if (!report) return nothing;
    return html`<div class="pair">
        <ballast-path-profits .report=${report}></ballast-path-profits>
        <ballast-path-vix .report=${report}></ballast-path-vix>
      </div>
      <div class="buttons">
        ${reaches(this, { view: "what-if" }) ? html`<button type="button" class="quiet" id="what-if" @click=${() => this.open(report)}>Try its highest VIX as a what-if</button>` : nothing}
        <button type="button" class="quiet" id="close" @click=${() => this.dispatchEvent(new CustomEvent("close-path", { bubbles: true, composed: true }))}>Close</button>
      </div>`;
  }

  /** The spike of the scenario goes where this path has its highest VIX, on that day and with that VVIX; SPX follows by its rule. */
  private open({ vix, vvix }: PathReport) {
    const top = highest(vix);
    const { multiple: _, spx_return: __, rise_days: ___, ...kept } = members(valueAt(this.shown?.workbench.scenario, "/path/spike"));
    const exact = (value: number | undefined) => Number((value ?? 0).toFixed(2));
    this.dispatchEvent(new EditEvent("/path/spike", { ...kept, day: Math.max(1, top), vix_to: exact(vix[top]), vvix_to: exact(vvix[top]) }));
    this.dispatchEvent(new GoEvent("what-if"));
  }
}

customElements.define("ballast-one-path", BallastOnePath);
