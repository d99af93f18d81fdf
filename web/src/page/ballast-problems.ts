import { css, html, LitElement, nothing } from "lit";

import type { Problem } from "../border";
import { EditEvent, withNumbers } from "../form/field";
import { labelOf } from "../form/wording";
import { controls } from "../style/controls";
import type { Refusal } from "../state/workbench";
import { RevealEvent } from "./reveal";

/** Everything that is wrong, all at once: with the scenario, with a file or link that was not opened, with the engine. */
export class BallastProblems extends LitElement {
  static override properties = { problems: { attribute: false }, refusal: { attribute: false }, failure: { attribute: false } };
  declare problems: readonly Problem[];
  declare refusal: Refusal | undefined;
  declare failure: string | undefined;

  static override styles = [
    controls,
    css`
      .box { margin: var(--space-3) 0; padding: var(--space-3); border: 1px solid var(--problem); border-radius: var(--radius-large); background: var(--problem-soft); }
      h2 { margin: 0; font-size: var(--type-figure); color: var(--problem); }
      .head { display: flex; justify-content: space-between; gap: var(--space-3); align-items: start; }
      ul { margin: var(--space-2) 0 0; padding: 0; list-style: none; display: grid; gap: var(--space-0); max-height: 12em; overflow: auto; }
      li { overflow-wrap: anywhere; }
      code { color: var(--ink-soft); font-size: 0.92em; }
      .plain { margin-left: var(--space-2); }
    `,
  ];

  override render() {
    return html`<div role="alert">
      ${this.failure ? this.renderBox(`The engine does not run: ${this.failure}`, []) : nothing}
      ${this.refusal ? this.renderBox(`${this.refusal.what} was not opened; what you had is unchanged.`, this.refusal.problems, true) : nothing}
      ${this.problems.length > 0 ? this.renderBox(count(this.problems.length) + " with the scenario", this.problems) : nothing}
    </div>`;
  }

  private renderBox(title: string, problems: readonly Problem[], refused = false) {
    return html`<section class="box">
      <div class="head">
        <h2>${title}</h2>
        ${refused ? html`<button type="button" class="icon" aria-label="Dismiss" @click=${() => this.dispatchEvent(new Event("dismiss"))}>×</button>` : nothing}
      </div>
      ${problems.length === 0
        ? nothing
        : html`<ul tabindex="0" aria-label="Problems">${problems.map((problem) => this.renderProblem(problem, refused))}</ul>`}
    </section>`;
  }

  private renderProblem({ pointer, message, value }: Problem, refused: boolean) {
    const given = value === null || value === undefined ? "" : ` Given: ${short(JSON.stringify(value))}`;
    if (refused) return html`<li>${pointer ? html`<code>${pointer}</code> ` : nothing}${sentence(message)}${given}</li>`;
    return html`<li>
      <strong>${labelOf(pointer)}</strong> ${withNumbers(message)}.${given} <code>${pointer}</code>
      <button type="button" class="plain" @click=${() => this.dispatchEvent(new RevealEvent(pointer))}>Show</button>
      <button type="button" class="plain" @click=${() => this.dispatchEvent(new EditEvent(pointer, undefined))}>Take it out</button>
    </li>`;
  }
}

const count = (problems: number) => (problems === 1 ? "1 problem" : `${problems} problems`);
const short = (text: string) => (text.length <= 60 ? text : text.slice(0, 57) + "…");
const sentence = (message: string) => message.charAt(0).toUpperCase() + message.slice(1) + ".";

customElements.define("ballast-problems", BallastProblems);
