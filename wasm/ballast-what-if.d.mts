import type { Ballast, BallastOptions } from "./ballast.mjs";

/**
 * The tasks evaluate, scenario, presets and request_schema alone, answered as the whole module answers them. It is built without C++
 * exceptions: what the whole module would answer with a problem "could not be answered" (memory that ran out, say) here throws a
 * WebAssembly.RuntimeError, after which the module is not to be used again.
 */
export default function createBallast(options?: BallastOptions): Promise<Ballast>;
