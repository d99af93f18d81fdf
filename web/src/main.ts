import "./style/tokens.css";
import { Engine } from "./engine";
import "./page/ballast-page";
import type { BallastPage } from "./page/ballast-page";
import { Keeper } from "./state/keeper";
import { Workbench } from "./state/workbench";

const engine = new Engine();
const workbench = new Workbench(engine);
const keeper = new Keeper(workbench);

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

document.querySelector<BallastPage>("ballast-page")?.show(workbench, keeper);
try {
  await workbench.start();
  await keeper.restore();
} catch (error) {
  workbench.fail(error);
}
