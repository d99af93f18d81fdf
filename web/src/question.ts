import type { Ballast } from "#ballast";

/** Which module answers: the whole of it, or the short one that knows what the first screen asks. */
export type Module = "everything" | "what-if";

/** One question to the module, wherever it runs; the answer carries the same number. */
export interface Question {
  number: number;
  request: string;
  /** Whether arrays of numbers come beside the JSON. */
  withArrays: boolean;
}

/** Comes before or after the first questions to a worker that is named `waitsForModule`: what it is to answer with. */
export interface GivenModule {
  module: WebAssembly.Module | undefined;
}
export const waitsForModule = "waits for its module";

export interface Answer {
  number: number;
  response: string;
  numbers?: Float64Array<ArrayBuffer>;
  /** Why the module could not be started, or stopped; then there is no response. */
  failed?: string;
}

export function answerTo({ number, request, withArrays }: Question, ballast: Ballast): Answer {
  if (!withArrays) return { number, response: ballast.run(request) };
  const { json, numbers } = ballast.runWithArrays(request);
  return { number, response: json, numbers: numbers as Float64Array<ArrayBuffer> };
}

/**
 * What a worker does: answers each message as soon as the module is there. Where the module stops, `instead` gives the one that answers
 * this question and those after it: the short one stops where the whole one would say what is wrong (wasm/ballast-what-if.d.mts).
 */
export function answerMessages(started: Promise<Ballast>, instead?: () => Promise<Ballast>) {
  let module = started;
  const answerBy = async (question: Question) => {
    const asked = module;
    try {
      return answerTo(question, await asked);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      if (module === asked) {
        if (!instead) throw error;
        [module, instead] = [instead(), undefined];
      }
      return answerTo(question, await module);
    }
  };
  addEventListener("message", async ({ data }: MessageEvent<Question | GivenModule>) => {
    if ("module" in data) return;
    try {
      const answer = await answerBy(data);
      postMessage(answer, { transfer: answer.numbers ? [answer.numbers.buffer] : [] });
    } catch (error) {
      postMessage({ number: data.number, response: "", failed: String(error) } satisfies Answer);
    }
  });
}
