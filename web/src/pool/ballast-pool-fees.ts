import { css, html, LitElement, nothing } from "lit";

import { usd } from "../answer/amounts";
import type { Evaluation } from "../border";
import { within } from "../glossary/within";
import { controls } from "../style/controls";
import { expiryOf, ofFees, percent, stripsOf } from "./findings";

interface Bar {
  name: string;
  value: number;
  text: string;
  /** What comes in, or what it must pay for. */
  side: "earned" | "needed";
}

interface Group {
  name: string;
  bars: Bar[];
  remark?: string;
}

/** What the pool earns beside what its risk takes: by year, up to the horizon, and as volatilities. */
export class BallastPoolFees extends LitElement {
  static override properties = { report: { attribute: false }, feeApr: { attribute: false } };
  declare report: Evaluation | undefined;
  declare feeApr: number;

  static override styles = [
    controls,
    css`
      h3 { margin: 0 0 var(--space-1); font-size: var(--type-figure); font-weight: 650; line-height: 1.3; text-wrap: balance; }
      table { width: 100%; border-collapse: collapse; font-size: var(--type-small); font-variant-numeric: tabular-nums; }
      th, td { font-weight: 400; text-align: left; padding: var(--space-0) 0; vertical-align: middle; }
      tbody th[scope="row"] { width: 46%; padding-right: var(--space-2); line-height: 1.25; }
      td.amount { text-align: right; width: 1%; white-space: nowrap; padding-left: var(--space-2); font-weight: 600; }
      .group th { padding-top: var(--space-3); color: var(--ink-soft); border-bottom: 1px solid var(--line); }
      tbody:first-of-type .group th { padding-top: 0; }
      .track { height: 12px; border-left: 1px solid var(--line-strong); }
      .track div { height: 100%; min-width: 0; border-radius: 0 3px 3px 0; }
      .earned { background: var(--series-3); }
      .needed { background: repeating-linear-gradient(-45deg, var(--series-pool) 0 5px, color-mix(in srgb, var(--series-pool) 72%, var(--paper)) 5px 7px); }
      .remark td { color: var(--ink-soft); padding-top: var(--space-0); line-height: 1.35; }
    `,
  ];

  constructor() {
    super();
    this.feeApr = 0;
  }

  override render() {
    const { report } = this;
    if (!report) return nothing;
    return html`<h3>${ofFees(this.feeApr, report.pool.analysis)}</h3>
      <table>
        ${groups(report, this.feeApr).map(renderGroup)}
      </table>`;
  }
}

/** Words of titles and remarks that open their entries in the glossary. */
const words = ["fees", "impermanent-loss", "loss-versus-rebalancing", "arbitrage", "implied-volatility"] as const;

function renderGroup({ name, bars, remark }: Group) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  return html`<tbody>
    <tr class="group"><th scope="colgroup" colspan="3">${within(name, words)}</th></tr>
    ${bars.map(
      (bar) => html`<tr>
        <th scope="row">${bar.name}</th>
        <td><div class="track"><div class=${bar.side} .style=${`width: ${most > 0 ? ((100 * Math.max(bar.value, 0)) / most).toFixed(1) : 0}%`}></div></div></td>
        <td class="amount">${bar.text}</td>
      </tr>`,
    )}
    ${remark ? html`<tr class="remark"><td colspan="3">${within(remark, words)}</td></tr>` : nothing}
  </tbody>`;
}

function groups(report: Evaluation, feeApr: number): Group[] {
  const { analysis, fees } = report.pool;
  const { loss_price, arbitrage, implied_volatility } = analysis;
  const money = (name: string, value: number, side: Bar["side"]): Bar => ({ name, value, text: usd(value), side });
  const rate = (name: string, value: number, side: Bar["side"]): Bar => ({ name, value, text: percent(value), side });
  const result: Group[] = [
    {
      name: "Fees, % of the value a year",
      bars: [rate("Fee you earn", feeApr, "earned"), rate("Fee you need", analysis.break_even_fee, "needed")],
      remark: `What is needed pays for the loss versus rebalancing, ${usd(analysis.loss_versus_rebalancing)} USD a year.`,
    },
    {
      name: `Impermanent loss up to day ${loss_price.days}, USD`,
      bars: [
        money("Fees pay", fees[fees.length - 1] ?? 0, "earned"),
        money("Should cost, lognormal prices", loss_price.lognormal, "needed"),
        money("Should cost, VIX options", loss_price.model, "needed"),
        ...stripsOf(report).map((one) => money(`Strip costs${expiryOf(one) === undefined ? "" : `, to day ${expiryOf(one)}`}`, one.strip.cost, "needed")),
      ],
    },
  ];
  if (implied_volatility !== undefined) {
    result.push({
      name: "Volatility of the token, % a year",
      bars: [rate("Paid for by the fees (implied)", implied_volatility, "earned"), rate("Of the token itself", analysis.token_volatility, "needed")],
    });
  }
  if (arbitrage) {
    result.push({
      name: "Who gets the loss versus rebalancing, USD a year",
      bars: [money("Arbitrageurs pay in fees", arbitrage.fees, "earned"), money("Arbitrageurs keep", arbitrage.profit, "needed")],
      remark: `They trade in ${percent(arbitrage.trading_share)} of the blocks. Without fees and blocks the loss is ${usd(analysis.loss_versus_rebalancing)} USD a year.`,
    });
  }
  return result;
}

customElements.define("ballast-pool-fees", BallastPoolFees);
