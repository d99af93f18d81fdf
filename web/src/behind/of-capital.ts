import { number } from "../answer/amounts";
import { nothingOwed, type Capital } from "../border";
import { bracketed, put, taken, type Basis, type Derivation } from "./derivation";

const writtenOut = 6;

/** What the capital returns, what it costs, and whether what is at hand covers what is owed. */
export function ofCapital(basis: Basis): Derivation[] {
  const { capital } = basis.report;
  if (!capital) return [];
  return [ofRate(capital), ofEquity(basis, capital), ofCost(basis, capital), ofExcess(capital), ofRatio(capital), ofDividend(basis, capital)].filter((each) => each !== undefined);
}

function ofRate({ cash_flow, irr }: Capital): Derivation | undefined {
  const flows = cash_flow.map((usd, day) => ({ usd, day })).filter(({ usd }) => usd !== 0);
  if (irr === undefined || flows.length > writtenOut) return irr === undefined ? undefined : ofManyFlows(flows.length, irr);
  return {
    of: "IRR: the rate at which this is nil",
    term: "irr",
    formula: "Σ C_{d}·(1 + IRR)^{−d/365} = 0",
    put: flows.map(({ usd, day }) => (day === 0 ? bracketed(usd) : `${bracketed(usd)}·(1 + ${number(irr)})^{−${day}/365}`)).join(" + "),
    result: "0",
    note: `Effective, a year: ${number(100 * irr)} %.`,
  };
}

const ofManyFlows = (count: number, irr: number): Derivation => ({
  of: "IRR: the rate at which the cash flows are worth nothing",
  term: "irr",
  formula: "Σ C_{d}·(1 + IRR)^{−d/365} = 0",
  put: `the ${count} amounts in the numbers of the cash flows, at ${number(irr)}`,
  result: "0",
});

function ofEquity(basis: Basis, { cost_of_equity }: Capital): Derivation {
  return {
    of: "What owners ask, a year",
    term: "capm",
    formula: "R_{e} = exp(r) − 1 + β·premium",
    put: `exp(${put(basis, "/market/rate")}) − 1 + ${put(basis, "/capital/beta")}·${put(basis, "/capital/market_premium")}`,
    result: number(cost_of_equity),
  };
}

function ofCost(basis: Basis, { wacc, cost_of_equity, borrowed }: Capital): Derivation {
  const debt = borrowed[0] ?? 0;
  // What is borrowed beyond the debt that was given came in as assets, too.
  const assets = `${number(basis.report.pool.position.value)} + ${put(basis, "/capital/cash")} + ${number(debt - Number(taken(basis, "/capital/debt") ?? 0))}`;
  return {
    of: "What the capital costs, a year",
    term: "wacc",
    formula: "WACC = (A − D)/A·R_{e} + D/A·R_{d}·(1 − t)",
    put: `(${assets} − ${number(debt)})/(${assets})·${number(cost_of_equity)} + ${number(debt)}/(${assets})·${put(basis, "/capital/cost_of_debt")}·(1 − ${put(basis, "/capital/tax_rate")})`,
    result: number(wacc),
    note: "A: pool and cash on day 0, with what a layer borrows; D: of it borrowed.",
  };
}

function ofExcess({ irr, wacc, excess }: Capital): Derivation | undefined {
  if (irr === undefined || excess === undefined) return undefined;
  return { of: "Verdict: what is earned beyond the cost, a year", term: "wacc", formula: "IRR − WACC", put: `${number(irr)} − ${number(wacc)}`, result: number(excess) };
}

function ofRatio(capital: Capital): Derivation | undefined {
  const { quick_ratio, cash, pool_usdc, long_options, margin, short_options, borrowed } = capital;
  const day = quick_ratio.reduce((least, value, at) => (value < quick_ratio[least]! ? at : least), 0);
  if (quick_ratio[day]! >= nothingOwed) return undefined;
  const sum = (...parts: (readonly number[])[]) => `(${parts.map((each) => bracketed(each[day] ?? 0)).join(" + ")})`;
  return {
    of: `Quick ratio on its worst day, ${day}`,
    term: "quick-ratio",
    formula: "(cash + USDC in the pool + bought options)/(margin + sold options + borrowed)",
    put: `${sum(cash, pool_usdc, long_options)}/${sum(margin, short_options, borrowed)}`,
    result: number(quick_ratio[day]!),
  };
}

function ofDividend(basis: Basis, { roll_yield, gordon_value, cost_of_equity }: Capital): Derivation | undefined {
  if (gordon_value === undefined) return undefined;
  return {
    of: "Roll yield as a dividend, USD for a dollar of token",
    term: "gordon",
    formula: "(1 − exp(−roll yield))/(R_{e} − g)",
    put: `(1 − exp(−${bracketed(roll_yield)}))/(${number(cost_of_equity)} − ${bracketed(Number(taken(basis, "/capital/growth") ?? 0))})`,
    result: number(gordon_value),
  };
}
