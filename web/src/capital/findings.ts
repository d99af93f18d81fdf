/** Titles of the capital's figures. Every number in them is in the report. */
import { fixed, usd } from "../answer/amounts";
import { nothingOwed, type Capital } from "../border";

/** A rate as the reader has it: "4.2 %", "21,173 %"; where there is none, just that. */
export const rate = (value: number | undefined) => (value === undefined ? "none" : `${fixed(100 * value, Math.abs(value) < 10 ? 1 : 0)}\u00a0%`);

/** Below this many days a yearly rate says little about a year. */
const halfYear = 180;

/** What a yearly rate from so short a time is worth. */
export function ofHorizon(days: number): string {
  return days < halfYear ? `as if these ${days} days went on all year` : "what the cash flows return";
}

/** The days between the first and the last on which cash moves. */
export const movesBetween = ({ cash_flow }: Capital) =>
  cash_flow.map((usd, day) => ({ day, usd })).slice(1, -1).filter((flow) => Math.abs(flow.usd) >= 0.5);

/** A quick ratio with the digits that matter; above any that a reader compares, just that. */
export function ratio(value: number): string {
  if (value >= nothingOwed) return "nothing owed";
  return value >= 100 ? "over 100" : fixed(value, value < 10 ? 2 : 1);
}

const dayOfLeast = (values: readonly number[]) => values.reduce((least, value, day) => (value < values[least]! ? day : least), 0);

export const owesNothing = ({ quick_ratio }: Capital) => quick_ratio.every((value) => value >= nothingOwed);

export function ofQuickRatio({ quick_ratio, margin_calls }: Capital): string {
  const day = dayOfLeast(quick_ratio);
  const least = quick_ratio[day] ?? nothingOwed;
  if (least >= nothingOwed) return "Nothing is owed on any day";
  const first = margin_calls[0];
  if (first) return `On day ${first.day} what is owed is more than what is at hand: a margin call over ${usd(first.shortfall)}\u00a0USD`;
  return `What is at hand covers what is owed ${least >= 100 ? "more than a hundred times" : `${fixed(least, least < 10 ? 2 : 1)} times`} on the worst day, ${day}`;
}

export function ofCashFlow({ cash_flow }: Capital): string {
  const last = cash_flow.length - 1;
  const put = cash_flow[0] ?? 0;
  const back = cash_flow[last] ?? 0;
  return `Day 0 ${put < 0 ? `takes ${usd(-put)}` : `brings ${usd(put)}`}\u00a0USD, day ${last} ${back < 0 ? `takes ${usd(-back)}` : `gives ${usd(back)} back`}`;
}
