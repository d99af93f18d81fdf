import { html, nothing } from "lit";

import { fixed, usd } from "../answer/amounts";
import type { Schema, Sizing } from "../border";
import type { JsonObject } from "../json/pointer";
import { Question } from "./question";
import "./ballast-tail-by-cost";
import { Chapter, problemsOf } from "./chapter";
import { sizingEngine } from "./engines";
import { percentOf } from "./findings";
import { ownStrip } from "./own-strip";
import { ownPointer, subjectOf, withBook } from "./variation";

/** The month that is simulated, days, and points of the frontier. */
const month = 30;
const points = 21;
/** So many paths can be dragged to; more take minutes. */
const paths: Schema = { type: "integer", minimum: 200, maximum: 5000, default: 1000 };

/** How much hedge is worth its cost. */
export class BallastSizingChapter extends Chapter {
  protected readonly number = 6;
  protected readonly question = "How much of it?";
  protected readonly onward = { views: ["sizing", "what-if"], words: "Size any book in the instrument" };
  /** It takes a second: only asked when the reader is about to see it. */
  protected override readonly nearness = "200px";
  readonly #asked = new Question<Sizing>(sizingEngine, () => this.requestUpdate());

  constructor() {
    super();
    this.own = { paths: 1000 };
    this.questions(this.#asked);
  }

  protected ask(scenario: JsonObject) {
    const book = [subjectOf(scenario, ownStrip).layer];
    const simulation = { paths: Number(this.own.paths), horizon_days: month };
    this.#asked.ask({ task: "size", scenario: withBook(scenario, book), simulation, sizing: { points } });
  }

  /** The point of the frontier that is as far as the reader would pay for. */
  private get chosen(): number {
    const costs = this.#asked.report?.frontier.yearly_cost ?? [];
    const cap = this.own.cap;
    if (typeof cap !== "number") return Math.floor((costs.length - 1) / 2);
    return Math.max(0, costs.findLastIndex((cost) => cost <= cap + 1e-6));
  }

  protected renderLead() {
    const report = this.#asked.report;
    const jumps = report?.defaults.find(({ pointer }) => pointer === "/simulation/jumps_per_year")?.value;
    return html`
      <p>
        You need not buy all of it. Here are ${this.live(`${ownPointer}/paths`, { label: "Number of random months", unit: " random months" }, paths)}, <ballast-term of="simulation">drawn</ballast-term> for the same market: VIX wanders,
        leaps ${jumps === undefined ? "now and then" : `${jumps} times a year on average`}, and the S&P 500 falls where it leaps. ${report ? nothing : "They take a second."}
      </p>
      ${report ? this.renderSizes(report) : nothing}
    `;
  }

  private renderSizes(report: Sizing) {
    const { frontier, unhedged, level } = report;
    const { chosen } = this;
    const worst = percentOf(1 - level);
    const costs = frontier.yearly_cost;
    const step = Math.max(1, ((costs.at(-1) ?? 1) - (costs[0] ?? 0)) / (points - 1));
    const cap: Schema = { type: "number", minimum: Math.floor(costs[0] ?? 0), maximum: Math.ceil(Math.max(costs.at(-1) ?? 1, (costs[0] ?? 0) + step)), default: Math.round(costs[chosen] ?? 0) };
    return html`
      <p>
        Without a hedge the worst ${worst} of them lose ${usd(unhedged.found.conditional_value_at_risk)} USD <ballast-term of="cvar">on average</ballast-term>. Say you would pay
        ${this.live(`${ownPointer}/cap`, { label: "What the hedge may cost a year, USD", unit: " USD a year" }, cap)}. The best that this buys is <b>${percentOf(frontier.quantity[0]?.[chosen] ?? 0)}</b> of the strip, and with it
        the worst months lose <b>${usd(frontier.conditional_value_at_risk[chosen] ?? 0)}</b>.
        ${(frontier.multiplier[chosen] ?? 0) > 0.005 ? html`One more dollar a year would take another ${fixed(frontier.multiplier[chosen]!, 2)} off.` : "One more dollar a year would buy nothing."}
      </p>
    `;
  }

  protected renderText() {
    const report = this.#asked.report;
    if (!report) return nothing;
    const { minimum_cvar, paths: drawn } = report;
    const [found, fresh] = [minimum_cvar.found.conditional_value_at_risk, minimum_cvar.fresh.conditional_value_at_risk];
    return html`
      <p>
        ${fresh > found ? "A size fitted to some paths looks better on them than it is." : "A size should be tried on paths that it was not fitted to."} The one at the end of the curve leaves ${usd(found)} USD in the worst
        months it was found on; in those of ${usd(drawn)} fresh ones ${usd(fresh)}. What a dollar of cost is worth against a dollar in the worst months, no model says: that choice is yours.
      </p>
    `;
  }

  protected renderFigure() {
    return html`<ballast-tail-by-cost keys .name=${"the strip"} .chosen=${this.chosen} .report=${this.#asked.report}></ballast-tail-by-cost>${problemsOf(this.#asked)}`;
  }
}

customElements.define("ballast-sizing-chapter", BallastSizingChapter);
