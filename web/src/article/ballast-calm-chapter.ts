import { html, nothing } from "lit";

import { fixed, usd } from "../answer/amounts";
import type { Evaluation, Schema } from "../border";
import { members } from "../form/schema";
import type { JsonObject } from "../json/pointer";
import { Question } from "./question";
import "./ballast-calm-decay";
import { Chapter, problemsOf } from "./chapter";
import { percentOf } from "./findings";
import { calmFor, ownPointer, withBook } from "./variation";

/** What happens while nothing happens. */
export class BallastCalmChapter extends Chapter {
  protected readonly number = 2;
  protected readonly question = "What does calm do?";
  protected readonly onward = { views: ["capital", "what-if"], words: "See what the position returns on its capital" };
  readonly #calm = new Question<Evaluation>(this.engine, () => this.requestUpdate());

  constructor() {
    super();
    this.own = { days: 365 };
    this.questions(this.#calm);
  }

  protected ask(scenario: JsonObject) {
    const days = Math.min(Number(this.own.days), this.schemaOfDays?.maximum ?? Infinity);
    this.#calm.ask({ task: "evaluate", scenario: withBook(calmFor(scenario, days), []), grid: { points: 2 } });
  }

  /** A token that expires ends the calm, too. */
  private get schemaOfDays(): Schema | undefined {
    const schema = this.schemaOf("/path/horizon_days");
    const { kind, expiry_days } = members(this.scenario.token);
    return schema && kind === "fixed_future" && typeof expiry_days === "number" ? { ...schema, maximum: Math.min(expiry_days, schema.maximum ?? Infinity) } : schema;
  }

  protected renderLead() {
    const report = this.#calm.report;
    return html`<p>
        Most days nothing happens. VIX stands at ${this.live("/market/vix", { label: "VIX on day 0" })} and drifts towards its calm level of
        ${this.live("/market/vix_curve/calm", { label: "Calm level of VIX" })}. ${report ? this.aboutFuture(report) : nothing}
      </p>
      ${report ? this.renderLoss(report) : nothing}`;
  }

  /** Which way the futures slide; the token may follow none. */
  private aboutFuture({ path }: Evaluation) {
    const future = path.futures[0];
    const [vix, level] = [path.vix[0] ?? 0, future?.level[0] ?? 0];
    const longRun = this.live("/market/vix_curve/long_run", { label: "Long-run level of VIX" });
    if (!future) return html`Futures on it lean towards ${longRun}, the level they expect in the long run.`;
    return html`A future on it with ${future.tenor_days} days to run stands at ${fixed(level, 1)}, because futures lean towards ${longRun}, the level they expect in the long run.
      ${level > vix
        ? html`As the days pass, a future that stands above VIX slides down to it. The token holds such futures, sells them as they age and buys new ones, and so it slides with them: this is the decay of
            <ballast-term of="contango">contango</ballast-term>.`
        : "Here it stands below VIX, which is the state of a market in fear: as long as it lasts, a future slides up to VIX."}`;
  }

  private renderLoss({ path, pool }: Evaluation) {
    const last = path.day.length - 1;
    const [token, loss, held] = [path.token[last]! - 1, -pool.impermanent_loss[last]!, pool.hold[last]! - pool.hold[0]!];
    return html`<p>
        In ${this.live(`${ownPointer}/days`, { label: "Days of calm", unit: " days" }, this.schemaOfDays, last)} of calm the token ${token < 0 ? "loses" : "gains"} <b>${percentOf(Math.abs(token))}</b> of its price.
        Whoever only holds what was put in ${held < 0 ? "loses" : "gains"} ${usd(Math.abs(held))} USD by that. The pool, which ${token < 0 ? "buys more of the token as it falls" : "sells the token as it rises"}, is
        a further <b>${usd(loss)} USD</b> behind.
      </p>`;
  }

  protected renderText() {
    return html`<p>
        The two are often taken for one. Decay is what holding the token costs; a hedge of impermanent loss does not give it back. And impermanent loss comes from slow
        slides as well as from leaps: it asks only how far the price is from where it began.
      </p>`;
  }

  protected renderFigure() {
    return html`<ballast-calm-decay keys .report=${this.#calm.report}></ballast-calm-decay>${problemsOf(this.#calm)}`;
  }
}

customElements.define("ballast-calm-chapter", BallastCalmChapter);
