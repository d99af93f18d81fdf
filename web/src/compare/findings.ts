/** Titles of the comparison's figures. Every number in them is in the report. */
import { change, usd } from "../answer/amounts";
import type { ComparedBook, Comparison, Leads } from "../border";

const best = (books: readonly ComparedBook[], amount: (book: ComparedBook) => number) => books.reduce((one, other) => (amount(other) > amount(one) ? other : one));

/** The book that is worked on, then the others by name. */
export const titleOf = ({ books }: Comparison, index: number) => (index === 0 ? "This book" : (books[index]?.name ?? ""));

/** Beside its line, where long names that begin alike would be cut to the same. */
export const labelOf = (comparison: Comparison, index: number) => (index === 0 ? "This book" : `${index}: ${titleOf(comparison, index)}`);

const called = (comparison: Comparison, book: ComparedBook) => {
  const index = comparison.books.indexOf(book);
  return index === 0 ? "this book" : `“${book.name}”`;
};

export function ofDays(comparison: Comparison): string {
  const day = comparison.pool.length - 1;
  const winner = best(comparison.books, ({ end }) => end.total);
  const alone = comparison.pool[day] ?? 0;
  if (alone > winner.end.total) return `By day ${day} no book has paid: the pool alone leaves more, ${change(alone)}\u00a0USD`;
  return `By day ${day} ${called(comparison, winner)} leaves the most, ${change(winner.end.total)}\u00a0USD`;
}

export function ofSpikes(comparison: Comparison): string {
  const winner = best(comparison.books, ({ spike }) => spike?.total ?? 0);
  if (!winner.spike) return "Together with the pool, by where VIX goes";
  if (winner.spike.pool > winner.spike.total) return "On this spike no book helps: the pool alone does best";
  return `On this spike ${called(comparison, winner)} does best, ${change(winner.spike.total)}\u00a0USD with the pool`;
}

export function ofLead({ lead, at_spike }: Leads): string {
  const at = at_spike.reduce((most, value, index) => (value > at_spike[most]! ? index : most), 0);
  const days = lead[at] ?? 0;
  if ((at_spike[at] ?? 0) <= 0) return "Whenever it is opened, the hedge does not gain on the spike";
  return `The hedge gains most on the spike when it is opened ${days} ${days === 1 ? "day" : "days"} before: ${usd(at_spike[at] ?? 0)}\u00a0USD`;
}
