/** What crosses the border (`core/scenario/run.h`): the parts of request and response that the page reads, as types. */
import type { Json, JsonObject } from "./json/pointer";

export interface Problem {
  /** JSON pointer into the request. */
  pointer: string;
  message: string;
  value: Json;
}

export interface Response<Report> {
  ballast: string;
  task: string;
  problems: Problem[];
  report?: Report;
}

export interface Preset {
  id: string;
  scenario: JsonObject;
}

export type Label = "published" | "recurring" | "calibrated" | "assumption";

export interface Source {
  label: Label;
  text: string;
}

/** The part of JSON Schema that the core writes. */
export interface Schema {
  description?: string;
  type?: "object" | "array" | "number" | "integer" | "boolean" | "string";
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  enum?: string[];
  const?: string;
  default?: Json;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minProperties?: number;
  maxProperties?: number;
  maxItems?: number;
  maxLength?: number;
  "x-unit"?: string;
  "x-source"?: Source;
}

export interface Schemas {
  request: Schema;
  response: Schema;
}

export interface Profit {
  pool: number;
  layers: number[];
  hedge: number;
  total: number;
}

export interface Quote {
  forward: number;
  volatility: number;
  delta: number;
  price: number;
  time_value: number;
}

/** Part of a leg was sold before its end. */
export interface Reduction {
  day: number;
  /** What is left. */
  contracts: number;
  quote: Quote;
}

export interface Leg {
  underlying: "VIX" | "SPX";
  instrument?: "option" | "forward";
  type: "call" | "put";
  strike: number;
  expiry_day: number;
  contracts: number;
  rounding: number;
  opened_day: number;
  opened: Quote;
  /** Spread and commission paid for it, USD. */
  costs: number;
  spike?: Quote;
  end: "open" | "sold" | "expired";
  end_day: number;
  ended: Quote;
  reductions?: Reduction[];
}

/** Something worth knowing about a layer, said by the core. */
export interface Note {
  text: string;
  label: Label;
  source: string;
}

export interface BreakEven {
  underlying: "VIX" | "SPX";
  level: number;
}

/** A liquidity position as it was opened. */
export interface PoolPosition {
  value: number;
  /** USD per token. */
  price: number;
  tokens: number;
  usdc: number;
  lower: number;
  /** Absent where the range has no upper end. */
  upper?: number;
  capital_efficiency: number;
}

/** What a position must earn, on day 0. */
export interface PoolAnalysis {
  token_volatility: number;
  loss_versus_rebalancing: number;
  break_even_fee: number;
  /** Absent out of range. */
  implied_volatility?: number;
  /** Absent without a fee of a trade. */
  arbitrage?: { trading_share: number; profit: number; fees: number };
  loss_price: { days: number; lognormal: number; model: number };
}

export interface StripReport {
  strike: number[];
  puts: number[];
  calls: number[];
  put_price: number[];
  call_price: number[];
  cost: number;
  coverage: { vix: number[]; loss: number[]; payoff: number[]; percent: number[] };
  /** Where the path reaches its expiry. */
  expiry?: { day: number; vix: number; payoff: number; loss: number; basis: number; mapping_basis: number; grid_basis: number };
}

export interface LayerReport {
  name: string;
  kind: string;
  on: boolean;
  profit: number[];
  /** Paid (below zero) and received, and what is held is worth, by day; they add up to the profit. */
  cash_flow: number[];
  mark: number[];
  costs: number;
  legs: Leg[];
  /** By day, USD. */
  margin?: number[];
  time_value?: number[];
  /** Value of all that was bought and sold, USD. */
  turnover?: number;
  /** Paid for what was opened, at mid prices; below zero where received. */
  premium?: number;
  /** At the expiry of the first position. */
  break_even?: BreakEven[];
  notes?: Note[];
  /** Of a strip that opens on the path, as it was first opened. */
  strip?: StripReport;
}

export interface SpikeEffect {
  from_day: number;
  to_day: number;
  vix_from: number;
  vix_to: number;
  token_from: number;
  token_to: number;
  change: Profit;
}

export interface Curve {
  day: number;
  vix_to: number[];
  token: number[];
  pool: number[];
  /** Value less that of holding, USD. */
  impermanent_loss: number[];
  /** Held by the pool then. */
  pool_tokens: number[];
  pool_usdc: number[];
  layers: number[][];
  hedge: number[];
  total: number[];
}

export interface DefaultUsed {
  pointer: string;
  value: Json;
  label: Label;
  source: string;
}

/** A day on which what is owed is more than what is at hand, and what of the pool must be sold to meet it, USD. */
export interface MarginCall {
  day: number;
  quick_ratio: number;
  shortfall: number;
  sold: number;
  slippage: number;
}

/** What the position ties up and what it returns on that. By day in USD; rates are decimals a year. */
export interface Capital {
  cash_flow: number[];
  irr?: number;
  /** Why there is no internal rate. */
  irr_problem?: string;
  mirr?: number;
  cost_of_equity: number;
  wacc: number;
  excess?: number;
  verdict: string;
  cash: number[];
  pool_usdc: number[];
  long_options: number[];
  margin: number[];
  short_options: number[];
  borrowed: number[];
  /** `nothingOwed` where there is nothing to divide by. */
  quick_ratio: number[];
  margin_calls: MarginCall[];
  /** Lost by holding the token in calm; below zero earned. */
  roll_yield: number;
  gordon_value?: number;
}

/** Stands for a quick ratio without a denominator. */
export const nothingOwed = 1_000_000;

