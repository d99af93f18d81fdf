import { css, html, LitElement, nothing } from "lit";

import "../glossary/ballast-term";
import { groups } from "../glossary/names";
import type { Answered, Workbench } from "../state/workbench";
import { controls } from "../style/controls";

/** One work that the page ships, with its licence; the build collects them (`licences.ts` beside the Vite configuration). */
interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** What the words mean, what this is not, and whose work is in it. */
export class BallastFooter extends LitElement {
  static override properties = { version: {}, workbench: { attribute: false }, state: { attribute: false }, licences: { state: true }, embedding: { state: true } };
  declare version: string;
  declare workbench: Workbench | undefined;
  /** The last answer; a new one draws this anew. */
  declare state: Answered | undefined;
  declare embedding: boolean;
  declare licences: Licence[] | undefined;

  static override styles = [
    controls,
    css`
      footer { margin-top: var(--space-5); padding-top: var(--space-3); border-top: 1px solid var(--line-strong); font-size: var(--type-small); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); }
      h2 { margin: 0 0 var(--space-2); font-size: var(--type-figure); }
      dl { margin: var(--space-2) 0 0; display: grid; gap: var(--space-1); }
      dl div { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: baseline; }
      dt { font-weight: 600; min-width: 9.5em; }
      dd { margin: 0; line-height: 24px; --word: 24px; }
      @media print { .words, details { display: none; } }
      @media (max-width: 599px) {
        dt { width: 100%; }
      }
      p { margin: 0; max-width: 90ch; }
      pre { max-width: 90ch; white-space: pre-wrap; margin: var(--space-2) 0; padding: var(--space-3); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); max-height: 18em; overflow: auto; }
      ul { margin: var(--space-2) 0; padding-left: var(--space-4); }
    `,
  ];

  override render() {
    return html`<footer>
      <section class="words">
        <h2>The words used here</h2>
        <p>Each opens its meaning, its formula, who says so and where it is at work.</p>
        <dl>
          ${Object.values(groups).map(({ title, names }) => html`<div><dt>${title}</dt>${Object.entries(names).map(([term, name]) => html`<dd><ballast-term of=${term}>${name}</ballast-term></dd>`)}</div>`)}
        </dl>
      </section>
      <p>
        <strong>Educational, never advice.</strong> Ballast computes what a simple, stated model says about a scenario that you make up. Real
        markets gap, spreads widen and tokens break; nothing here is an offer, a forecast or a recommendation. Everything is computed in your browser;
        nothing is sent anywhere.
      </p>
      <details id="embed" @toggle=${this.embed}>
        <summary>Put a figure of this scenario into a page of your own</summary>
        ${this.embedding && this.workbench
          ? html`<ballast-snippet .workbench=${this.workbench} .scenario=${this.workbench.scenario} .report=${this.workbench.answered?.report}></ballast-snippet>`
          : nothing}
      </details>
      <details id="licences" @toggle=${this.opened}>
        <summary>Licences of everything this page ships</summary>
        ${this.licences ? this.renderLicences(this.licences) : nothing}
      </details>
      <p>Ballast ${this.version}, MIT licence.</p>
    </footer>`;
  }

  private renderLicences(licences: Licence[]) {
    return html`<ul>
      ${licences.map(
        ({ name, version, licence, text }) => html`<li>
          <details><summary>${name}${version ? ` ${version}` : ""}<span class="hint">: ${licence}</span></summary><pre tabindex="0">${text}</pre></details>
        </li>`,
      )}
    </ul>`;
  }

  private async embed(event: Event) {
    if (!(event.target as HTMLDetailsElement).open) return;
    await import("../embed/ballast-snippet");
    this.embedding = true;
  }

  private async opened(event: Event) {
    if (!(event.target as HTMLDetailsElement).open || this.licences) return;
    const response = await fetch(new URL("licences.json", document.baseURI));
    this.licences = (await response.json()) as Licence[];
  }
}

customElements.define("ballast-footer", BallastFooter);
