/** Titles of the figures of a replay: what they show, in a sentence. Every number in them is in the report. */
import { fixed, usd } from "../answer/amounts";
import type { Replay } from "./replay";

const result = (value: number) => `${value < 0 ? "lost" : "gained"} ${usd(Math.abs(value))} USD`;

export function ofBooks({ books }: Replay): string {
  const own = books[0]!;
  const without = books.find(({ name, against }) => against && name === "No hedge");
  if (!without) return `Pool and hedge ${result(own.end.total)}`;
  if (own.layers.length === 0) return `Without a hedge the pool ${result(own.end.total)}`;
  return `Pool and hedge ${result(own.end.total)}; without the hedge the pool ${result(without.end.total)}`;
}

export function ofVix({ vix, history }: Replay): string {
  const highest = Math.max(...vix);
  return `VIX closed as high as ${fixed(highest, 2)} between ${history.first} and ${history.last}`;
}
