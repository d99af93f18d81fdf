import { html } from "lit";

import { usd } from "../answer/amounts";
import type { SpikeEffect } from "../border";
import { members } from "../form/schema";
import { price } from "../pool/findings";
import "./ballast-trade-curve";
import { Chapter } from "./chapter";
import { closeOf } from "./findings";

/** What a spike does to what a pool holds. */
export class BallastSpikeChapter extends Chapter {
  protected readonly number = 1;
  protected readonly question = "What does a spike do?";
  protected readonly onward = { views: ["what-if"], words: "Set your own position and market in the instrument" };

  /** The main report says it all. */
  protected ask() {}

  protected renderLead() {
    const report = this.report!;
    const { pool, path, spike } = report;
    const day = closeOf(report);
    const at = (when: number) => price((path.token[when] ?? 0) * pool.position.price);
    return html`<p>
        You put ${this.renderValue()} into the pool:
        ${usd(pool.tokens[0]!)} tokens that follow <ballast-term of="vix-future">VIX futures</ballast-term>, and ${usd(pool.usdc[0]!)} USDC.
        ${spike
          ? html`On day ${this.renderDay(spike)} VIX goes from ${spike.vix_from.toFixed(1)} to ${this.liveSpike()}, and by the close of day ${day} the token has gone from ${at(0)} to ${at(day)} USD.`
          : html`In this scenario VIX leaps ${this.liveSpike()}: drag that to a level. Without a spike the token goes from ${at(0)} to ${at(day)} USD by day ${day}.`}
      </p>`;
  }

  /** A pool that is given by what was put in has a value that follows from it. */
  private renderValue() {
    const { tokens, usdc } = members(this.scenario.pool);
    if (tokens !== undefined || usdc !== undefined) return `${usd(this.report!.pool.position.value)} USD`;
    return this.live("/pool/value", { label: "Value of the pool, USD", unit: " USD" });
  }

  /** The path must reach the end of the spike. */
  private renderDay({ from_day, to_day }: SpikeEffect) {
    const schema = this.schemaOf("/path/spike/day");
    const last = this.report!.path.day.length - (to_day - from_day);
    return this.live("/path/spike/day", { label: "Day of the spike" }, schema && { ...schema, maximum: last });
  }

  protected renderText() {
    const report = this.report!;
    const { pool } = report;
    const day = closeOf(report);
    const sold = pool.tokens[0]! - pool.tokens[day]!;
    return html`
      <p>
        The pool trades with whoever comes, at a price set by what it holds.
        ${this.kindOfPool === "constant_product" ? html`Tokens times dollars stays the same: that is the curve <i><ballast-term of="constant-product">x · y = k</ballast-term></i>, and all that the pool can do is move along it.` : html`It can only move along its curve.`}
        ${sold >= 0
          ? html`When the token rises the pool must sell it, a little at each price on the way. It has sold <b>${usd(sold)}</b> tokens, every one for less than it is worth now.`
          : html`When the token falls the pool must buy it, a little at each price on the way. It has bought <b>${usd(-sold)}</b> tokens, every one for more than it is worth now.`}
      </p>
      <p>
        Had you kept what you put in, you would have ${usd(pool.hold[day]!)} USD. The pool is worth ${usd(pool.value[day]!)}. The difference, <b>${usd(-pool.impermanent_loss[day]!)} USD</b>,
        is the <ballast-term of="impermanent-loss">impermanent loss</ballast-term>. It is the shaded area: for each token traded, the gap between its price then and the price at the close.
        It goes away if the price comes back, and is real on the day you leave.
      </p>
      <p>
        What the pool is paid for this are <ballast-term of="fees">fees</ballast-term>. At ${this.live("/pool/fee_apr", { label: "Fees, percent a year", unit: "\u00a0% a year" })} they have brought ${usd(pool.fees[day]!)} USD by then.
      </p>
    `;
  }

  protected renderFigure() {
    return html`<ballast-trade-curve keys .report=${this.report}></ballast-trade-curve>`;
  }
}

customElements.define("ballast-spike-chapter", BallastSpikeChapter);
