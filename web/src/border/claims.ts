/** What is said about such hedges, judged. */
import type { Source } from "./request";

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
  /** What the first figure was held against; nothing where it does not apply. */
  judged_by?: { comparison: "at_least" | "at_most"; holds: number; in_part: number };
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
  horizon_days: number;
  claims: Claim[];
}
