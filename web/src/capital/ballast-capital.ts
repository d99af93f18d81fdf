import { css, html, LitElement, nothing, type TemplateResult } from "lit";

import { fixed, usd } from "../answer/amounts";
import { localised } from "../answer/locale";
import "../behind/ballast-behind";
import { ofCapital } from "../behind/of-capital";
import type { Capital, Evaluation } from "../border";
import { within } from "../glossary/within";
import type { JsonObject } from "../json/pointer";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import "./ballast-cash-flows";
import "./ballast-margin-calls";
import "./ballast-quick-ratio";
import { movesBetween, ofCashFlow, ofHorizon, ofQuickRatio, owesNothing, rate } from "./findings";

/** What the position ties up, what it returns on that, and whether what is at hand covers what is owed. */
export class BallastCapital extends LitElement {
  static override properties = { report: { attribute: false }, scenario: { attribute: false } };
  declare report: Evaluation | undefined;
  /** The scenario that the report answers. */
  declare scenario: JsonObject | undefined;

  static override styles = [
    controls,
    sections,
    css`
      h2 { border-top: 0; padding-top: 0; }
      ballast-behind { margin: 0 0 var(--space-4); }
      .between { margin: 0 0 var(--space-4); }
      ballast-margin-calls { margin-top: var(--space-4); }
    `,
  ];

  override render() {
    const { report } = this;
    const capital = report?.capital;
    if (!capital) return nothing;
    const plain = [
      ...(movesBetween(capital).length === 0 ? [`${ofCashFlow(capital)}; no cash moves in between.`] : []),
      ...(owesNothing(capital) ? [`${ofQuickRatio(capital)}: there is no margin call to fear.`] : []),
    ];
    return html`<h2>The capital</h2>
      <p class="lead">${localised(capital.verdict)}</p>
      ${renderFacts(capital)}
      <ballast-behind what="the capital" .derive=${() => (this.scenario ? ofCapital({ report, scenario: this.scenario }) : [])}></ballast-behind>
      ${plain.length === 0 ? nothing : html`<p class="between">${plain.join(" ")}</p>`}
      <div class="pair">
        ${movesBetween(capital).length === 0 ? nothing : html`<ballast-cash-flows .report=${report}></ballast-cash-flows>`}
        ${owesNothing(capital) ? nothing : html`<ballast-quick-ratio .report=${report}></ballast-quick-ratio>`}
      </div>
      <ballast-margin-calls .calls=${capital.margin_calls}></ballast-margin-calls>`;
  }
}

const renderFacts = (capital: Capital) => html`<dl class="facts">
  ${fact(within("IRR, a year", ["irr"]), rate(capital.irr), capital.irr_problem ?? ofHorizon(capital.cash_flow.length - 1))}
  ${fact(within("MIRR, a year", ["mirr"]), rate(capital.mirr), "the same, reinvested at a plain rate")}
  ${fact(html`<ballast-term of="wacc">Capital costs</ballast-term>, a year`, rate(capital.wacc), `WACC; owners ask ${rate(capital.cost_of_equity)}`)}
  ${fact(within("IRR less WACC", ["wacc"]), rate(capital.excess), capital.excess === undefined ? "" : capital.excess < 0 ? "it does not pay for its capital" : "it pays for its capital")}
  ${fact(within("Roll yield, a year", ["roll-yield"]), rate(capital.roll_yield), "what the token loses in calm")}
  ${fact(html`As a dividend (<ballast-term of="gordon">Gordon</ballast-term>)`, capital.gordon_value === undefined ? "none" : `${fixed(capital.gordon_value, 2)} USD`, "of a dollar of token: an analogy, no price")}
  ${fact(within("Most margin", ["margin"]), `${usd(Math.max(...capital.margin))} USD`, "tied up on one day")}
</dl>`;

const fact = (name: string | TemplateResult, value: string, more: string) => html`<div><dt>${name}</dt><dd>${value}${more ? html` <small>${more}</small>` : nothing}</dd></div>`;

customElements.define("ballast-capital", BallastCapital);
