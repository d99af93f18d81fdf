import { html, nothing } from "lit";

import { usd } from "../answer/amounts";
import type { Evaluation } from "../border";
import type { JsonObject } from "../json/pointer";
import { costOf, ofExpiry, strikesUsed, stripsOf, type StripLayer } from "../pool/findings";
import { Question } from "./question";
import { Chapter, problemsOf } from "./chapter";
import { gains } from "./findings";
import { ownStrip } from "./own-strip";
import { subjectOf, withBook } from "./variation";

/** The hedge that needs no view. */
export class BallastStripChapter extends Chapter {
  protected readonly number = 5;
  protected readonly question = "Is there an exact hedge?";
  protected readonly onward = { views: ["what-if"], words: "See the strip strike by strike in the instrument" };
  readonly #asked = new Question<Evaluation>(this.engine, () => this.requestUpdate());

  constructor() {
    super();
    this.own = { layer: ownStrip };
    this.questions(this.#asked);
  }

  protected ask(scenario: JsonObject) {
    // Further down than anyone has read at the first answer, which need not wait for it.
    void import("../pool/ballast-strip-coverage");
    this.#asked.ask({ task: "evaluate", scenario: withBook(scenario, [subjectOf(scenario, this.own.layer as JsonObject).layer]), grid: { points: 2 } });
  }

  private get one(): StripLayer | undefined {
    return this.#asked.report && stripsOf(this.#asked.report)[0];
  }

  protected renderLead() {
    const { pointer } = subjectOf(this.scenario, this.own.layer as JsonObject);
    const { one } = this;
    return html`
      <p>
        What the pool has lost against holding depends on one thing: where the price of the token is. And any such curve can be put together from options, one <ballast-term of="strike">strike</ballast-term> at a time: puts below, calls
        above, a little of each (Carr and Madan, 1998). No view on where VIX goes is needed.
      </p>
      <p>
        Here the <ballast-term of="strip">strip</ballast-term> is written on VIX options with ${this.live(`${pointer}/days`, { label: "Days to expiry of the strip", unit: " days" })} to run, a strike every
        ${this.live(`${pointer}/step`, { label: "Points between strikes", unit: " points" })}, for ${this.live(`${pointer}/cover`, { label: "Share of the loss to cover, percent", unit: "\u00a0%" })} of the loss.
        ${one ? html`It holds ${strikesUsed(one.strip).length} strikes and <b>${costOf(one.strip)}</b>.` : nothing}
      </p>
    `;
  }

  protected renderText() {
    const { one } = this;
    return one ? this.renderCatch(one, this.#asked.report!) : nothing;
  }

  private renderCatch(one: StripLayer, { pool, calm_month, path }: Evaluation) {
    const { days, model } = pool.analysis.loss_price;
    return html`
      <p>
        Exact does not mean free. By the same prices the loss itself, up to day ${days}, is worth ${usd(Math.abs(model))} USD today: whoever sells the strip asks about that for bearing it. Where nothing leaps, the strip
        ${gains(calm_month.hedge)} a month on this path of ${path.day.length - 1} days.
      </p>
      <p>
        Nor is it exact on every day or for every token. It fits at expiry, as far as the token is where VIX alone would put it. ${ofExpiry(one)}
      </p>
    `;
  }

  protected renderFigure() {
    const { one } = this;
    return html`${one ? html`<ballast-strip-coverage keys .one=${one} .report=${this.#asked.report}></ballast-strip-coverage>` : nothing}${problemsOf(this.#asked)}`;
  }
}

customElements.define("ballast-strip-chapter", BallastStripChapter);
