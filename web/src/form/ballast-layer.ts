import { css, html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";

import { layerLook } from "../answer/looks";
import { controls } from "../style/controls";
import { Field } from "./field";
import "./ballast-fields";
import { layerGroups, layerWording } from "./layer-wording";
import { members } from "./schema";

/** A layer is to go so many places down the book. */
export class MoveEvent extends CustomEvent<{ from: number; by: number }> {
  constructor(from: number, by: number) {
    super("move", { detail: { from, by }, bubbles: true });
  }
}

/** One hedge layer as a card: what it is, whether it takes part, its place in the book, and its fields. */
export class BallastLayer extends Field {
  static override properties = { ...Field.properties, index: { attribute: false }, count: { attribute: false }, folded: { type: Boolean, reflect: true } };
  declare index: number;
  /** How many layers the book has. */
  declare count: number;
  /** Shows its head alone. */
  declare folded: boolean;

  static override styles = [
    controls,
    css`
      :host { display: block; border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--surface); padding: var(--space-2) var(--space-3) var(--space-3); }
      :host([folded]) { padding-bottom: var(--space-2); }
      header { display: grid; grid-template-columns: auto auto minmax(0, 1fr) auto; gap: 0 var(--space-1); align-items: center; }
      header input[type="text"] { font-weight: 600; border-color: transparent; background: none; padding-inline: var(--space-1); text-align: left; text-overflow: ellipsis; }
      header input[type="text"]:hover { border-color: var(--line-strong); }
      header svg { display: block; }
      .grip { width: 24px; height: 32px; margin-left: -11px; cursor: grab; touch-action: none; color: var(--line-strong); display: grid; place-items: center; }
      .grip:hover { color: var(--accent); }
      .tools { display: flex; align-items: center; gap: var(--space-0); margin-top: var(--space-0); }
      .kind { flex: 1; min-width: 0; color: var(--ink-soft); font-size: var(--type-small); }
      .tools button { flex: none; }
      .icon { width: 26px; height: 26px; font-size: var(--type-figure); color: var(--ink-soft); display: grid; place-items: center; }
      .icon:not(.drop):hover:not(:disabled) { background: var(--accent-soft); color: var(--accent); }
      .icon:disabled { opacity: 0.35; }
      .rule { margin: var(--space-1) 0 0; color: var(--ink-soft); font-size: var(--type-small); text-wrap: pretty; }
      .source { color: var(--ink-soft); }
      ballast-fields { margin-top: var(--space-3); }
    `,
  ];

  override render() {
    const value = members(this.value);
    const kind = String(value.kind ?? "");
    const on = value.on !== false;
    const look = layerLook(this.index);
    const wording = layerWording(this.schema, kind);
    const name = typeof value.name === "string" ? value.name : "";
    const called = name || wording.title;
    return html`<header>
        <span class="grip" aria-hidden="true" title="Drag to another place" @pointerdown=${this.grab}>
          <svg width="8" height="14" fill="currentColor">${[2, 7, 12].map((y) => [1.5, 6.5].map((x) => dot(x, y)))}</svg>
        </span>
        <svg width="26" height="12" aria-hidden="true">
          <line x1="0" x2="26" y1="6" y2="6" stroke=${look.colour} stroke-width="2.5" stroke-dasharray=${look.dash ?? nothing} />
        </svg>
        <input id="name" type="text" aria-label="Name of layer ${this.index + 1}" placeholder=${wording.title} .value=${live(name)}
          maxlength="60" @input=${(event: Event) => this.edit((event.target as HTMLInputElement).value || undefined, `${this.pointer}/name`)} />
        <input type="checkbox" role="switch" aria-label="${called} takes part" .checked=${live(on)}
          @change=${(event: Event) => this.edit((event.target as HTMLInputElement).checked, `${this.pointer}/on`)} />
      </header>
      ${this.folded ? nothing : this.renderBody(called, on)}`;
  }

  private renderBody(called: string, on: boolean) {
    const { title, group, rule, source, about } = layerWording(this.schema, String(members(this.value).kind ?? ""));
    return html`<div class="tools" role="group" aria-label="Place of ${called}">
        <span class="kind">${called === title ? layerGroups[group].title : title}</span>
        <button type="button" class="about" aria-label="About ${called}" aria-expanded=${this.noted} @click=${() => (this.noted = !this.noted)}></button>
        <button type="button" class="icon" id="up" aria-label="Move ${called} up" title="Move up" ?disabled=${this.index === 0} @click=${() => this.move(-1)}>↑</button>
        <button type="button" class="icon" id="down" aria-label="Move ${called} down" title="Move down" ?disabled=${this.index >= this.count - 1} @click=${() => this.move(+1)}>↓</button>
        <button type="button" class="icon" aria-label="Duplicate ${called}" title="Duplicate" @click=${() => this.dispatchEvent(new Event("duplicate"))}>${duplicateSign}</button>
        <button type="button" class="icon drop" aria-label="Remove ${called}" title="Remove" @click=${() => this.dispatchEvent(new Event("remove"))}>×</button>
      </div>
      <p class="rule">${rule}</p>
      ${this.noted
        ? html`<div class="note">${about ? html`<p>${about}</p>` : nothing}
            <span class="source"><span class="chip ${source.label}">${source.label}</span> ${source.text}</span></div>`
        : nothing}
      ${on
        ? html`<ballast-fields .schema=${this.schema} .value=${this.value} .pointer=${this.pointer} .problems=${this.problems}
            .omit=${["kind", "name", "on"]}></ballast-fields>`
        : this.renderProblems()}`;
  }

  /** Puts the focus on one of its controls; on the other direction where a layer has reached its end. */
  take(control: "name" | "up" | "down") {
    const wanted = [control, control === "up" ? "down" : "up", "name"];
    const found = wanted.map((id) => this.renderRoot.querySelector<HTMLElement>(`#${id}:not(:disabled)`)).find((each) => each);
    found?.focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest" });
  }

  private move(by: number) {
    this.dispatchEvent(new MoveEvent(this.index, by));
  }

  private grab(event: PointerEvent) {
    if (event.button !== 0 || this.count < 2) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("grab", { detail: { index: this.index, event }, bubbles: true }));
  }
}

const duplicateSign = html`<svg width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true">
  <rect x="1" y="4" width="9" height="9" rx="1.5" /><path d="M4 1.7 h7.5 a1 1 0 0 1 1 1 V10" />
</svg>`;

const dot = (x: number, y: number) => svg`<circle cx=${x} cy=${y} r="1.3" />`;

customElements.define("ballast-layer", BallastLayer);
