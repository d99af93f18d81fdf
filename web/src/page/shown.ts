import type { Keeper } from "../state/keeper";
import type { Questions } from "../state/questions";
import type { Shelf } from "../state/shelf";
import type { Undo } from "../state/undo";
import type { Viewing } from "../state/viewing";
import type { Workbench } from "../state/workbench";

/** What the page shows, in all its views. */
export interface Shown {
  workbench: Workbench;
  shelf: Shelf;
  questions: Questions;
  keeper: Keeper;
  viewing: Viewing;
  undo: Undo;
  /** Whatever else may be asking: what a view asks on its own puts itself here while it exists, so that `settled` knows of it. */
  asking: Set<{ readonly resting: boolean }>;
}
