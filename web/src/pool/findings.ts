/** Titles of the pool's figures and what is said beside them. Every number in them is in the report or counted in it. */
import { fixed, usd } from "../answer/amounts";
import type { Evaluation, LayerReport, StripReport } from "../border";

export interface StripLayer {
  layer: LayerReport;
  strip: StripReport;
}

export const stripsOf = ({ layers }: Evaluation): StripLayer[] =>
  layers.flatMap((layer) => (layer.on && layer.strip ? [{ layer, strip: layer.strip }] : []));

/** A price per token, with the digits that tell prices of its size apart. */
export const price = (value: number) => fixed(value, value >= 100 ? 1 : value >= 0.1 ? 2 : 4);

/** "0.50 to 3.00 USD", "all prices". */
export function rangeText({ lower, upper }: { lower: number; upper?: number }): string {
  if (upper === undefined) return lower > 0 ? `from ${price(lower)}\u00a0USD up` : "all prices";
  return `${price(lower)} to ${price(upper)}\u00a0USD`;
}

export const percent = (value: number, decimals = 1) => `${fixed(100 * value, decimals)}\u00a0%`;

/** Days after the first, on which fees are earned or not. */
export function daysOut({ pool, path }: Evaluation): { out: number; days: number } {
  return { out: pool.in_range.slice(1).filter((inside) => inside === 0).length, days: path.day.length - 1 };
}

/** Where the path takes the price, and whether the range holds it. */
export function ofRange(report: Evaluation): string {
  const { position, in_range } = report.pool;
  const { spike, path } = report;
  const day = spike?.to_day ?? path.day.length - 1;
  const at = price((path.token[day] ?? 0) * position.price);
  const goes = spike ? `The spike takes the token to ${at}\u00a0USD` : `The token ends at ${at}\u00a0USD`;
  if (position.upper === undefined && position.lower === 0) return `${goes}; the pool works at every price`;
  return `${goes}, ${in_range[day] === 0 ? "outside" : "within"} the range of ${rangeText(position)}`;
}

/** What the pool earns beside what it must. */
export function ofFees(feeApr: number, { break_even_fee }: Evaluation["pool"]["analysis"]): string {
  const need = percent(break_even_fee);
  if (feeApr === 0) return `Without fees nothing pays for the risk: it takes ${need} a year`;
  return `Fees of ${percent(feeApr)} a year ${feeApr >= break_even_fee ? "pay" : "do not pay"} for the risk, which takes ${need}`;
}

export const costOf = ({ cost }: StripReport) => (cost < 0 ? `brings in ${usd(-cost)}\u00a0USD` : `costs ${usd(cost)}\u00a0USD`);

/** How many strikes have an option at all. */
export const strikesUsed = ({ strike, puts, calls }: StripReport) =>
  strike.filter((_, i) => Math.abs(puts[i]!) >= shown || Math.abs(calls[i]!) >= shown);

/** Fewer contracts than this are dust of rounding. */
export const shown = 5e-7;

export function ofStrikes(strip: StripReport): string {
  const used = strikesUsed(strip);
  const [first, last] = [used[0], used[used.length - 1]];
  if (first === undefined || last === undefined) return "The strip holds no options";
  return `The strip ${costOf(strip)}: options on ${used.length} strikes from VIX ${fixed(first, 1)} to ${fixed(last, 1)}`;
}

/** The share that is covered between the first and the last strike, at worst. */
export function ofCoverage(strip: StripReport): string {
  const { vix, percent: share, loss } = strip.coverage;
  const [low, high] = [strip.strike[0] ?? 0, strip.strike[strip.strike.length - 1] ?? 0];
  const between = share.filter((_, i) => vix[i]! >= low && vix[i]! <= high && loss[i]! >= 1);
  if (between.length === 0) return "The pool has nothing to lose between these strikes";
  return `At expiry it pays at least ${floored(Math.min(...between))}\u00a0% of the loss from VIX ${fixed(low, 0)} to ${fixed(high, 0)}`;
}

/** Never more than there is: 99.96 is not 100, but 100 less a rounding error is. */
function floored(value: number): string {
  const tenths = Math.floor(value * 10 + 1e-6);
  return fixed(tenths / 10, tenths % 10 === 0 ? 0 : 1);
}

/** The day on which a strip expires, as its options have it. */
export const expiryOf = ({ layer }: StripLayer) => layer.legs[0]?.expiry_day;

/** What was paid and lost at expiry and why the two differ, in words. */
export function ofExpiry(one: StripLayer): string {
  const { expiry } = one.strip;
  if (!expiry) return `The path does not reach its expiry${expiryOf(one) === undefined ? "" : `, day ${expiryOf(one)}`}: show more days, or buy it for fewer, to see what it leaves uncovered.`;
  const { day, vix, payoff, loss, basis, mapping_basis, grid_basis } = expiry;
  const more = Math.abs(basis) < 0.5 ? "the same to the dollar" : `${usd(Math.abs(basis))}\u00a0USD ${basis > 0 ? "more" : "less"}`;
  return (
    `At expiry, day ${day}, VIX stands at ${fixed(vix, 1)}. The pool has lost ${usd(loss)}\u00a0USD against holding; the strip pays ${usd(payoff)}, ${more}. ` +
    `Of this basis ${usd(mapping_basis)}\u00a0USD is mapping: the token was not where VIX alone would have it. ` +
    `And ${usd(grid_basis)}\u00a0USD is the grid: strikes lie apart, contracts are whole or a budget left some out.`
  );
}
