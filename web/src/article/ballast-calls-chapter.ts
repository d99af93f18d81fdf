import { html, nothing } from "lit";

import { fixed, usd } from "../answer/amounts";
import type { Evaluation } from "../border";
import { items, members } from "../form/schema";
import type { JsonObject } from "../json/pointer";
import { Question } from "./question";
import "./ballast-call-layers";
import { Chapter, problemsOf } from "./chapter";
import { gains } from "./findings";
import { rungsOf, subjectOf, withBook } from "./variation";

/** What calls on VIX in layers do, and what they cost. */
export class BallastCallsChapter extends Chapter {
  protected readonly number = 4;
  protected readonly question = "What do bought calls do, and cost?";
  protected readonly onward = { views: ["surface", "what-if"], words: "Build your own ladder in the instrument" };
  readonly #asked = new Question<Evaluation>(this.engine, () => this.requestUpdate());

  constructor() {
    super();
    this.own = { layer: { kind: "vix_calls", ladder: [{ contracts: 4, days: 30 }, { contracts: 4, days: 110 }, { contracts: 2, days: 220 }] } };
    this.questions(this.#asked);
  }

  private get subject() {
    return subjectOf(this.scenario, this.own.layer as JsonObject);
  }

  protected ask(scenario: JsonObject) {
    this.#asked.ask({ task: "evaluate", scenario: withBook(scenario, rungsOf(this.subject.layer)), ...this.shown.workbench.grid });
  }

  /** Of the layers as they are asked about. */
  private get names(): string[] {
    const rungs = rungsOf(this.subject.layer);
    if (rungs.length === 1) return ["Calls"];
    return rungs.map(({ ladder }) => `${members(items(ladder)[0]).days ?? ""}-day calls`);
  }

  protected renderLead() {
    const { layer, pointer } = this.subject;
    const rungs = items(layer.ladder).map((_, i) => html`${i > 0 ? ", " : ""}${this.live(`${pointer}/ladder/${i}/contracts`, { label: `Contracts of layer ${i + 1}` })}
      with ${this.live(`${pointer}/ladder/${i}/days`, { label: `Days to expiry of layer ${i + 1}`, unit: " days" })}`);
    return html`<p>The opposite is to pay a premium: buy <ballast-term of="call">calls</ballast-term> on VIX, which are worth more when it leaps. Here in layers: ${rungs} to run.</p>`;
  }

  protected renderText() {
    const report = this.#asked.report;
    return report ? this.renderEffect(report) : nothing;
  }

  private renderEffect(report: Evaluation) {
    const { spike, calm_month, layers } = report;
    const each = (values: readonly number[], sign: 1 | -1) => this.names.map((name, i) => `${usd(sign * (values[i] ?? 0))} (${name})`).join(", ");
    return html`
      ${spike
        ? html`<p>
            When VIX goes from ${fixed(spike.vix_from, 1)} to ${this.liveSpike()} they ${spike.change.hedge < 0 ? "lose" : "gain"} <b>${usd(Math.abs(spike.change.hedge))} USD</b>${layers.length > 1 ? html`: ${each(spike.change.layers, 1)}` : nothing}. The
            pool alone ${spike.change.pool < 0 ? "loses" : "gains"} ${usd(Math.abs(spike.change.pool))}.
          </p>`
        : html`<p>Nothing leaps in this scenario. Let VIX go ${this.liveSpike()}.</p>`}
      <p>
        ${calm_month.hedge <= 0 ? html`The price is paid in calm: <b>${usd(-calm_month.hedge)} USD</b> a month${layers.length > 1 ? html`, ${each(calm_month.layers, -1)}` : nothing}.` : html`In calm they ${gains(calm_month.hedge).replace("gains", "gain")} a month here, because VIX drifts up.`}
        Calls with few days to run move most and decay fastest; those with many last, and move less. A <ballast-term of="ladder">ladder</ballast-term> is a wager on when, as much as on how far.
      </p>
      ${this.renderFutures(report)}
    `;
  }

  /** What the calls are written on is not VIX. */
  private renderFutures({ spike, path }: Evaluation) {
    const far = path.futures.at(-1);
    if (!spike || !far) return nothing;
    return html`<p>
      A common mistake is to value them on VIX itself. A VIX option is priced off the future of its own expiry, and that moves less the further out it is: while VIX gains
      ${fixed(spike.vix_to - spike.vix_from, 1)} points, the ${far.tenor_days}-day future goes from ${fixed(far.level[spike.from_day] ?? 0, 1)} to ${fixed(far.level[spike.to_day] ?? 0, 1)}.
    </p>`;
  }

  protected renderFigure() {
    return html`<ballast-call-layers keys .names=${this.names} .report=${this.#asked.report}></ballast-call-layers>${problemsOf(this.#asked)}`;
  }
}

customElements.define("ballast-calls-chapter", BallastCallsChapter);
