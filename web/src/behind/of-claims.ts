import { number } from "../answer/amounts";
import type { Claim, Claims } from "../border";
import type { Term } from "../glossary/names";
import { bracketed, put, type Basis, type Derivation } from "./derivation";

/** What the glossary says of the matter of a statement. */
const terms: Readonly<Record<string, Term>> = {
  condor_covers_loss: "iron-condor",
  condor_loses_in_spike: "iron-condor",
  overlay_gains_in_spike: "layer",
  calls_cover_spike: "call",
  calls_cost_little: "call",
  alvh_costs_little_in_calm: "alvh",
  hedge_cuts_drawdown: "drawdown",
  return_beats_cost: "irr",
  late_costs: "spike",
  contango_eats_token: "contango",
};

const termOf = ({ id }: Claim): Term => terms[id] ?? "simulation";

/** How the figure that decides a statement comes about, and the verdict from it. */
export function ofClaims(report: Claims, basis: Basis): Derivation[] {
  return report.claims.flatMap((claim) => [ofFigure(claim, report, basis), ofVerdict(claim)].filter((each) => each !== undefined));
}

/** The least number above zero stands for zero that must be passed. */
const isAboveZero = (bound: number) => bound > 0 && bound < 1e-300;

function ofVerdict(claim: Claim): Derivation | undefined {
  const { judged_by: by, figures, statement, verdict } = claim;
  const figure = figures[0];
  if (!by || figure?.value === undefined) return undefined;
  const value = figure.value;
  const against = (bound: number) => `${by.comparison === "at_most" ? "≤" : isAboveZero(bound) ? ">" : "≥"} ${number(isAboveZero(bound) ? 0 : bound)}`;
  const meets = (bound: number) => (by.comparison === "at_most" ? value <= bound : value >= bound);
  const compared = (bound: number) => `${number(value)} ${against(bound)}: ${meets(bound) ? "yes" : "no"}`;
  return {
    of: `${statement}: verdict`,
    term: termOf(claim),
    formula: `x ${against(by.holds)}: holds;  x ${against(by.in_part)}: in part;  else fails`,
    put: meets(by.holds) ? compared(by.holds) : `${compared(by.holds)};  ${compared(by.in_part)}`,
    result: verdict,
    follows: "→",
    note: `x: ${figure.name}.${figure.standard_error === undefined ? "" : ` Its standard error is ${number(figure.standard_error)}.`}`,
  };
}

type Formula = (claim: Claim, report: Claims, basis: Basis) => Pick<Derivation, "formula" | "put" | "note"> | undefined;

/** The value of a figure by its name. */
const figure = ({ figures }: Claim, name: string) => figures.find((each) => each.name === name)?.value;

const shareOfAll: Formula = ({ figures: [first] }, { paths }) => ({ formula: "k/n", put: `${number(Math.round((first?.value ?? 0) * paths))}/${number(paths)}`, note: "k: paths on which it is so, of n." });

/** Of the paths with a spike. */
const shareOfSpikes: Formula = (claim, { paths }) => {
  const spikes = Math.round((figure(claim, "paths with a spike") ?? 0) * paths);
  return spikes === 0 ? undefined : { formula: "k/n", put: `${number(Math.round((claim.figures[0]?.value ?? 0) * spikes))}/${number(spikes)}`, note: "k: paths on which it is so, of n with a spike." };
};

const formulas: Readonly<Record<string, Formula>> = {
  condor_covers_loss: shareOfAll,
  return_beats_cost: shareOfAll,
  overlay_gains_in_spike: shareOfSpikes,
  late_costs: ({ figures: [first] }) => ({ formula: "k/30", put: `${number(Math.round(30 * (first?.value ?? 0)))}/30`, note: "k: days of the 30." }),
  hedge_cuts_drawdown: (claim) => {
    const [alone, together] = [figure(claim, "mean deepest fall of the pool alone"), figure(claim, "mean deepest fall of pool and hedge")];
    return alone === undefined || together === undefined ? undefined : { formula: "1 − D_{pool and hedge}/D_{pool}", put: `1 − ${number(together)}/${number(alone)}`, note: "D: the mean of the deepest falls." };
  },
  calls_cost_little: (claim, { horizon_days }, basis) => {
    const profit = figure(claim, "mean profit up to the horizon");
    const capital = `(${number(basis.report.pool.position.value)} + ${put(basis, "/capital/cash")})`;
    return profit === undefined ? undefined : { formula: "−P̄/(T·capital)", put: `−${bracketed(profit)}/(${horizon_days}/365·${capital})`, note: "P̄: their mean profit up to the horizon; capital: the pool and the cash beside it." };
  },
};

function ofFigure(claim: Claim, report: Claims, basis: Basis): Derivation | undefined {
  const first = claim.figures[0];
  const made = first?.value === undefined ? undefined : formulas[claim.id]?.(claim, report, basis);
  return made && first?.value !== undefined ? { of: `${claim.statement}: ${first.name}`, term: termOf(claim), ...made, result: number(first.value) } : undefined;
}
