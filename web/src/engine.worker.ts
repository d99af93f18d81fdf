import createBallast from "#ballast";

import { answerTo, type Answer, type Question } from "./question";

const started = createBallast();

addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  try {
    const answer = answerTo(data, await started);
    postMessage(answer, { transfer: answer.numbers ? [answer.numbers.buffer] : [] });
  } catch (error) {
    postMessage({ number: data.number, response: "", failed: String(error) } satisfies Answer);
  }
});
