import { number } from "../answer/amounts";
import { items, members } from "../form/schema";
import { valueAt, type JsonObject } from "../json/pointer";
import { dayName, highest } from "../signals/findings";
import type { Signal, SignalsReport } from "../signals/signals";
import { bracketed, type Basis, type Derivation } from "./derivation";

/** The regime score of the day on which it is highest, down to the values of the signals; `own` where it is along the scenario's own path. */
export function ofSignals(report: SignalsReport, scenario: JsonObject, own: Basis | undefined): Derivation[] {
  const at = highest(report.score);
  if (at === undefined) return [];
  const given = items(valueAt(scenario, "/signals/indicators")).map(members);
  const about = `on ${dayName(report, at)}`;
  const there = report.indicators.filter(({ adds }) => adds[at] !== null);
  return [
    ...report.indicators.flatMap((signal, index) => ofSignal(signal, given[index] ?? {}, at, about, own?.report.path.vix[report.day[at] ?? -1])),
    {
      of: `Log odds of the regime ${about}`,
      term: "regime-score",
      formula: "offset + Σ w·z",
      put: [number(report.offset), ...there.map(({ adds }) => bracketed(adds[at]!))].join(" + "),
      result: number(report.log_odds[at]!),
      ...(there.length < report.indicators.length ? { note: "A signal without a value counts as one at its mean." } : {}),
    },
    { of: `Regime score ${about}`, term: "regime-score", formula: "1/(1 + exp(−log odds))", put: `1/(1 + exp(−${bracketed(report.log_odds[at]!)}))`, result: number(report.score[at]!) },
  ];
}

function ofSignal({ name, value, z, adds, weight, z_definition }: Signal, given: JsonObject, at: number, about: string, vix: number | undefined): Derivation[] {
  const [has, score, part] = [value[at], z[at], adds[at]];
  if (has === null || has === undefined || score === null || score === undefined || part === null || part === undefined) return [];
  const { kind, mean, deviation } = given;
  const known = typeof mean === "number" && typeof deviation === "number";
  return [
    ...(kind === "edr" && vix !== undefined ? [{ of: `${name} ${about}, %`, term: "edr" as const, formula: "VIX/√252", put: `${number(vix)}/√(252)`, result: number(has) }] : []),
    ...(known
      ? [{ of: `${name}: z-score ${about}`, term: "regime-score" as const, formula: "z = (value − mean)/deviation", put: `(${number(has)} − ${bracketed(mean)})/${number(deviation)}`, result: number(score) }]
      : []),
    {
      of: `${name}: what it adds ${about}`,
      term: "regime-score",
      formula: "w·z",
      put: `${bracketed(weight)}·${bracketed(score)}`,
      result: number(part),
      ...(known ? {} : { note: `z: ${z_definition}.` }),
    },
  ];
}
