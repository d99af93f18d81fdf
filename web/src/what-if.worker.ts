import createBallast from "#ballast-what-if";

import { answerMessages, waitsForModule, type GivenModule, type Question } from "./question";

/** Started from the module that the page has compiled, or where there is none from a file of its own. */
async function started() {
  const module = self.name === waitsForModule ? await given() : undefined;
  if (!module) return createBallast();
  return createBallast({
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });
}

const given = () =>
  new Promise<WebAssembly.Module | undefined>((resolve) =>
    addEventListener("message", ({ data }: MessageEvent<Question | GivenModule>) => {
      if ("module" in data) resolve(data.module);
    }),
  );

answerMessages(started(), async () => (await import("#ballast")).default());
