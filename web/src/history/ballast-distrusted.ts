import { css, html, LitElement, nothing } from "lit";

import { usd } from "../answer/amounts";
import { tables } from "../style/tables";
import type { ReadFiles, Remarks } from "./replay";

/** What the core thinks of the files: rows that were left out, and rows that were used all the same. */
export class BallastDistrusted extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: ReadFiles | undefined;

  static override styles = [
    ...tables,
    css`
      p { margin: var(--space-2) 0 var(--space-1); }
      .scroll { max-height: 260px; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); }
      td:first-child, th:first-child { padding-left: var(--space-2); }
      th:last-child { text-align: left; }
      td.words { text-align: left; white-space: normal; min-width: 16em; }
      thead th { position: sticky; top: 0; background: var(--surface); }
    `,
  ];

  override render() {
    const { report } = this;
    if (!report || report.files.length === 0) return nothing;
    return html`${report.files.map(
      ({ file, rows, used, first, last, all_equal, left_out, doubted }) => html`<p><strong>${file}</strong>: ${usd(used)} of ${usd(rows)} rows used, ${first} to ${last}${
        all_equal > 0 ? `; in ${usd(all_equal)} the open, high, low and close are one number` : ""
      }${left_out.count + doubted.count === 0 ? "; nothing odd." : "."}</p>
        ${this.renderRemarks(`${file}: rows left out`, left_out)} ${this.renderRemarks(`${file}: rows used, but doubted`, doubted)}`,
    )}
    ${this.renderRemarks("Joined on dates: days left out", report.joined.left_out)} ${this.renderRemarks("Joined on dates: days doubted", report.joined.doubted)}`;
  }

  private renderRemarks(title: string, { count, listed }: Remarks) {
    if (count === 0) return nothing;
    return html`<p>${title}: ${usd(count)}${listed.length < count ? `, the first ${listed.length} of them here` : ""}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead><tr><th scope="col">Row</th><th scope="col">Column</th><th scope="col">What stands there</th><th scope="col">What is the matter</th></tr></thead>
          <tbody>
            ${listed.map(({ row, column, message, value }) => html`<tr><td>${row ? usd(row) : "–"}</td><td>${column || "–"}</td><td>${value || "–"}</td><td class="words">${message}</td></tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define("ballast-distrusted", BallastDistrusted);
