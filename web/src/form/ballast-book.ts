import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Json } from "../json/pointer";
import { controls } from "../style/controls";
import type { BallastLayer, MoveEvent } from "./ballast-layer";
import "./ballast-layer";
import type { AddLayerEvent } from "./ballast-library";
import "./ballast-library";
import { asideFor, Drag, type Dragged } from "./drag";
import { Field } from "./field";
import { keepInPlace } from "./keep-in-place";
import { layerKindTitle, newLayer } from "./layer-wording";
import { items, members } from "./schema";

/** Someone wants to keep the book as it stands, to compare others with. */
export class KeepBookEvent extends Event {
  constructor() {
    super("keep-book", { bubbles: true, composed: true });
  }
}

/** The hedge: a card for each layer, in an order that can be changed, and the library to add from. */
export class BallastBook extends Field {
  static override properties = { ...Field.properties, dragged: { state: true }, said: { state: true } };
  /** Which layer is in the hand, and over which place. */
  declare dragged: Dragged | undefined;

  /** What was moved where just now, for who listens. */
  declare said: string;

  /** A number for each layer that goes with it wherever it is moved, so that what is open in its card stays open. */
  #keys: number[] = [];
  #issued = 0;
  /** From each card to the next while they are folded, pixels. */
  #pitches: readonly number[] = [];

  static override styles = [
    controls,
    css`
      :host { display: grid; gap: var(--space-3); }
      .none { margin: 0; color: var(--ink-soft); }
      ballast-layer { position: relative; }
      .dragging ballast-layer { pointer-events: none; }
      .cards { display: grid; gap: var(--space-3); grid-template-columns: minmax(0, 1fr); }
      .foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--space-2); font-size: var(--type-small); }
    `,
  ];

  constructor() {
    super();
    this.said = "";
  }

  override render() {
    const book = items(this.value);
    const layers = this.schema.items ?? {};
    while (this.#keys.length < book.length) this.#keys.push(++this.#issued);
    this.#keys.length = book.length;
    return html`${book.length === 0 ? html`<p class="none">No hedge: the pool stands alone.</p>` : nothing}
      <div class="cards" @move=${this.moved} @grab=${this.grabbed}>
        ${repeat(
          book,
          (_, index) => this.#keys[index],
          (layer, index) => html`<ballast-layer .schema=${layers} .value=${layer} .pointer=${`${this.pointer}/${index}`} .problems=${this.problems}
            .index=${index} .count=${book.length} .folded=${this.dragged !== undefined} .style=${this.place(index)}
            @duplicate=${() => this.duplicate(index)} @remove=${() => this.drop(index)}></ballast-layer>`,
        )}
      </div>
      <ballast-library .schema=${layers} @add-layer=${({ detail }: AddLayerEvent) => this.add(detail)}></ballast-library>
      ${book.length === 0
        ? nothing
        : html`<div class="foot"><button type="button" class="plain" @click=${() => this.dispatchEvent(new KeepBookEvent())}>Keep this book to compare</button></div>`}
      <p class="unseen" role="status">${this.said}</p>
      ${this.renderProblems()}`;
  }

  /** Where a card stands while one is in the hand: that one follows it, those that it passes make room. */
  private place(index: number): string {
    const { dragged } = this;
    if (!dragged) return "";
    if (index === dragged.from) return `transform: translateY(${dragged.by}px); z-index: 1; box-shadow: var(--shadow); border-radius: var(--radius-large)`;
    return `transform: translateY(${asideFor(dragged, index, this.#pitches)}px)`;
  }

  private get cards() {
    return [...this.renderRoot.querySelectorAll<BallastLayer>("ballast-layer")];
  }

  private add(kind: string) {
    const book = items(this.value);
    this.edit([...book, newLayer(this.schema.items ?? {}, kind)]);
    void this.show(book.length, "name");
  }

  private drop(index: number) {
    this.#keys.splice(index, 1);
    this.edit(items(this.value).toSpliced(index, 1));
    if (items(this.value).length > 1) void this.show(Math.max(0, index - 1), "name");
  }

  private duplicate(index: number) {
    const book = items(this.value);
    this.#keys.splice(index + 1, 0, ++this.#issued);
    this.edit(book.toSpliced(index + 1, 0, structuredClone(book[index] as Json)));
    void this.show(index + 1, "name");
  }

  /** By a button: the focus goes with the layer. */
  private moved({ detail: { from, by } }: MoveEvent) {
    this.put(from, from + by);
    void this.show(from + by, by < 0 ? "up" : "down");
  }

  private put(from: number, to: number) {
    const book = items(this.value);
    const layer = book[from];
    if (layer === undefined || to < 0 || to >= book.length || to === from) return;
    const [key = 0] = this.#keys.splice(from, 1);
    this.#keys.splice(to, 0, key);
    this.edit(book.toSpliced(from, 1).toSpliced(to, 0, layer));
    const { name, kind } = members(layer);
    this.said = `${typeof name === "string" && name !== "" ? name : layerKindTitle(String(kind))} is layer ${to + 1} of ${book.length}`;
  }

  private async show(index: number, control: "name" | "up" | "down") {
    await this.updateComplete;
    // The new book comes down through the page, which is drawn first.
    await new Promise(requestAnimationFrame);
    const card = this.cards[index];
    await card?.updateComplete;
    card?.take(control);
  }

  private grabbed({ detail: { index, event } }: CustomEvent<{ index: number; event: PointerEvent }>) {
    new Drag(index, event, {
      begin: (from) => this.fold(from),
      move: (dragged) => (this.dragged = dragged),
      end: (dragged) => this.letGo(index, dragged),
    });
  }

  /** The cards fold to their heads, so that all of them are near, and the one in the hand stays under the pointer. */
  private async fold(from: number): Promise<readonly number[]> {
    const restore = keepInPlace(this.cards[from]!);
    this.dragged = { from, to: from, by: 0 };
    await this.updateComplete;
    await Promise.all(this.cards.map((card) => card.updateComplete));
    restore();
    const boxes = this.cards.map((card) => card.getBoundingClientRect());
    const gap = (boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0);
    this.#pitches = boxes.map(({ height }) => height + gap);
    return this.#pitches;
  }

  private letGo(index: number, dragged: Dragged | undefined) {
    const restore = keepInPlace(this.cards[index]!);
    this.dragged = undefined;
    if (dragged) this.put(dragged.from, dragged.to);
    void this.updateComplete.then(() => requestAnimationFrame(restore));
  }
}

customElements.define("ballast-book", BallastBook);
