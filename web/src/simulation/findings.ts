/** What the paths show, in sentences. Every number in them is in the report. */
import { change, fixed, number, usd } from "../answer/amounts";
import type { Estimate, PathReport, Simulation } from "../border";

const nbsp = "\u00a0";

/** A share of 1 in percent, with the digits that it has: "2.5". */
export const percent = (share: number) => number(+(100 * share).toPrecision(3));

/** "5 %" of what lies beyond a level of 0.95. */
export const tailShare = (level: number) => `${percent(1 - level)}${nbsp}%`;

/** At the horizon. */
export const atEnd = (report: Simulation) => report.days[report.days.length - 1];

export const hedged = (report: Simulation) => atEnd(report)?.layers.some(({ on }) => on) ?? false;

const lost = (value: number) => `${value < 0 ? "gains" : "loses"} ${usd(Math.abs(value))}`;

export function ofTail(report: Simulation): string {
  const end = atEnd(report);
  const pool = end?.pool.conditional_value_at_risk.value;
  const total = end?.total.conditional_value_at_risk.value;
  if (pool === undefined || total === undefined) return "There are too few paths to tell what the worst of them cost";
  const worst = `In the mean of the worst ${tailShare(report.level)} the pool ${lost(pool)}${nbsp}USD`;
  return hedged(report) ? `${worst}, and ${lost(total)} with the hedge` : `${worst}, with no hedge`;
}

/** Between which amounts most paths end. */
export function ofBands(report: Simulation, what: "pool" | "total"): string {
  const { day, share, [what]: bands } = report.bands;
  const last = day.length - 1;
  const [low, high] = [bands[0]?.[last], bands[bands.length - 1]?.[last]];
  const name = what === "pool" ? "The pool alone" : "With the hedge the pool";
  if (low === undefined || high === undefined) return name;
  const part = percent((share[share.length - 1] ?? 1) - (share[0] ?? 0));
  return `${name} ends between ${change(low)} and ${change(high)}${nbsp}USD in ${part}${nbsp}% of paths`;
}

export function ofHedge(report: Simulation): string {
  const mean = atEnd(report)?.hedge.mean;
  if (!hedged(report) || mean?.value === undefined) return "What the paths give";
  return `On average the hedge ${mean.value < 0 ? "costs" : "earns"} ${usd(Math.abs(mean.value))}${nbsp}USD${mean.error === undefined ? "" : `, give or take ${usd(mean.error)}`}`;
}

export function ofWorst(report: Simulation): string {
  const worst = report.worst[0];
  return worst ? `The worst of ${usd(report.paths)} paths ends at ${change(worst.total)}${nbsp}USD` : "There are no paths";
}

export const highest = (values: readonly number[]) => values.reduce((best, value, day) => (value > values[best]! ? day : best), 0);

export function ofPath(report: PathReport): string {
  const top = highest(report.vix);
  const end = report.total[report.total.length - 1] ?? 0;
  return `Path ${report.path}: VIX reaches ${fixed(report.vix[top] ?? 0, 1)} on day ${top}, and pool and hedge end at ${change(end)}${nbsp}USD`;
}

/** "−1,240 ± 124"; a dash where the paths do not tell. */
export function estimated({ value, error }: Estimate | undefined = {}, write: (value: number) => string = usd): string {
  if (value === undefined) return "–";
  return error === undefined ? write(value) : `${write(value)} ± ${write(error)}`;
}
