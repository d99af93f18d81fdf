/** One scenario by day, and its surface. */
import type { Label, DefaultUsed } from "./request";

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
