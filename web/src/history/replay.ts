/** What the task `replay` says (`core/scenario/response.schema.json`): the parts that the page reads. */
import type { Source } from "../border";

export interface Remarks {
  count: number;
  /** The first hundred. A row or column of 0 is the whole file or row. */
  listed: { row: number; column: number; message: string; value: string }[];
}

export interface ReadFile {
  file: string;
  rows: number;
  used: number;
  first: string;
  last: string;
  all_equal: number;
  left_out: Remarks;
  doubted: Remarks;
}

/** What became of the files of a history, and of days by joining them. */
export interface ReadFiles {
  files: ReadFile[];
  joined: { left_out: Remarks; doubted: Remarks };
}

export interface Fall {
  depth: number;
  from?: string;
  to?: string;
  recovered?: string;
}

export interface BestDay {
  date: string;
  day: number;
  vix_from: number;
  vix_to: number;
  pool: number;
  hedge: number;
  total: number;
}

export interface ReplayedBook {
  name: string;
  /** What a person would otherwise do. */
  against: boolean;
  layers: { name: string; on: boolean; profit: number[] }[];
  hedge: number[];
  total: number[];
  end: { hedge: number; total: number };
  costs: number;
  drawdown: Fall;
  months: { cost: number; lost: number; paid: number; gained: number; hedge: number[]; total: number[] };
  days: { cost: number; paid: number; best: BestDay[] };
}

/** Books along what happened; arrays by close, USD since the first. */
export interface Replay extends ReadFiles {
  summary: string;
  notes: string[];
  history: { name: string; about: string; source?: Source; first: string; last: string; closes: number; token: string };
  /** Calendar days since the first close. */
  day: number[];
  vix: number[];
  spx: number[];
  token: number[];
  pool_value: number[];
  /** Against holding, USD. */
  impermanent_loss: number[];
  fees: number[];
  /** Dates on which the position was entered, the first close among them. */
  entered: string[];
  first_future?: number[];
  impermanent_loss_percent: number[];
  pool: number[];
  months: { month: string[]; pool: number[] };
  drawdown: Fall;
  books: ReplayedBook[];
}

/** An episode in the box. */
export interface Episode {
  id: string;
  name: string;
  about: string;
  source: Source;
  first: string;
  last: string;
  highest_vix: number;
  highest_date: string;
}

const millisecondsOfDay = 86_400_000;

/** The close as a moment: midnight UTC of its day. */
export const moments = ({ history, day }: { history: Pick<Replay["history"], "first">; day: number[] }): number[] => {
  const first = Date.parse(history.first);
  return day.map((days) => first + days * millisecondsOfDay);
};

export const isoDate = (moment: number) => new Date(moment).toISOString().slice(0, 10);
