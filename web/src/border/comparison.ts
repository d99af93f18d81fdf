/** The same scenario under other books, rules and days. */
import type { Profit } from "./evaluation";

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
