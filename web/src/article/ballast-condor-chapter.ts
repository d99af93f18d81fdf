import { html, nothing } from "lit";

import { fixed, usd } from "../answer/amounts";
import type { Evaluation } from "../border";
import type { JsonObject } from "../json/pointer";
import { Question } from "./question";
import "./ballast-condor-days";
import type { CondorDays } from "./ballast-condor-days";
import { Chapter, problemsOf } from "./chapter";
import { gains, percentOf } from "./findings";
import { subjectOf, withBook, withoutSpike } from "./variation";

/** What a sold condor does when it is needed. */
export class BallastCondorChapter extends Chapter {
  protected readonly number = 3;
  protected readonly question = "Does a sold condor pay for it?";
  protected readonly onward = { views: ["what-if"], words: "Put the condor beside other layers in the instrument" };
  readonly #spiked = new Question<Evaluation>(this.engine, () => this.both());
  readonly #calm = new Question<Evaluation>(this.engine, () => this.both());
  #days: CondorDays | undefined;

  constructor() {
    super();
    this.own = { layer: { kind: "iron_condor", gate: "none" } };
    this.questions(this.#spiked, this.#calm);
  }

  protected ask(scenario: JsonObject) {
    const asked = withBook(scenario, [subjectOf(scenario, this.own.layer as JsonObject).layer]);
    this.#spiked.ask({ task: "evaluate", scenario: asked, grid: { points: 2 } });
    this.#calm.ask({ task: "evaluate", scenario: withoutSpike(asked), grid: { points: 2 } });
  }

  /** The figure shows two answers over the same days. */
  private both() {
    const [spiked, calm] = [this.#spiked.report, this.#calm.report];
    if (spiked && calm && spiked.path.day.length === calm.path.day.length) this.#days = { spiked, calm };
    this.requestUpdate();
  }

  protected renderLead() {
    const report = this.#spiked.report;
    const { pointer } = subjectOf(this.scenario, this.own.layer as JsonObject);
    return html`<p>
        A popular idea is to let <ballast-term of="premium">premium</ballast-term> pay for the loss: sell an <ballast-term of="iron-condor">iron condor</ballast-term> on the S&P 500, a call and a put near the market with another pair further out to cap the risk.
        Sold here: ${this.live(`${pointer}/contracts`, { label: "Contracts of the condor" })} of them, with ${this.live(`${pointer}/days`, { label: "Days to expiry of the condor", unit: " days" })} to run,
        the near pair at ${this.live(`${pointer}/short/delta`, { label: "Delta of the sold options" })} <ballast-term of="delta">delta</ballast-term>. ${report ? this.aboutPremium(report) : nothing}
      </p>`;
  }

  protected renderText() {
    const report = this.#spiked.report;
    return report ? this.renderSpike(report) : nothing;
  }

  private aboutPremium({ layers, calm_month }: Evaluation) {
    const layer = layers[0]!;
    if (layer.legs.length === 0) return html`On this path it is never opened. ${layer.notes?.map(({ text }) => text).join(" ")}`;
    const calm = calm_month.layers[0] ?? 0;
    return html`Left alone, this ${calm >= 0 ? "works" : "does not work even in calm"}: in a calm month it ${gains(calm)}.`;
  }

  private renderSpike({ spike, path, calm_month, layers }: Evaluation) {
    if (!spike) return html`<p>Nothing leaps in this scenario. Let VIX go ${this.liveSpike()} to see the other side.</p>`;
    const moved = path.spx[spike.to_day]! / path.spx[spike.from_day]! - 1;
    const last = layers[0]!.profit.length - 1;
    const back = layers[0]!.profit[last]! - layers[0]!.profit[spike.to_day]!;
    const [condor, pool, calm] = [spike.change.layers[0] ?? 0, spike.change.pool, calm_month.layers[0] ?? 0];
    const fall = this.live("/path/spike/spx_return", { label: "Return of SPX on the spike, percent", unit: "\u00a0%", otherwise: Number(moved.toFixed(4)) });
    return html`
      <p>
        The trouble is when it pays. VIX does not leap alone: as it goes to ${this.liveSpike()} the S&P 500 moves by ${fall}. A sold option loses when the index moves and again when volatility
        rises. On the spike the condor ${gains(condor)} and the pool ${gains(pool)}.
      </p>
      ${condor < 0 && pool < 0 && layers[0]!.legs.length > 0
        ? html`<p>
            So the claim that the premium covers the impermanent loss holds on the days when there is little to cover.
            ${calm > 0 ? html`This one spike takes <b>${fixed(-condor / calm, 1)}</b> calm months of premium from the condor, before it has paid for anything in the pool. ` : nothing}A condor is not a
            hedge of a spike; it is a second bet against one.
          </p>
          ${back > 0.5
            ? html`<p>
                It may come back: where the index then keeps still, as here, the condor gains ${usd(back)} USD by day ${last}. But that is a gain for having waited. On the day of the spike both losses
                stand, and whoever must leave then takes them.
              </p>`
            : nothing}`
        : html`<p>On this path the condor does not lose where the pool does. Let the index fall further than the sold put, ${percentOf(Math.abs(moved), 1)} is too little, or let VIX go higher, and it will.</p>`}
    `;
  }

  protected renderFigure() {
    return html`<ballast-condor-days keys .report=${this.#days}></ballast-condor-days>${problemsOf(this.#spiked)}`;
  }
}

customElements.define("ballast-condor-chapter", BallastCondorChapter);
