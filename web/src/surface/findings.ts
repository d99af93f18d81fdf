/** What the surface shows, in a sentence. Every number is in the report. */
import { fixed, usd } from "../answer/amounts";
import type { Surface } from "../border";

/** Which of the amounts is looked at. */
export type Shown = "total" | "pool" | "hedge";

export const amounts: readonly Shown[] = ["total", "pool", "hedge"];

/** Where in the surface. */
export interface Cell {
  row: number;
  day: number;
}

export const named: Record<Shown, string> = { total: "Pool and hedge", pool: "The pool alone", hedge: "The hedge" };

export const valueIn = (report: Surface, shown: Shown, { row, day }: Cell) => report[shown][row * report.days + day] ?? 0;

export const placeOf = (report: Surface, { row, day }: Cell) => `VIX to ${fixed(report.vix_to[row] ?? 0, levelDecimals(report))}, day ${day}`;

/** As many as tell the levels apart. */
export const levelDecimals = ({ vix_to }: Surface) => (vix_to.every(Number.isInteger) ? 0 : 1);

export function extremes(report: Surface, shown: Shown): { worst: Cell; best: Cell } {
  const values = report[shown];
  let [worst, best] = [0, 0];
  values.forEach((value, index) => {
    if (value < values[worst]!) worst = index;
    if (value > values[best]!) best = index;
  });
  const cell = (index: number) => ({ row: Math.floor(index / report.days), day: index % report.days });
  return { worst: cell(worst), best: cell(best) };
}

export function ofSurface(report: Surface, shown: Shown): string {
  const { worst, best } = extremes(report, shown);
  const [low, high] = [valueIn(report, shown, worst), valueIn(report, shown, best)];
  const loss = `${usd(-low)}\u00a0USD (${placeOf(report, worst)})`;
  const gain = `${usd(high)}\u00a0USD (${placeOf(report, best)})`;
  if (low >= 0 && high <= 0) return `${named[shown]} neither ${shown === "total" ? "gain nor lose" : "gains nor loses"}`;
  const verb = shown === "total" ? ["lose", "gain"] : ["loses", "gains"];
  if (high <= 0) return `${named[shown]} ${verb[0]} up to ${loss} and never ${verb[1]}`;
  if (low >= 0) return `${named[shown]} never ${verb[0]} and ${verb[1]} up to ${gain}`;
  return `${named[shown]} ${verb[0]} up to ${loss} and ${verb[1]} up to ${gain}`;
}

/** So many of a count, evenly spread, first and last among them. */
export function thinned(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((count - 1) / (most - 1)));
  const places = Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
  if (places[places.length - 1] !== count - 1) places.push(count - 1);
  return places;
}
