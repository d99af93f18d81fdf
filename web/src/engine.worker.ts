import createBallast from "#ballast";

/** One question to the worker; the answer carries the same number. */
export interface Question {
  number: number;
  request: string;
  /** Whether arrays of numbers come beside the JSON. */
  withArrays: boolean;
}

export interface Answer {
  number: number;
  response: string;
  numbers?: Float64Array;
  /** Why the module could not be started, or stopped; then there is no response. */
  failed?: string;
}

const started = createBallast();

addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  try {
    reply(data, await started);
  } catch (error) {
    postMessage({ number: data.number, response: "", failed: String(error) } satisfies Answer);
  }
});

function reply({ number, request, withArrays }: Question, ballast: Awaited<typeof started>) {
  if (!withArrays) return postMessage({ number, response: ballast.run(request) } satisfies Answer);
  const { json, numbers } = ballast.runWithArrays(request);
  postMessage({ number, response: json, numbers } satisfies Answer, { transfer: [numbers.buffer] });
}
