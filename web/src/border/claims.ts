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
