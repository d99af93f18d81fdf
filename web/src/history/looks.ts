import { layerLook, type Look } from "../answer/looks";
import { bookLook } from "../compare/looks";
import type { Replay, ReplayedBook } from "./replay";

/** The books look as they do side by side elsewhere; what a person would otherwise do is thinner. */
export function lookOf(replay: Replay, book: ReplayedBook): Look {
  const index = replay.books.indexOf(book);
  return book.against ? { ...layerLook(index + 1), width: 1.25 } : bookLook(index);
}
