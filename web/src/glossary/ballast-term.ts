import { css, html, LitElement, nothing } from "lit";

import { GoEvent } from "../page/go";
import { reaches } from "../page/reach";
import { RevealEvent } from "../page/reveal";
import type { Acts, Entry } from "./entries";
import { isTerm, nameOfTerm, type Term } from "./names";
import { set } from "./set";

/** Space between a word and its entry, pixels. */
const gap = 6;

/**
 * A word of the field that opens its entry in the glossary: `<ballast-term of="impermanent-loss">impermanent loss</ballast-term>`, or with
 * nothing inside under its own name. What is around it decides how it looks. A word without an entry is shown as it stands.
 */
export class BallastTerm extends LitElement {
  static override properties = { of: {}, at: { state: true }, entries: { state: true } };
  declare of: string;
  /** The word whose entry is open: this one, or another that was gone to from it. */
  declare at: Term | undefined;
  declare entries: Readonly<Record<Term, Entry>> | undefined;

  static override styles = css`
    *, *::before, *::after { box-sizing: border-box; }
    .word { min-width: var(--word, 0); appearance: none; border: 0; margin: calc(-1 * var(--space-1)) 0; padding: var(--space-1) 0; background: none; font: inherit; color: inherit; letter-spacing: inherit; text-align: inherit;
            cursor: help; text-decoration: underline dotted 1px; text-underline-offset: 3px; text-decoration-color: var(--line-strong); }
    /* What follows, a comma say, stays with it: neither before the joiner nor after it is a line broken. */
    :host { white-space: nowrap; }
    :host::after { content: "\\2060"; }
    .word { white-space: normal; }
    @media (pointer: coarse) { .word { min-width: 24px; min-height: 24px; } }
    .word:hover { text-decoration-color: var(--accent); color: var(--accent); }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: var(--radius); }
    dialog { margin: 0; position: fixed; width: min(432px, calc(100vw - 2 * var(--space-3))); max-height: min(512px, calc(100vh - 2 * var(--space-3))); overflow: auto; overscroll-behavior: contain;
             padding: var(--space-3) var(--space-4) var(--space-4); border: 1px solid var(--line-strong); border-radius: var(--radius-large); background: var(--surface); color: var(--ink);
             box-shadow: var(--shadow); font: 400 var(--type-body) / 1.45 var(--type-face); letter-spacing: normal; text-align: left; white-space: normal; text-wrap: wrap;
             font-variant-numeric: normal; cursor: auto; }
    dialog::backdrop { background: transparent; }
    .head { display: flex; justify-content: space-between; align-items: start; gap: var(--space-3); }
    h2 { margin: 0; font-size: var(--type-heading); font-weight: 650; }
    h2:focus { outline: none; }
    .close { width: 28px; height: 28px; margin-right: calc(-1 * var(--space-2)); padding: 0; border: 0; background: none; border-radius: var(--radius); color: var(--ink-soft); font: inherit; font-size: var(--type-heading); line-height: 1; cursor: pointer; }
    .close:hover { background: var(--accent-soft); color: var(--ink); }
    p, div.small { margin: var(--space-2) 0 0; text-wrap: pretty; }
    .formula { padding: var(--space-2) var(--space-3); background: var(--paper); border-left: 3px solid var(--accent); border-radius: 0 var(--radius) var(--radius) 0;
               font-family: var(--type-voice); font-size: 1.05em; line-height: 1.6; overflow-wrap: anywhere; }
    .formula span { display: block; }
    .formula sub, .formula sup { font-size: 0.75em; line-height: 0; }
    .small { font-size: var(--type-small); color: var(--ink-soft); }
    .small b { color: var(--ink); font-weight: 600; }
    ul { display: inline; margin: 0; padding: 0; list-style: none; }
    li { display: inline; }
    li + li::before { content: "\\00b7"; margin-inline: 0.4em; }
    .link { appearance: none; border: 0; background: none; margin: 0; padding: var(--space-0) 0; min-height: 24px; font: inherit; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; text-align: left; cursor: pointer; }
    @media print { .word { text-decoration: none; } }
  `;

  override render() {
    const { of } = this;
    if (!isTerm(of)) return html`<slot></slot>`;
    return html`<button class="word" type="button" aria-haspopup="dialog" @click=${(event: Event) => this.open(event, of)}><slot>${nameOfTerm(of)}</slot></button>${this.at && this.entries ? this.renderEntry(this.at, this.entries[this.at]) : nothing}`;
  }

  private renderEntry(term: Term, { meaning, formula, where, source, acts, see }: Entry) {
    return html`<dialog aria-labelledby="name" @close=${() => (this.at = undefined)} @click=${this.beside} @keydown=${(event: Event) => event.stopPropagation()}>
      <div class="head">
        <h2 id="name" tabindex="-1">${nameOfTerm(term)}</h2>
        <button class="close" type="button" aria-label="Close" @click=${this.close}>×</button>
      </div>
      <p>${meaning}</p>
      ${formula ? html`<p class="formula">${formula.split(/;\s+/).map((line) => html`<span>${set(line)}</span>`)}</p>` : nothing}
      ${where ? html`<p class="small">${where}.</p>` : nothing}
      <p class="small"><b>Source</b> ${source}.</p>
      <div class="small"><b>At work here</b> <ul aria-label="At work here">${acts.map((each) => html`<li>${reaches(this, each) ? html`<button class="link" type="button" @click=${() => this.follow(each)}>${each.says}</button>` : each.says}</li>`)}</ul></div>
      ${see ? html`<div class="small"><b>See also</b> <ul aria-label="See also">${see.map((other) => html`<li><button class="link" type="button" @click=${() => this.turn(other)}>${nameOfTerm(other)}</button></li>`)}</ul></div>` : nothing}
    </dialog>`;
  }

  private async open(event: Event, of: Term) {
    // In a label or a summary the word is asked about, and what it names is left alone.
    event.preventDefault();
    event.stopPropagation();
    this.entries ??= (await import("./entries")).entries;
    this.at = of;
    await this.updateComplete;
    const { dialog } = this;
    dialog?.showModal();
    this.place();
    this.renderRoot.querySelector<HTMLElement>("#name")?.focus();
  }

  private async turn(other: Term) {
    this.at = other;
    await this.updateComplete;
    this.dialog!.scrollTop = 0;
    this.place();
    this.renderRoot.querySelector<HTMLElement>("#name")?.focus();
  }

  /** Below the word where there is room, above it elsewhere, always within the window. */
  private place() {
    const { dialog } = this;
    const word = this.renderRoot.querySelector(".word")!.getBoundingClientRect();
    if (!dialog) return;
    const { width, height } = dialog.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const within = (value: number, room: number) => Math.max(gap, Math.min(value, room - gap));
    const below = word.bottom + gap;
    dialog.style.left = `${within(word.left, clientWidth - width)}px`;
    dialog.style.top = `${within(below + height <= clientHeight ? below : word.top - gap - height, clientHeight - height)}px`;
  }

  private get dialog() {
    return this.renderRoot.querySelector("dialog");
  }

  private close() {
    this.dialog?.close();
  }

  /** Outside of the entry, which the dialog takes as clicks on itself. */
  private beside(event: MouseEvent) {
    const box = this.dialog!.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (event.target === this.dialog && !inside) this.close();
    event.stopPropagation();
  }

  private follow({ field, view }: Acts) {
    this.close();
    if (field) this.dispatchEvent(new RevealEvent(field));
    if (view) this.dispatchEvent(new GoEvent(view));
  }
}

customElements.define("ballast-term", BallastTerm);
