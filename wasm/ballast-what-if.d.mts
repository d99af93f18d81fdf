import type { Ballast, BallastOptions } from "./ballast.mjs";

/** The tasks evaluate, scenario, presets and schema alone, answered as the whole module answers them. */
export default function createBallast(options?: BallastOptions): Promise<Ballast>;
