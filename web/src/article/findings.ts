/** Titles of the article's figures and the turns of its sentences: what the numbers of a report say, whichever way they fall. */
import { fixed, usd } from "../answer/amounts";
import type { Evaluation, Sizing } from "../border";
import { ofCoverage, type StripLayer } from "../pool/findings";

/** Less than this is nothing, USD. */
const nothing = 0.5;

/** The day on which the pool is looked at: the close of the spike, or the last of a path without one. */
export const closeOf = ({ spike, path }: Evaluation) => spike?.to_day ?? path.day.length - 1;

export const percentOf = (ratio: number, decimals = 0) => `${fixed(100 * ratio, decimals)}\u00a0%`;

/** "gains 1,200", "loses 300", "neither gains nor loses" */
export function gains(value: number): string {
  if (Math.abs(value) < nothing) return "neither gains nor loses";
  return `${value < 0 ? "loses" : "gains"} ${usd(Math.abs(value))}\u00a0USD`;
}

/** What trading along the curve did up to the close. */
export function ofTrading(report: Evaluation): string {
  const { pool } = report;
  const day = closeOf(report);
  const loss = -pool.impermanent_loss[day]!;
  const sold = pool.tokens[0]! - pool.tokens[day]!;
  if (loss < nothing) return "The token is back where it began: the pool has lost nothing against holding";
  const traded = sold >= 0 ? `sells ${usd(sold)} of its ${usd(pool.tokens[0]!)} tokens on the way up` : `buys ${usd(-sold)} tokens on the way down`;
  return `The pool ${traded} and ends ${usd(loss)}\u00a0USD behind holding`;
}

/** What a time of calm took from the token and from the pool. */
export function ofCalm({ path, pool }: Evaluation): string {
  const days = path.day.length - 1;
  const token = path.token[days]! - 1;
  const loss = -pool.impermanent_loss[days]!;
  const size = percentOf(Math.abs(token), Math.abs(token) < 0.1 ? 1 : 0);
  const moved = Math.abs(token) < 0.0005 ? "leave the token where it was" : token < 0 ? `take ${size} off the token` : `add ${size} to the token`;
  return `${days} calm days ${moved}; the pool ${loss < nothing ? "is level with" : `falls ${usd(loss)}\u00a0USD behind`} holding`;
}

/** What a condor earns in calm beside what it does on the spike. */
export function ofCondor(report: Evaluation): string {
  const layer = report.layers[0];
  if (!layer || layer.legs.length === 0) return "No condor is opened on this path";
  const calm = report.calm_month.layers[0] ?? 0;
  const inCalm = `In a calm month the condor ${gains(calm)}`;
  if (!report.spike) return inCalm;
  const { layers, pool } = report.spike.change;
  const condor = layers[0] ?? 0;
  if (condor < -nothing && pool < -nothing) return `${inCalm}; on the spike it loses ${usd(-condor)}, on top of the pool’s ${usd(-pool)}`;
  return `${inCalm}; on the spike it ${gains(condor)}, and the pool ${gains(pool)}`;
}

/** What the calls give on the spike beside what they cost in calm. */
export function ofCalls(report: Evaluation): string {
  const { spike, calm_month } = report;
  const calm = calm_month.hedge;
  const cost = calm <= 0 ? `cost ${usd(-calm)}\u00a0USD in a calm month` : `earn ${usd(calm)}\u00a0USD even in a calm month`;
  if (!spike) return `The calls ${cost}`;
  const { hedge, pool } = spike.change;
  if (hedge <= nothing) return `On this spike the calls give nothing back, and they ${cost}`;
  const share = pool < -nothing ? `${percentOf(-hedge / pool)} of what the pool loses` : `and the pool ${gains(pool)}`;
  return `On the spike the calls give ${usd(hedge)}\u00a0USD, ${share}; they ${cost}`;
}

export const ofStrip = ({ strip }: StripLayer) => ofCoverage(strip);

/** What the most that is worth paying buys. */
export function ofSizing({ frontier }: Sizing, name: string): string {
  const { yearly_cost, conditional_value_at_risk } = frontier;
  const last = yearly_cost.length - 1;
  const [from, to] = [conditional_value_at_risk[0] ?? 0, conditional_value_at_risk[last] ?? 0];
  const spent = (yearly_cost[last] ?? 0) - Math.max(yearly_cost[0] ?? 0, 0);
  if (spent < nothing || from - to < nothing) return `No amount of ${name} makes the worst months better`;
  return `${usd(yearly_cost[last]!)}\u00a0USD a year of ${name} cuts the loss of the worst months from ${usd(from)} to ${usd(to)}`;
}
