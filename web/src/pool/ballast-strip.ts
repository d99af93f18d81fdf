import { css, html, LitElement, nothing } from "lit";

import { layerTitle } from "../answer/layer-title";
import type { Evaluation } from "../border";
import { controls } from "../style/controls";
import "./ballast-strip-coverage";
import "./ballast-strip-strikes";
import { ofExpiry, type StripLayer } from "./findings";

/** A strip of options: what was bought at every strike, what that covers, and what it came to. */
export class BallastStrip extends LitElement {
  static override properties = { report: { attribute: false }, one: { attribute: false } };
  declare report: Evaluation | undefined;
  declare one: StripLayer | undefined;

  static override styles = [
    controls,
    css`
      h2 { margin: 0 0 var(--space-2); padding-top: var(--space-3); border-top: 1px solid var(--line-strong); font-size: var(--type-heading); font-weight: 650; letter-spacing: -0.01em; }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr)); gap: var(--space-4) var(--space-5); }
      .basis { margin: var(--space-3) 0 0; max-width: 86ch; text-wrap: pretty; font-variant-numeric: tabular-nums; }
    `,
  ];

  override render() {
    const { report, one } = this;
    if (!report || !one) return nothing;
    return html`<h2>${layerTitle(one.layer)}</h2>
      <div class="pair">
        <ballast-strip-strikes .report=${report} .one=${one}></ballast-strip-strikes>
        <ballast-strip-coverage .report=${report} .one=${one}></ballast-strip-coverage>
      </div>
      <p class="basis">${ofExpiry(one)}</p>`;
  }
}

customElements.define("ballast-strip", BallastStrip);
