import { isObject, type Json, type JsonObject } from "../json/pointer";

/** A book that was kept under a name. */
export interface KeptBook {
  name: string;
  book: Json[];
}

/** What a shelf holds; also what of it stands in an address. */
export interface Kept {
  books: readonly KeptBook[];
  equalCost: boolean;
}

/** So many books stand beside the one that is worked on. */
export const shelfRoom = 3;

/** Books kept to compare the present one with. Fires `change` whenever it holds something else, and `keep` when a book was added by hand. */
export class Shelf extends EventTarget {
  kept: Kept = { books: [], equalCost: false };

  get full() {
    return this.kept.books.length >= shelfRoom;
  }

  keep(book: Json[], name: string) {
    if (this.full) return;
    this.set({ ...this.kept, books: [...this.kept.books, { name: this.#free(name), book }] });
    this.dispatchEvent(new Event("keep"));
  }

  rename(index: number, name: string) {
    this.#put(index, (kept) => [{ ...kept, name }]);
  }

  remove(index: number) {
    this.#put(index, () => []);
  }

  /** Takes a book out to work on it and puts the other in its place. */
  exchange(index: number, other: KeptBook): KeptBook | undefined {
    const taken = this.kept.books[index];
    this.#put(index, () => [{ ...other, name: this.#free(other.name, index) }]);
    return taken;
  }

  set(kept: Kept) {
    this.kept = kept;
    this.dispatchEvent(new Event("change"));
  }

  #put(index: number, change: (kept: KeptBook) => KeptBook[]) {
    this.set({ ...this.kept, books: this.kept.books.flatMap((kept, at) => (at === index ? change(kept) : [kept])) });
  }

  /** The name, with a number where another book has it. */
  #free(name: string, except = -1): string {
    const taken = new Set(this.kept.books.filter((_, index) => index !== except).map((kept) => kept.name));
    for (let number = 1; ; ++number) {
      const free = number === 1 ? name : `${name} (${number})`;
      if (!taken.has(free)) return free;
    }
  }
}

export const nothingKept: Kept = { books: [], equalCost: false };

/** As it stands in an address; nothing where nothing is kept. */
export const writeKept = ({ books, equalCost }: Kept): JsonObject | undefined =>
  books.length === 0 ? undefined : { books: books.map(({ name, book }) => ({ name, book })), ...(equalCost ? { equal_cost: true } : {}) };

export function readKept(json: Json | undefined): Kept {
  if (json === undefined) return nothingKept;
  const books = isObject(json) && Array.isArray(json.books) ? json.books : undefined;
  if (!isObject(json) || !books || books.length > shelfRoom) throw new Error("the books kept in it are garbled");
  return {
    equalCost: json.equal_cost === true,
    books: books.map((kept) => {
      if (!isObject(kept) || typeof kept.name !== "string" || !Array.isArray(kept.book)) throw new Error("a book kept in it is garbled");
      return { name: kept.name, book: kept.book };
    }),
  };
}
