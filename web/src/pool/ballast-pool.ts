import { css, html, LitElement, nothing, type TemplateResult } from "lit";

import { fixed, usd } from "../answer/amounts";
import { localised } from "../answer/locale";
import "../behind/ballast-behind";
import { ofPool } from "../behind/of-pool";
import type { Evaluation, Schema } from "../border";
import "../form/ballast-choice";
import { EditEvent } from "../form/field";
import { items, kindOf, members } from "../form/schema";
import "../glossary/ballast-term";
import { valueAt, type JsonObject } from "../json/pointer";
import { controls } from "../style/controls";
import "./ballast-pool-fees";
import "./ballast-pool-price";
import "./ballast-strip";
import { daysOut, rangeText, stripsOf } from "./findings";

/** The liquidity position itself: what it is measured against, how it was opened, its range, what it must earn, and its strip. */
export class BallastPool extends LitElement {
  static override properties = { report: { attribute: false }, answered: { attribute: false }, scenario: { attribute: false }, schema: { attribute: false } };
  declare report: Evaluation | undefined;
  /** The scenario that the report answers. */
  declare answered: JsonObject | undefined;
  /** The scenario as it stands. */
  declare scenario: JsonObject;
  declare schema: Schema | undefined;

  static override styles = [
    controls,
    css`
      .head { display: grid; grid-template-columns: minmax(0, 1fr) minmax(240px, 300px); gap: var(--space-2) var(--space-5); align-items: end; padding-top: var(--space-3);
              border-top: 1px solid var(--line-strong); }
      h2 { margin: 0; font-size: var(--type-heading); font-weight: 650; letter-spacing: -0.01em; }
      .direction { margin: var(--space-1) 0 0; max-width: 78ch; text-wrap: pretty; min-height: calc(2 * 1.45em); }
      dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: var(--space-2) var(--space-4); margin: var(--space-3) 0 var(--space-4); font-variant-numeric: tabular-nums; }
      dt { color: var(--ink-soft); font-size: var(--type-small); }
      dd { margin: 0; font-weight: 600; }
      dd small { display: block; font-weight: 400; color: var(--ink-soft); font-size: var(--type-small); }
      ballast-behind { margin: 0 0 var(--space-4); }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr)); gap: var(--space-4) var(--space-5); }
      .offer { margin: var(--space-3) 0 0; display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
      .offer button { border-color: var(--accent); color: var(--accent); font-weight: 600; }
      .why { font-size: var(--type-small); margin-top: var(--space-3); max-width: 82ch; }
      .why p { margin: var(--space-2) 0; text-wrap: pretty; }
      ballast-strip { margin-top: var(--space-4); }
      @media (max-width: 899px) {
        .head { grid-template-columns: minmax(0, 1fr); }
        dl { grid-template-columns: 1fr 1fr; gap: var(--space-2) var(--space-3); }
      }
    `,
  ];

  constructor() {
    super();
    this.scenario = {};
  }

  override render() {
    const { report } = this;
    if (!report) return nothing;
    const { position } = report.pool;
    const { out, days } = daysOut(report);
    return html`<div class="head">
        <div>
          <h2>The <ballast-term of="liquidity-pool">pool</ballast-term></h2>
          <p class="direction">${localised(report.pool.direction)}</p>
        </div>
        ${this.renderBenchmark()}
      </div>
      <dl>
        ${fact("Put in", `${usd(position.tokens)} tokens`, `and ${usd(position.usdc)} USDC`)}
        ${fact("Worth", `${usd(position.value)} USD`, `at ${fixed(position.price, 2)} a token`)}
        ${fact(html`<ballast-term of="concentrated-liquidity">Range</ballast-term>`, rangeText(position))}
        ${fact(html`<ballast-term of="capital-efficiency">Depth</ballast-term>`, `${fixed(position.capital_efficiency, 1)} ×`, "that of a pool over all prices")}
        ${fact("Out of range", out === 0 ? `none of ${days} days` : `${out} of ${days} days`, out === 0 ? "" : "which earn no fees")}
      </dl>
      <ballast-behind what="the pool" .derive=${() => (this.answered ? ofPool({ report, scenario: this.answered }) : [])}></ballast-behind>
      <div class="pair">
        <div>
          <ballast-pool-price .report=${report} .movable=${this.kind === "concentrated"}></ballast-pool-price>
          ${this.kind === "concentrated"
            ? nothing
            : html`<p class="offer"><button type="button" class="quiet" @click=${this.concentrate}>Put it on a price range</button></p>`}
        </div>
        <div>
          <ballast-pool-fees .report=${report} .feeApr=${this.feeApr(report)}></ballast-pool-fees>
          ${stripsOf(report).length > 0
            ? nothing
            : html`<p class="offer"><button type="button" class="quiet" id="add-strip" @click=${this.addStrip}>Hedge it with a strip of options</button>
                <span class="hint">Puts and calls on every strike that add up to the loss.</span></p>`}
        </div>
      </div>
      ${renderWhy()} ${stripsOf(report).map((one) => html`<ballast-strip .report=${report} .one=${one}></ballast-strip>`)}`;
  }

  private renderBenchmark() {
    const pointer = "/pool/benchmark";
    const pool = valueAt(this.scenario, "/pool");
    const schema = kindOf(this.schema?.properties?.pool ?? {}, pool).properties?.benchmark;
    if (!schema) return nothing;
    return html`<ballast-choice id="benchmark" .schema=${schema} .value=${valueAt(this.scenario, pointer)} .pointer=${pointer}></ballast-choice>`;
  }

  /** Of the scenario that is answered, so that it belongs to the numbers beside it. */
  private get kind() {
    return valueAt(this.answered, "/pool/kind") ?? valueAt(this.schema?.properties?.pool?.oneOf?.[0]?.properties?.kind?.const, "");
  }

  private feeApr({ defaults }: Evaluation): number {
    return Number(valueAt(this.answered, "/pool/fee_apr") ?? defaults.find(({ pointer }) => pointer === "/pool/fee_apr")?.value ?? 0);
  }

  private concentrate() {
    const { weight: _, ...kept } = members(valueAt(this.scenario, "/pool"));
    this.dispatchEvent(new EditEvent("/pool", { ...kept, kind: "concentrated" }));
  }

  /** One that expires where the path ends, so that what it comes to can be seen. */
  private addStrip() {
    const days = this.report?.pool.analysis.loss_price.days ?? 30;
    this.dispatchEvent(new EditEvent("/book", [...items(valueAt(this.scenario, "/book")), { kind: "strip", days }]));
  }
}

const fact = (name: string | TemplateResult, value: string, more = "") => html`<div><dt>${name}</dt><dd>${value}${more ? html` <small>${more}</small>` : nothing}</dd></div>`;

const renderWhy = () => html`<details class="why">
  <summary>Why other tables of impermanent loss differ</summary>
  <p>
    For a 50/50 pool a price ratio of 1.25 loses 0.619 % and one of 5 loses 25.46 %, in percent of what holding would be worth <em>at the new price</em>.
    Some tables on the web say 2.0 % and 20 % instead. Those are the losses at ratios of 1.5 and 4: their rows have slipped by one.
  </p>
  <p>
    Tables also differ in what they divide by. Of the money first put in, the same loss at a ratio of 5 is 76.4 %, since holding has tripled by then. And a
    pool on a price range loses more than any such table says, the narrower the range the more.
  </p>
</details>`;

customElements.define("ballast-pool", BallastPool);
