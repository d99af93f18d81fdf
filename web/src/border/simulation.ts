/** Many random paths, and one of them. */

/** A figure from random paths; without a value where no path tells, without an error where too few do. */
export interface Estimate {
  value?: number;
  /** Standard error. */
  error?: number;
}

export interface Quantile extends Estimate {
  /** Of the paths at or below it. */
  share: number;
}

/** Of an amount over the paths. */
export interface Spread {
  mean: Estimate;
  deviation: Estimate;
  quantiles: Quantile[];
}

/** Of a profit; losses above zero are lost. */
export interface ProfitSpread extends Spread {
  name?: string;
  on?: boolean;
  value_at_risk: Estimate;
  conditional_value_at_risk: Estimate;
}

/** How many paths a histogram has not in its bins; how far all of them reach, USD. */
export interface Beyond {
  below: number;
  above: number;
  least: number;
  greatest: number;
}

/** Profits since day 0 over many random paths, USD. */
export interface Simulation {
  summary: string;
  paths: number;
  seed: number;
  horizon_days: number;
  /** 2 where paths come in pairs with opposite draws. */
  paths_per_draw: number;
  level: number;
  /** The chosen days and, last, the horizon. */
  days: { day: number; pool: ProfitSpread; layers: (ProfitSpread & { name: string; on: boolean })[]; hedge: ProfitSpread; total: ProfitSpread }[];
  drawdown: { pool: Spread; total: Spread };
  /** Share of the paths with a margin call. */
  margin_call: Estimate;
  /** By share and by day. */
  bands: { day: number[]; share: number[]; pool: number[][]; total: number[][] };
  /** Paths by profit at the horizon, in even bins, and those beyond them. */
  histogram: { from: number; to: number; pool: number[]; total: number[]; beyond: { pool: Beyond; total: Beyond } };
  worst: { path: number; total: number }[];
}

/** One path of a simulation by day. */
export interface PathReport {
  path: number;
  day: number[];
  vix: number[];
  vvix: number[];
  spx: number[];
  /** Price over its price on day 0. */
  token: number[];
  pool: number[];
  layers: { name: string; on: boolean; profit: number[] }[];
  hedge: number[];
  total: number[];
  quick_ratio: number[];
}
