import { number } from "../answer/amounts";
import type { Surface } from "../border";
import { extremes, named, placeOf, valueIn, type Cell, type Shown } from "../surface/findings";
import { bracketed, type Basis, type Derivation } from "./derivation";
import { ofLayers } from "./of-hedge";
import { ofPool } from "./of-pool";

/** The cells that the title names, and the spike of the scenario down to its formulas: every cell is the same with another spike or day. */
export function ofSurface(surface: Surface, looked: Shown, basis: Basis): Derivation[] {
  const { worst, best } = extremes(surface, looked);
  const own = basis.report.spike ? [...ofPool(basis), ...ofLayers(basis).filter(({ term }) => term === "mark-to-market")] : [];
  return [
    ofCell(surface, worst, `Where ${named[looked].toLowerCase()} ${looked === "total" ? "have" : "has"} least`),
    { ...ofCell(surface, best, "Most"), ...(own.length > 0 ? { note: "What follows is of the scenario’s own spike; every other cell is the same with its spike and its day." } : {}) },
    ...own,
  ];
}

const ofCell = (surface: Surface, cell: Cell, which: string): Derivation => ({
  of: `${which}: pool and hedge, ${placeOf(surface, cell)}, USD`,
  term: "layer",
  formula: "profit = pool + hedge",
  put: `${bracketed(valueIn(surface, "pool", cell))} + ${bracketed(valueIn(surface, "hedge", cell))}`,
  result: number(valueIn(surface, "total", cell)),
});
