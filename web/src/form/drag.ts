/** One of a column of cards in the hand: where it came from, which place it is over, and by how many pixels it was moved. */
export interface Dragged {
  from: number;
  to: number;
  by: number;
}

/** Whose cards they are. */
export interface DragOwner {
  /** Is told once when the pointer has gone far enough to mean it; gives the distance from each card to the next, in pixels. */
  begin(from: number): Promise<readonly number[]>;
  move(dragged: Dragged): void;
  /** Where it was let go, or nothing where it was given up. */
  end(dragged: Dragged | undefined): void;
}

/** A press that moves less than this is none, pixels. */
const meant = 5;

/** Follows the pointer from where it was pressed until it lets go; Escape gives up. */
export class Drag {
  readonly #from: number;
  readonly #start: number;
  readonly #owner: DragOwner;
  readonly #stop = new AbortController();
  #pitches: Promise<readonly number[]> | undefined;
  #dragged: Dragged | undefined;

  constructor(from: number, { clientY }: PointerEvent, owner: DragOwner) {
    this.#from = from;
    this.#start = clientY;
    this.#owner = owner;
    const { signal } = this.#stop;
    addEventListener("pointermove", (event) => void this.#move(event.clientY), { signal });
    addEventListener("pointerup", () => this.#end(this.#dragged), { signal });
    addEventListener("pointercancel", () => this.#end(undefined), { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && this.#end(undefined), { signal });
  }

  async #move(clientY: number) {
    const by = clientY - this.#start;
    if (!this.#pitches && Math.abs(by) < meant) return;
    const pitches = await (this.#pitches ??= this.#owner.begin(this.#from));
    if (this.#stop.signal.aborted) return;
    this.#dragged = { from: this.#from, to: placeOver(this.#from, by, pitches), by };
    this.#owner.move(this.#dragged);
  }

  #end(dragged: Dragged | undefined) {
    this.#stop.abort();
    if (this.#pitches) this.#owner.end(dragged);
  }
}

/** The place of a card that was moved by so many pixels: it passes another when it is over half of it. */
export function placeOver(from: number, by: number, pitches: readonly number[]): number {
  const step = Math.sign(by);
  let to = from;
  let left = Math.abs(by);
  for (let pitch = pitches[to + step]; step !== 0 && pitch !== undefined && left > pitch / 2; pitch = pitches[to + step]) {
    left -= pitch;
    to += step;
  }
  return to;
}

/** How far a card moves aside for the one in the hand, pixels. */
export function asideFor({ from, to }: Dragged, index: number, pitches: readonly number[]): number {
  const pitch = pitches[from] ?? 0;
  if (index > from && index <= to) return -pitch;
  if (index < from && index >= to) return pitch;
  return 0;
}
