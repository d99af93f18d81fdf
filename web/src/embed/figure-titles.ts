import { tabs } from "../instrument/tabs";

/** The single figures by the names that an attribute gives them, as a person says them. */
export const singleFigures = {
  summary: "The answer in a sentence",
  amounts: "Profit and loss of pool, hedge and both",
  "by-day": "Profit by day",
  "by-spike": "Profit by how far VIX rises",
  vix: "VIX and its futures by day",
  token: "The token by day",
  loss: "Impermanent loss by day",
  pool: "The pool: position, range, what it must earn",
  "pool-price": "The pool's profit by the token's price",
  layers: "What each layer cost and ties up",
  "quick-ratio": "Quick ratio by day",
  "cash-flows": "Cash flows by day",
  legs: "Everything traded",
  sources: "Defaults and their sources",
} as const;

/** Everything that can be shown, in the order in which it is offered: single figures, every result of the instrument, and the instrument. */
export const figureTitles: readonly (readonly [string, string])[] = [
  ...Object.entries(singleFigures),
  ...tabs.map(({ id, title }) => [id, `${title}, all of it`] as const),
  ["instrument", "The whole calculator"],
];
