import "./style/tokens.css";
import { Engine } from "./engine";
import { keepOffline } from "./offline/keep-offline";
import "./page/ballast-page";
import type { BallastPage } from "./page/ballast-page";
import { Keeper } from "./state/keeper";
import { beginsWith, offered } from "./page/views";
import { Questions } from "./state/questions";
import { Shelf } from "./state/shelf";
import { Undo } from "./state/undo";
import { Viewing } from "./state/viewing";
import { Workbench } from "./state/workbench";
import { whatIfModule } from "./what-if-module";

const workbench = new Workbench(new Engine("what-if", whatIfModule));
const shelf = new Shelf();
// A second worker, so that what is asked beside never keeps the main answer waiting; it starts with the first such question.
const engine = new Engine();
const questions = new Questions(engine, workbench, shelf);
const viewing = new Viewing(offered.map(({ id }) => id), beginsWith.bare, beginsWith.withScenario);
const undo = new Undo(workbench);
const keeper = new Keeper(workbench, shelf);

declare global {
  /** For the console and for tests: what the page asks its engine, anyone may ask it. */
  var ballast: Pick<Engine, "run"> & { readonly scenario: object };
}
globalThis.ballast = {
  run: (request) => engine.run(request),
  get scenario() {
    return workbench.scenario;
  },
};

document.querySelector<BallastPage>("ballast-page")?.show({ workbench, shelf, questions, keeper, viewing, undo, asking: new Set() });
void begin();

/** Not awaited by this module, since the views' modules import it and would wait along with it. */
async function begin() {
  try {
    await workbench.start();
    await keeper.restore();
    undo.begin();
    void keepOffline();
  } catch (error) {
    workbench.fail(error);
  }
}
