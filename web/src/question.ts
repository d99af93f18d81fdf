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

/** What a worker does: answers each message as soon as the module is there. */
export function answerMessages(started: Promise<Ballast>) {
  addEventListener("message", async ({ data }: MessageEvent<Question>) => {
    try {
      const answer = answerTo(data, await started);
      postMessage(answer, { transfer: answer.numbers ? [answer.numbers.buffer] : [] });
    } catch (error) {
      postMessage({ number: data.number, response: "", failed: String(error) } satisfies Answer);
    }
  });
}
