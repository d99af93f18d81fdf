import { css, html, LitElement, nothing } from "lit";

import "../behind/ballast-behind";
import { ofSurface } from "../behind/of-surface";
import type { Surface } from "../border";
import { EditEvent, withNumbers } from "../form/field";
import { members } from "../form/schema";
import { valueAt } from "../json/pointer";
import type { Shown } from "../page/shown";
import { WhileShown } from "../state/while-shown";
import { sections } from "../style/sections";
import { controls } from "../style/controls";
import "./ballast-heat-map";
import type { AmountChosenEvent, SpikeChosenEvent } from "./ballast-heat-map";
import { amounts } from "./findings";

/** Profit by how far VIX goes and by day. It is asked while it is looked at, in a worker of its own. */
export class BallastSurface extends LitElement {
  static override properties = { shown: { attribute: false }, scenario: { attribute: false } };
  declare shown: Shown | undefined;
  declare scenario: unknown;
  readonly #asked = new WhileShown<Surface>(this, ({ workbench }) => ({ task: "surface", scenario: workbench.scenario, ...workbench.grid }), ({ workbench }) => workbench.asked);

  static override styles = [
    controls,
    sections,
    css`
      h2 { border-top: 0; padding-top: 0; }
      p.problem { color: var(--problem); }
    `,
  ];

  override render() {
    const { report, problems } = this.#asked;
    const { answered } = this.shown?.workbench ?? {};
    return html`<h2>Spike size by day</h2>
      <p class="lead">What you would have on each day, had VIX gone to each level on the day of the spike. Before it nothing is decided; after it calm returns, and time decays what is left of the options.</p>
      ${problems.length > 0 ? html`<p class="problem" role="status">${problems.map(({ message }) => withNumbers(message)).join("; ")}.</p>` : nothing}
      <ballast-heat-map .report=${report} .spike=${this.spike} .looked=${this.looked} @spike-chosen=${this.chosen} @amount-chosen=${this.looks}></ballast-heat-map>
      ${report && answered ? html`<ballast-behind what="the surface" .derive=${() => ofSurface(report, this.looked, answered)}></ballast-behind>` : nothing}`;
  }

  private get looked() {
    const asked = this.shown && valueAt(this.shown.workbench.asked.values, "/surface/amount");
    return amounts.find((each) => each === asked) ?? amounts[0]!;
  }

  private looks({ detail }: AmountChosenEvent) {
    if (this.shown) this.shown.workbench.asked.edit("/surface/amount", detail === amounts[0] ? undefined : detail);
  }

  /** Where the scenario's own spike ends, as the main answer has it. */
  private get spike() {
    const spike = this.shown?.workbench.answered?.report.spike;
    return spike && { day: spike.to_day, level: spike.vix_to };
  }

  /** The spike is over at the close of the chosen day, however many days it takes. */
  private chosen({ detail: { day, level } }: SpikeChosenEvent) {
    const { workbench } = this.shown ?? {};
    const { multiple: _, ...kept } = members(valueAt(workbench?.scenario, "/path/spike"));
    const own = workbench?.answered?.report.spike;
    const rise = own ? own.to_day - own.from_day : 1;
    this.dispatchEvent(new EditEvent("/path/spike", { ...kept, day: Math.max(1, day - rise + 1), vix_to: level }));
  }
}

customElements.define("ballast-surface", BallastSurface);