export interface Evaluation {
  summary: string;
  path: {
    day: number[];
    vix: number[];
    vvix: number[];
    spx: number[];
    token: number[];
    futures: { tenor_days: number; level: number[] }[];
  };
  pool: {
    value: number[];
    /** What the benchmarks are worth. */
    hold: number[];
    rebalanced: number[];
    impermanent_loss: number[];
    impermanent_loss_percent: number[];
    fees: number[];
    /** Held by the pool at the close. */
    tokens: number[];
    usdc: number[];
    in_range: number[];
    profit: number[];
    position: PoolPosition;
    analysis: PoolAnalysis;
    direction: string;
  };
  layers: LayerReport[];
  hedge: number[];
  total: number[];
  spike?: SpikeEffect;
  worst_day: { day: number; change: Profit };
  calm_month: Profit;
  curve: Curve;
  defaults: DefaultUsed[];
  capital?: Capital;
  /** Levels of VIX on the spike at which the profit since day 0 is nil. */
  break_even?: { day: number; hedge: number[]; total: number[] };
}

/** A book beside others. */
export interface ComparedBook {
  name: string;
  /** What its sizes were multiplied by, so that all cost the same. */
  scale: number;
  summary: string;
  spike?: Profit;
  calm_month: Profit;
  worst_day: { day: number; change: Profit };
  end: Profit;
  premium_per_year: number;
  costs: number;
  turnover: number;
  hedge: number[];
  total: number[];
  curve_hedge: number[];
  curve_total: number[];
  irr?: number;
  least_quick_ratio: number;
  most_margin: number;
}

export interface Comparison {
  pool: number[];
  curve_pool: number[];
  vix_to: number[];
  spike_day?: number;
  books: ComparedBook[];
}

/** The same hedge, set anew by each policy: what it came to, USD. */
export interface Recalibrations {
  policies: { policy: string; spike?: number; end: number; calm_month: number; turnover: number; costs: number }[];
}

/** The same hedge, opened so many days before the spike. */
export interface Leads {
  spike_day: number;
  lead: number[];
  paid: number[];
  returned: number[];
  at_spike: number[];
  at_end: number[];
}

/** Levels of VIX at which the curve is drawn. */
export interface Grid {
  vix_from: number;
  vix_to: number;
  points: number;
}

/** Profit by level of the spike and day, USD: row i, column d of each matrix is at [i * days + d]. */
export interface Surface {
  vix_to: number[];
  /** Columns: horizon + 1. */
  days: number;
  pool: number[];
  hedge: number[];
  total: number[];
  /** By day, the levels at which the profit since day 0 crosses zero; empty before the spike. */
  break_even: { total: number[][]; layers: number[][][] };
}

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

/** Profits since day 0 over many random paths, USD. */
export interface Simulation {
  summary: string;
  paths: number;
  seed: number;
  horizon_days: number;
  level: number;
  /** The chosen days and, last, the horizon. */
  days: { day: number; pool: ProfitSpread; layers: (ProfitSpread & { name: string; on: boolean })[]; hedge: ProfitSpread; total: ProfitSpread }[];
  drawdown: { pool: Spread; total: Spread };
  /** Share of the paths with a margin call. */
  margin_call: Estimate;
  /** By share and by day. */
  bands: { day: number[]; share: number[]; pool: number[][]; total: number[][] };
  /** Paths by profit at the horizon, in even bins. */
  histogram: { from: number; to: number; pool: number[]; total: number[] };
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

/** Of a profit at the horizon, USD; losses above zero are lost. */
export interface Outcome {
  mean: number;
  deviation: number;
  value_at_risk: number;
  conditional_value_at_risk: number;
}

/** Sizes of the layers, as multiples of what the book has. */
export interface Sizes {
  quantity: number[];
  yearly_cost: number;
  premium: number;
  margin: number;
  /** With the pool, on the paths that the sizes were found from, and on others. */
  found: Outcome;
  fresh: Outcome;
  effectiveness: number;
  effectiveness_fresh: number;
  binding: { limit: string; layer?: string; multiplier: number; text: string }[];
}

/** How much of each layer: sizes that no others beat, by what they cost. */
export interface Sizing {
  paths: number;
  horizon_days: number;
  /** Of the tail: 0.95 is the worst twentieth. */
  level: number;
  layers: { name: string; place: number; yearly_cost: number; premium: number; margin: number }[];
  unhedged: { found: Outcome; fresh: Outcome };
  book: Sizes;
  minimum_variance: Sizes;
  minimum_cvar: Sizes;
  /** Columns by point. */
  frontier: {
    yearly_cost: number[];
    conditional_value_at_risk: number[];
    value_at_risk: number[];
    /** USD of tail loss less for one more USD a year. */
    multiplier: number[];
    /** By layer and point. */
    quantity: number[][];
  };
  defaults: DefaultUsed[];
}

export type Verdict = "holds" | "holds in part" | "fails" | "does not apply";

/** A statement about such hedges, judged for the scenario. */
export interface Claim {
  id: string;
  statement: string;
  verdict: Verdict;
  /** Why it does not apply. */
  reason?: string;
  /** When the statement holds, and when in part. */
  threshold: string;
  /** The first is the one that the threshold is about. */
  figures: { name: string; value?: number; unit: "share" | "USD" | "per year"; standard_error?: number }[];
  /** What `value` is of the paths. */
  measure?: { name: string; unit: "USD" | "ratio" };
  /** Those with the lowest and the highest measure, ascending. */
  paths: { path: number; value?: number; day: number }[];
  source: Source;
}

export interface Claims {
  summary: string;
  paths: number;
  claims: Claim[];
}
