/** What the sizes come to, in sentences. Every number in them is in the report. */
import { fixed, usd } from "../answer/amounts";
import { layerTitle } from "../answer/layer-title";
import type { Sizes, Sizing } from "../border";
import { tailShare } from "../simulation/findings";

const nbsp = "\u00a0";

export const nameOfLayer = ({ name }: { name: string }) => layerTitle({ name, kind: name });

/** "1.44 × VIX calls 4/4/2, 0 × SPX iron condor" */
export const inWords = ({ layers }: Sizing, quantity: readonly number[]) =>
  layers.map((layer, index) => `${multiple(quantity[index] ?? 0)}${nbsp}×${nbsp}${nameOfLayer(layer)}`).join(", ");

/** A multiple with the digits that matter. */
export const multiple = (value: number) => (Math.abs(value) < 0.005 ? "0" : fixed(value, Math.abs(value) < 10 ? 2 : 1));

export const pointOf = ({ frontier }: Sizing, index: number) => frontier.quantity.map((byPoint) => byPoint[index] ?? 0);

const costs = (perYear: number) => `${perYear < 0 ? "earns" : "costs"} ${usd(Math.abs(perYear))}${nbsp}USD a year`;

export function ofSizing({ unhedged, minimum_cvar, level }: Sizing): string {
  const [before, after] = [unhedged.found.conditional_value_at_risk, minimum_cvar.found.conditional_value_at_risk];
  return `Sized for its tail, the hedge brings the mean of the worst ${tailShare(level)} from a loss of ${usd(before)} to ${usd(after)}${nbsp}USD and ${costs(minimum_cvar.yearly_cost)}`;
}

export function ofFrontier(report: Sizing): string {
  const { yearly_cost: cost, conditional_value_at_risk: cvar } = report.frontier;
  const last = cost.length - 1;
  if (last < 0) return "There is no frontier";
  const [from, to] = [cost[0] ?? 0, cost[last] ?? 0];
  if (usd(from) === usd(to)) return `The least tail loss, ${usd(cvar[last] ?? 0)}${nbsp}USD, ${costs(to).replace("costs", "comes at").replace("earns", "earns")}`;
  return `A tail loss of ${usd(cvar[0] ?? 0)}${nbsp}USD where it ${costs(from)}, of ${usd(cvar[last] ?? 0)} where it ${costs(to)}`;
}

/** Whether sizes keep on other paths what they promise. */
export function ofFreshPaths({ minimum_cvar: { found, fresh }, unhedged }: Sizing): string {
  return `On other paths than those it was found from, the least tail loss is ${usd(fresh.conditional_value_at_risk)} instead of ${usd(found.conditional_value_at_risk)}${nbsp}USD; unhedged it is ${usd(unhedged.fresh.conditional_value_at_risk)} there.`;
}

export function ofBinding(name: string, { binding }: Sizes): string {
  return binding.length === 0 ? `${name}: no limit holds it back.` : `${name}: ${binding.map(({ text }) => text).join("; ")}.`;
}
