import { css, html, LitElement } from "lit";

import { save } from "../page/save";
import { controls } from "../style/controls";

/** Saves a figure as a file: drawn anew where it is used, or as dots. The code that does so comes when it is first asked for. */
export class BallastPicture extends LitElement {
  static override properties = { name: {}, draw: { attribute: false } };
  /** What the figure is called. */
  declare name: string;
  /** Gives the figure as SVG that needs nothing else, or nothing where it is not drawn. */
  declare draw: () => Promise<string | undefined>;

  static override styles = [
    controls,
    css`
      :host { display: inline-flex; gap: var(--space-2); font-size: var(--type-small); }
      button { color: var(--ink-soft); text-decoration: none; min-width: 28px; }
      button:hover { color: var(--accent); text-decoration: underline; }
      @media print { :host { display: none; } }
    `,
  ];

  override render() {
    return html`<button type="button" class="plain" aria-label="Save as SVG: ${this.name}" @click=${this.svg}>SVG</button>
      <button type="button" class="plain" aria-label="Save as PNG: ${this.name}" @click=${this.png}>PNG</button>`;
  }

  private async svg() {
    const svg = await this.draw();
    if (svg) save(this.name, "svg", new Blob([svg], { type: "image/svg+xml" }));
  }

  private async png() {
    const svg = await this.draw();
    if (svg) save(this.name, "png", await (await import("./picture")).asPng(svg));
  }
}

customElements.define("ballast-picture", BallastPicture);
