import { number, usd } from "../answer/amounts";
import { layerTitle } from "../answer/layer-title";
import type { Estimate, ProfitSpread, Simulation } from "../border";
import { bracketed, type Derivation } from "./derivation";

/** How a tail loss comes from the paths; so many paths are written out where they are known one by one. */
export interface Tail {
  /** Whose loss it is. */
  name: string;
  paths: number;
  level: number;
  at_risk: number;
  beyond: number;
  /** Lowest profits of all, where they are known. */
  worst?: readonly number[];
}

/** How the figures of the paths come about: means, tails and their errors at the horizon. */
export function ofSimulation(report: Simulation): Derivation[] {
  const end = report.days[report.days.length - 1];
  if (!end || report.paths === 0) return [];
  const on = end.layers.filter((layer) => layer.on);
  const whole = on.length > 0 ? { name: "Pool and hedge", profit: end.total } : { name: "Pool", profit: end.pool };
  return [
    ...(on.length > 1 ? [ofSum("Hedge: mean profit, USD", "P̄ = Σ P̄ of the layers", on.map(({ mean }) => mean), end.hedge.mean, `In this order: ${on.map(({ name }) => layerTitle({ name, kind: name })).join(", ")}.`)] : []),
    ...(on.length > 0 ? [ofSum("Pool and hedge: mean profit, USD", "P̄ = P̄_{pool} + P̄_{hedge}", [end.pool.mean, end.hedge.mean], end.total.mean), ofMeanError(report, "Hedge", end.hedge)] : [ofMeanError(report, "Pool", end.pool)]),
    ofQuantile(report, whole.name, whole.profit),
    ...(on.length > 0 ? ofTail(report, "Pool", end.pool) : []),
    ...ofTail(report, whole.name, whole.profit, report.worst.map(({ total }) => total)),
    ...ofMarginCall(report),
  ].filter((each) => each !== undefined);
}

function ofSum(of: string, formula: string, parts: Estimate[], sum: Estimate, note?: string): Derivation | undefined {
  if (sum.value === undefined || parts.some(({ value }) => value === undefined)) return undefined;
  return { of, term: "simulation", formula, put: parts.map(({ value }) => bracketed(value!)).join(" + "), result: number(sum.value), ...(note ? { note } : {}) };
}

/** With antithetic draws it is that of the means of pairs, whose deviation the report does not have. */
function ofMeanError({ paths, paths_per_draw }: Simulation, name: string, { mean, deviation }: ProfitSpread): Derivation | undefined {
  if (mean.error === undefined || deviation.value === undefined || paths_per_draw !== 1) return undefined;
  return { of: `${name}: standard error of the mean, USD`, term: "standard-error", formula: "s/√n", put: `${number(deviation.value)}/√(${number(paths)})`, result: number(mean.error), note: "s: deviation of the profit over the paths; n: how many these are." };
}

function ofQuantile({ paths, paths_per_draw }: Simulation, name: string, { quantiles }: ProfitSpread): Derivation | undefined {
  const lowest = quantiles.find(({ share }) => share === 0.05) ?? quantiles[0];
  if (lowest?.value === undefined) return undefined;
  const [n, p] = [number(paths), number(lowest.share)];
  return {
    of: `${name}: what ${number(100 * lowest.share)} % of the paths stay below, USD`,
    term: "quantile",
    formula: "P(ceil(p·n))",
    put: `P(ceil(${p}·${n}))`,
    result: number(lowest.value),
    note: `P(k): the k-th lowest of the profits; ceil rounds up. ${rankError(n, p, p, paths_per_draw, lowest.error)}`,
  };
}

/** `of` is the share of the paths below the rank; `p` it or one less it. */
function rankError(n: string, of: string, p: string, paths_per_draw: number, error: number | undefined): string {
  if (error === undefined) return "Too few paths tell its error.";
  const pairs = paths_per_draw === 1 ? "" : `${paths_per_draw}·`;
  return `Its error, ${usd(error)}, is half of the distance between the ranks ${of}·${n} ± √(${pairs}${n}·${p}·(1 − ${p})).`;
}

function ofTail({ paths, paths_per_draw, level }: Simulation, name: string, { value_at_risk: at_risk, conditional_value_at_risk: beyond }: ProfitSpread, worst?: number[]): Derivation[] {
  if (at_risk.value === undefined || beyond.value === undefined) return [];
  const [n, α] = [number(paths), number(level)];
  const draws = paths_per_draw === 1 ? n : `${n}/${paths_per_draw}`;
  const error = beyond.error === undefined ? "Too few paths tell its error." : `Its error, ${usd(beyond.error)}, is s/((1 − ${α})·√(${draws})), s the deviation of (L − VaR)⁺ over all paths.`;
  const cvar = ofBeyond({ name, paths, level, at_risk: at_risk.value, beyond: beyond.value, ...(worst ? { worst } : {}) });
  return [
    {
      of: `${name}: value at risk, USD`,
      term: "value-at-risk",
      formula: "VaR = −P(n + 1 − ceil(α·n))",
      put: `−P(${n} + 1 − ceil(${α}·${n}))`,
      result: number(at_risk.value),
      note: `P(k): the k-th lowest of the n profits; α: the level; ceil rounds up. ${rankError(n, `(1 − ${α})`, α, paths_per_draw, at_risk.error)}`,
    },
    { ...cvar, note: `${cvar.note} ${error}` },
  ];
}

/** The mean of the worst: beyond the value at risk by the mean of what the paths lose more. */
export function ofBeyond({ name, paths, level, at_risk, beyond, worst = [] }: Tail): Derivation {
  const [n, α, at] = [number(paths), number(level), bracketed(at_risk)];
  const more = worst.filter((profit) => -profit > at_risk);
  // All that lose more are known only where one of those that are known does not.
  const known = more.length < worst.length;
  const sum = known ? `(${more.map((profit) => `(${number(-profit)} − ${at})`).join(" + ") || "0"})` : `Σ(L − ${at})^{+}`;
  return {
    of: `${name}: mean of the worst, USD`,
    term: "cvar",
    formula: "CVaR = VaR + Σ(L − VaR)^{+}/(n·(1 − α))",
    put: `${number(at_risk)} + ${sum}/(${n}·(1 − ${α}))`,
    result: number(beyond),
    note: `L: the loss on a path; what lies beyond VaR is summed over the worst ${number(paths * (1 - level))} of ${n} paths.`,
  };
}

function ofMarginCall({ paths, paths_per_draw, margin_call: { value, error } }: Simulation): Derivation[] {
  if (value === undefined) return [];
  const n = number(paths);
  return [
    { of: "Paths with a margin call", term: "margin-call", formula: "k/n", put: `${number(Math.round(value * paths))}/${n}`, result: number(value), note: "k: paths with a quick ratio below 1 on some day." },
    ...(error !== undefined && paths_per_draw === 1
      ? [{ of: "Its standard error", term: "standard-error" as const, formula: "√(p·(1 − p)/(n − 1))", put: `√(${number(value)}·(1 − ${number(value)})/(${n} − 1))`, result: number(error) }]
      : []),
  ];
}
