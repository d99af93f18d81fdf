import { fixed, number } from "../answer/amounts";
import { layerTitle } from "../answer/layer-title";
import type { Evaluation, Leg } from "../border";
import { bracketed, dayOf, put, type Basis, type Derivation } from "./derivation";

/** So many amounts of cash are written out; the rest stand as one. */
const writtenOut = 5;

/** What each layer has made, and where the whole comes out even. */
export function ofLayers({ report }: Basis): Derivation[] {
  const day = dayOf(report);
  const layers = report.layers.filter(({ on }) => on).map((layer): Derivation => {
    const cash = layer.cash_flow.slice(0, day + 1).map((usd, at) => ({ usd, at })).filter(({ usd }) => usd !== 0);
    const shown = cash.length <= writtenOut ? cash : cash.slice(0, writtenOut - 1);
    const rest = cash.slice(shown.length).reduce((sum, { usd }) => sum + usd, 0);
    const amounts = [...shown.map(({ usd }) => usd), ...(cash.length > shown.length ? [rest] : [])];
    return {
      of: `${layerTitle(layer)}: profit on day ${day}, USD`,
      term: "mark-to-market",
      formula: "profit = Σ cash + mark",
      put: `${amounts.map(bracketed).join(" + ") || "0"} + ${bracketed(layer.mark[day] ?? 0)}`,
      result: number(layer.profit[day] ?? 0),
      note: cash.length === 0 ? "No cash has moved." : `Cash on day ${shown.map(({ at }) => at).join(", ")}${cash.length > shown.length ? " and on later days" : ""}; the mark at the close of day ${day}.`,
    };
  });
  return [...layers, ...ofBreakEven(report)];
}

/** Between the two levels of the curve around it, on a straight line. */
function ofBreakEven({ break_even, curve }: Evaluation): Derivation[] {
  return (break_even?.total ?? []).flatMap((level): Derivation[] => {
    const after = curve.vix_to.findIndex((each) => each > level);
    if (after < 1) return [];
    const [from, to] = [curve.vix_to[after - 1]!, curve.vix_to[after]!];
    const [before, behind] = [curve.total[after - 1]!, curve.total[after]!];
    return [{
      of: "Pool and hedge break even at VIX",
      term: "break-even",
      formula: "v = v₁ − P₁·(v₂ − v₁)/(P₂ − P₁)",
      put: `${number(from)} − ${bracketed(before)}·(${number(to)} − ${number(from)})/(${number(behind)} − ${bracketed(before)})`,
      result: fixed(level, 2),
      note: "P₁ and P₂: profits at the levels v₁ and v₂ of the curve on either side. The core looks on between them, so that a curve which bends comes out a little otherwise.",
    }];
  });
}

/** What an option cost when it was opened. */
export function ofLeg(basis: Basis, leg: Leg): Derivation | undefined {
  const { opened, strike, type, expiry_day, opened_day, instrument } = leg;
  if (instrument === "forward" || !(opened.volatility > 0)) return undefined;
  const [forward, level, volatility, years] = [number(opened.forward), number(strike), number(opened.volatility), `${expiry_day - opened_day}/365`];
  const deviation = `(${volatility}·√(${years}))`;
  const first = `(ln(${forward}/${level}) + ${volatility}^{2}·${years}/2)/${deviation}`;
  const discount = `exp(−${put(basis, "/market/rate")}·${years})`;
  const call = type === "call";
  return {
    of: `Price of the ${leg.underlying} ${type} at ${number(strike)}, opened on day ${opened_day}`,
    term: "black-76",
    formula: call
      ? "e^{−rT}·(F·N(d) − K·N(d − σ√T)),  d = (ln(F/K) + σ²T/2)/(σ√T)"
      : "e^{−rT}·(K·N(σ√T − d) − F·N(−d)),  d = (ln(F/K) + σ²T/2)/(σ√T)",
    put: call
      ? `${discount}·(${forward}·N(${first}) − ${level}·N(${first} − ${deviation}))`
      : `${discount}·(${level}·N(${deviation} − ${first}) − ${forward}·N(−(${first})))`,
    result: number(opened.price),
    note: `N: the normal distribution; ${call ? "N(d) is the delta" : "N(d) − 1 is the delta"}, ${number(opened.delta)}. In index points; a contract is 100 of them.`,
  };
}
