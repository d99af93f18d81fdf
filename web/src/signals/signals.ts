/** What the tasks `signals`, `adaptive` and `calendar` answer, as far as the page reads it (core/scenario/response.schema.json). */
import type { Label } from "../border";
import type { ReadFiles } from "../history/replay";

/** A value a day; none where a signal says nothing. */
export type Values = (number | null)[];

export interface Labelled {
  label: Label;
  source: string;
  series?: string;
}

export interface Signal {
  name: string;
  about: string;
  definition: Labelled;
  z_definition: string;
  warm_up: number;
  series: Labelled[];
  weight: number;
  missing: boolean;
  value: Values;
  z: Values;
  adds: Values;
}

/** Along a history it says what became of the files. */
export interface SignalsReport extends Partial<ReadFiles> {
  path: string;
  day: number[];
  date?: string[];
  offset: number;
  indicators: Signal[];
  log_odds: Values;
  score: Values;
  events: { event: string; day: number; date?: string }[];
  notes: { text: string; label: Label; source: string }[];
}

export interface Outcome {
  total: number;
  hedge: number;
  drawdown: number;
  turnover: number;
  costs: number;
}

export interface AdaptationReport {
  summary: string;
  history: { name: string; from: string; split: string; to: string; closes: number };
  books: { name: string; in_sample: Outcome; out_of_sample: Outcome }[];
  random: { draws: number; in_sample: number[]; out_of_sample: number[]; below_in_sample: number; below_out_of_sample: number };
}

export interface CalendarReport {
  events: { event: string; day: number; date: string }[];
  before_day_0: number;
  left_out: { count: number; listed: { row: number; message: string; value: string }[] };
  doubted: { count: number; listed: { row: number; message: string; value: string }[] };
}
