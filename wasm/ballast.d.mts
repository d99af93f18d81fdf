/** The whole border of the WebAssembly module, as `core/scenario/run.h` has it. */
export interface Ballast {
  /** A request in, a response out, both JSON. Never throws; whatever is wrong comes back as `problems`. */
  run(request: string): string;

  /**
   * The same response with its arrays of numbers beside the JSON, which says `{"at": offset, "count": length}` in their place:
   * several times faster where an answer has many.
   */
  runWithArrays(request: string): { json: string; numbers: Float64Array };
}

/** What the module may be told before it starts; all of it may be left out. */
export interface BallastOptions {
  /** Where a file of the module is, if it does not lie beside `ballast.mjs`. */
  locateFile?(file: string, folder: string): string;
  /** Starts from a module that is already compiled, such as one posted to a worker. */
  instantiateWasm?(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ): WebAssembly.Exports | Record<string, never>;
}

/** Compiles and starts the module: once per page, worker or process. */
export default function createBallast(options?: BallastOptions): Promise<Ballast>;
