import type { Keeper } from "../state/keeper";
import type { Questions } from "../state/questions";
import type { Shelf } from "../state/shelf";
import type { Undo } from "../state/undo";
import type { Viewing } from "../state/viewing";
import type { Workbench } from "../state/workbench";

/** What the results show, wherever they stand: in the page, or in a page of somebody else's. */
export interface Shown {
  workbench: Workbench;
  shelf: Shelf;
  questions: Questions;
  /** Whatever else may be asking: what a view asks on its own puts itself here while it exists, so that `settled` knows of it. */
  asking: Set<{ readonly resting: boolean }>;
}

/** And what the page has besides: an address, with the scenario and what is looked at in it. */
export interface ShownOnPage extends Shown {
  keeper: Keeper;
  viewing: Viewing;
  undo: Undo;
}
