/** Titles of the figures: what they show, in words. */
import { fixed } from "../answer/amounts";
import type { SignalsReport, Values } from "./signals";

export const dayName = (report: SignalsReport, index: number) => report.date?.[index] ?? `day ${report.day[index]}`;

/** Place of the highest value; none where there is no value. */
export function highest(values: Values): number | undefined {
  let best: number | undefined;
  values.forEach((value, index) => {
    if (value !== null && (best === undefined || value > values[best]!)) best = index;
  });
  return best;
}

export function ofScore(report: SignalsReport): string {
  const at = highest(report.score);
  if (at === undefined) return "No signal has a value: there is no score";
  return `The regime score is highest on ${dayName(report, at)}, at ${fixed(report.score[at]!, 2)}`;
}

export function ofParts(report: SignalsReport): string {
  const at = highest(report.log_odds);
  if (at === undefined) return "Nothing adds to the log odds";
  const first = [...report.indicators].sort((one, other) => (other.adds[at] ?? -Infinity) - (one.adds[at] ?? -Infinity))[0];
  return first && first.adds[at] !== null ? `On ${dayName(report, at)} most comes from ${first.name}` : "What each signal adds";
}
