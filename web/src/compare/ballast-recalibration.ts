import { html, LitElement, nothing } from "lit";

import { change, usd } from "../answer/amounts";
import type { Recalibrations } from "../border";
import { nameOf } from "../form/wording";
import { tables } from "../style/tables";

/** The same hedge, left alone between its rolls or set anew by each policy. */
export class BallastRecalibration extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: Recalibrations | undefined;

  static override styles = tables;

  override render() {
    const policies = this.report?.policies ?? [];
    const spiked = policies.some(({ spike }) => spike !== undefined);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Loyalty or motion">
      <table>
        <thead>
          <tr>
            <th scope="col">Set anew</th>${spiked ? html`<th scope="col">Hedge on the spike</th>` : nothing}
            <th scope="col">A calm month</th><th scope="col">In the end</th><th scope="col">Traded</th><th scope="col">Costs</th>
          </tr>
        </thead>
        <tbody>
          ${policies.map(
            ({ policy, spike, calm_month, end, turnover, costs }) => html`<tr>
              <th scope="row">${nameOf("/book/0/recalibrate", policy)}</th>
              ${spiked ? html`<td>${spike === undefined ? "–" : change(spike)}</td>` : nothing}
              <td>${change(calm_month)}</td><td>${change(end)}</td><td>${usd(turnover)}</td><td>${usd(costs)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define("ballast-recalibration", BallastRecalibration);
