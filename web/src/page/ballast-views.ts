import { css, html, LitElement, nothing } from "lit";

import type { Viewing } from "../state/viewing";
import { controls } from "../style/controls";
import { offered } from "./views";

/** Where to go: what explains, and the results. Links, so that each can be opened beside the others and sent. */
export class BallastViews extends LitElement {
  static override properties = { viewing: { attribute: false }, current: {}, address: {} };
  declare viewing: Viewing | undefined;
  declare current: string;
  /** The address as it stands; another one makes the links anew. */
  declare address: string;

  static override styles = [
    controls,
    css`
      nav { display: flex; gap: var(--space-1) var(--space-3); overflow-x: auto; scrollbar-width: none; border-bottom: 1px solid var(--line); }
      a { flex: none; padding: var(--space-2) var(--space-0); color: var(--ink-soft); text-decoration: none; border-bottom: 2px solid transparent; margin-bottom: -1px; min-height: 24px; }
      a:hover { color: var(--accent); }
      a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
      a:focus-visible { outline-offset: -2px; }
      @media print { nav { display: none; } }
    `,
  ];

  override render() {
    return html`<nav aria-label="Views">
      ${offered.map(
        ({ id, title }) => html`<a href=${this.viewing?.addressOf(id) ?? "#"} data-view=${id} aria-current=${id === this.current ? "page" : nothing} @click=${(event: MouseEvent) => this.chosen(event, id)}>${title}</a>`,
      )}
    </nav>`;
  }

  override updated(changed: Map<string, unknown>) {
    // Only then: the address changes with every edit, and what is edited is to stay where it is.
    if (changed.has("current")) this.renderRoot.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private chosen(event: MouseEvent, id: string) {
    // Opened beside this page, it is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.viewing?.go(id);
  }
}

customElements.define("ballast-views", BallastViews);
