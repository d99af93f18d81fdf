/** How a result came about: its formula, and the same with the numbers put in. Numbers are the report's and the scenario's; nothing is computed anew. */
import { number } from "../answer/amounts";
import type { Evaluation } from "../border";
import type { Term } from "../glossary/names";
import { valueAt, type Json, type JsonObject } from "../json/pointer";

export interface Derivation {
  /** Which result. */
  of: string;
  /** The word of the glossary that says more, and who says so. */
  term: Term;
  /** Set as `glossary/set.ts` has it. */
  formula: string;
  /** The right side of the formula with the numbers put in. */
  put: string;
  result: string;
  /** Stands between the two where the result is no number but follows from them; else they are equal. */
  follows?: string;
  /** What is to be known about it. */
  note?: string;
}

/** An answer and the scenario that it answers. */
export interface Basis {
  report: Evaluation;
  scenario: JsonObject;
}

/** What the core took for a field: as it was given, or its default. */
export function taken({ report, scenario }: Basis, pointer: string): Json | undefined {
  return valueAt(scenario, pointer) ?? report.defaults.find((each) => each.pointer === `/scenario${pointer}`)?.value;
}

/** The same, of a number, as text. */
export const put = (basis: Basis, pointer: string) => number(Number(taken(basis, pointer) ?? 0));

/** Below zero it stands in brackets, so that it can be put behind a sign. */
export const bracketed = (value: number) => (value < 0 ? `(${number(value)})` : number(value));

/** The day that a result is explained for: that of the spike, or the last. */
export const dayOf = ({ spike, path }: Evaluation) => spike?.to_day ?? path.day.length - 1;
