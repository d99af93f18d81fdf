/** How much of each layer. */
import type { DefaultUsed } from "./request";

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
  /** `variance` and `covariance` at the sizes of least variance: the size there is -covariance/variance unless a limit holds it. */
  layers: { name: string; place: number; yearly_cost: number; premium: number; margin: number; variance: number; covariance: number }[];
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
