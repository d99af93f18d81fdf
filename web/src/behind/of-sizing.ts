import { number } from "../answer/amounts";
import { layerTitle } from "../answer/layer-title";
import type { Sizes, Sizing } from "../border";
import { bracketed, type Derivation } from "./derivation";
import { ofBeyond } from "./of-simulation";

const named = ({ name }: { name: string }) => layerTitle({ name, kind: name });

/** So many layers are written out; of more, an option of a strip each, the table has the numbers. */
const writtenOut = 8;

/** How the sizes and what they come to come about. */
export function ofSizing(report: Sizing): Derivation[] {
  const { layers, minimum_variance, minimum_cvar } = report;
  if (layers.length === 0) return [];
  return [
    ...(layers.length <= writtenOut ? layers.map((_, index) => ofRatio(report, index)) : []),
    ofEffectiveness(report, minimum_variance),
    ofLoss(report, "Unhedged", report.unhedged.found),
    ofLoss(report, "Least tail loss", minimum_cvar.found),
    ...(layers.length <= writtenOut ? ofTerms(report, minimum_cvar) : []),
  ].filter((each) => each !== undefined);
}

/** The size of a layer at the least variance; of one that a limit holds, what the limit costs. */
function ofRatio({ layers, minimum_variance: { quantity, binding } }: Sizing, index: number): Derivation | undefined {
  const layer = layers[index]!;
  const size = quantity[index] ?? 0;
  if (!(layer.variance > 0)) return undefined;
  const [covariance, variance] = [bracketed(layer.covariance), number(layer.variance)];
  const about = { term: "minimum-variance" as const, note: "Cov: with the pool and all other layers at their sizes; both on the paths that the sizes are found from, USD²." };
  const slope = 2 * (layer.covariance + size * layer.variance);
  // Layers may have the same name; what a limit costs tells them apart.
  const limit = binding.find((each) => each.layer === layer.name && Math.abs(each.multiplier - Math.abs(slope)) <= 1e-6 * each.multiplier);
  if (!limit) return { ...about, of: `Least variance: times ${named(layer)}`, formula: "q = −Cov/Var", put: `−${covariance}/${variance}`, result: number(size) };
  return {
    ...about,
    of: `Least variance: what ${limit.text.replace(/ holds it back$/, "")} costs, USD² of variance a unit`,
    formula: "dVar/dq = 2·(Cov + q·Var)",
    put: `2·(${covariance} + ${number(size)}·${variance})`,
    result: number(limit.limit === "lower_bound" ? limit.multiplier : -limit.multiplier),
    note: `Held at ${number(size)}: there the variance still ${limit.limit === "lower_bound" ? "grows with the size" : "falls as the size grows"}. ${about.note}`,
  };
}

function ofEffectiveness({ unhedged }: Sizing, { fresh, effectiveness_fresh }: Sizes): Derivation | undefined {
  if (!(unhedged.fresh.deviation > 0)) return undefined;
  return {
    of: "Least variance: variance less by, on other paths",
    term: "hedge-effectiveness",
    formula: "1 − s²/s_{unhedged}²",
    put: `1 − ${number(fresh.deviation)}^{2}/${number(unhedged.fresh.deviation)}^{2}`,
    result: number(effectiveness_fresh),
    note: "s: deviation of the profit at the horizon on paths that the sizes were not found from.",
  };
}

const ofLoss = ({ paths, level }: Sizing, name: string, found: Sizing["unhedged"]["found"]): Derivation =>
  ofBeyond({ name, paths, level, at_risk: found.value_at_risk, beyond: found.conditional_value_at_risk });

/** Premium, margin and cost are sums over the layers. */
function ofTerms({ layers }: Sizing, sizes: Sizes): Derivation[] {
  const sum = (of: string, symbol: string, term: Derivation["term"], unit: "yearly_cost" | "premium" | "margin", note?: string): Derivation => ({
    of: `Least tail loss: ${of}`,
    term,
    formula: `Σ q·${symbol}`,
    put: layers.map((layer, index) => `${number(sizes.quantity[index] ?? 0)}·${bracketed(layer[unit])}`).join(" + "),
    result: number(sizes[unit]),
    ...(note ? { note } : {}),
  });
  return [
    sum("cost a year, USD", "c", "frontier", "yearly_cost", `In the order of the layers: ${layers.map(named).join(", ")}. c: the mean loss of a layer a year; below zero it earns.`),
    sum("premium, USD", "premium", "premium", "premium"),
    sum("margin, USD", "margin", "margin", "margin"),
  ];
}
