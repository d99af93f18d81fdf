/** Titles of figures: what they show, in a sentence. Every number in them is in the report. */
import type { Evaluation } from "../border";
import { fixed, usd } from "./amounts";

const last = (values: readonly number[]) => values[values.length - 1] ?? 0;
const hedged = (report: Evaluation) => report.layers.some(({ on }) => on);

export function byDay(report: Evaluation): string {
  const day = last(report.path.day);
  const pool = last(report.pool.profit);
  const total = last(report.total);
  if (!hedged(report)) return `By day ${day} the pool has ${gained(pool)}, with no hedge`;
  return `By day ${day} the hedge ${turned(pool, total)}`;
}

/** From one amount to another, in words: "cuts a loss of 7,323 to 800 USD". */
function turned(from: number, to: number): string {
  const [before, after] = [usd(Math.abs(from)), usd(Math.abs(to))];
  if (from < 0 && to >= 0) return `turns a loss of ${before} into a gain of ${after} USD`;
  if (from >= 0 && to < 0) return `turns a gain of ${before} into a loss of ${after} USD`;
  if (from < 0) return `${to > from ? "cuts" : "deepens"} a loss of ${before} to ${after} USD`;
  return `${to > from ? "lifts" : "trims"} a gain of ${before} to ${after} USD`;
}

const gained = (value: number) => `${value < 0 ? "lost" : "gained"} ${usd(Math.abs(value))} USD`;

/** From which level on the hedge is of use, as far as the levels that were asked for tell. */
export function bySpike(report: Evaluation): string {
  const { vix_to, hedge, pool } = report.curve;
  if (!hedged(report)) return `The further VIX is from where it was, the more the pool ${last(pool) < 0 ? "loses" : "moves"}`;
  const lastLoss = hedge.findLastIndex((value) => value < 0);
  if (lastLoss === -1) return "At every level shown the hedge pays";
  const from = vix_to[lastLoss + 1];
  return from === undefined ? "At the highest levels shown the hedge costs more than it pays" : `From VIX ${fixed(from, 0)} up the hedge pays`;
}

export function ofVix(report: Evaluation): string {
  const { spike, path } = report;
  if (!spike) return `VIX drifts from ${fixed(path.vix[0] ?? 0, 1)} to ${fixed(last(path.vix), 1)}`;
  return `VIX goes from ${fixed(spike.vix_from, 1)} to ${fixed(spike.vix_to, 1)}`;
}

export function ofToken(report: Evaluation): string {
  const { spike, path } = report;
  if (!spike) return `The token ends at ${fixed(last(path.token), 2)} of its price`;
  return `The token goes from ${fixed(spike.token_from, 2)} to ${fixed(spike.token_to, 2)}`;
}

export function ofImpermanentLoss(report: Evaluation): string {
  return `Impermanent loss reaches ${fixed(Math.min(...report.pool.impermanent_loss_percent), 1)} %`;
}
