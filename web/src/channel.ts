import everything from "./engine.worker?worker&url";
import { waitsForModule, type Answer, type GivenModule, type Module, type Question } from "./question";
import whatIf from "./what-if.worker?worker&url";

const workers: Record<Module, string> = { everything, "what-if": whatIf };

/** The way to the module. */
export interface Channel {
  send(question: Question): void;
  /** Ends the module at once, where it runs beside the page. */
  close(): void;
}

/** Takes what comes back; `broken` says that nothing will be answered any more. */
export interface Hearer {
  answered(answer: Answer): void;
  broken(reason: Error): void;
}

/**
 * Starts a module and opens a channel to it. It runs in a worker, so that the page stays quick. A script of another origin than the
 * page's (an embed that is loaded from elsewhere) may not start its own worker: there a worker made from text loads it, and where the
 * page's policy does not let it, the module runs in the page's own thread. `compiled` is the module where the page has it already.
 */
export function openChannel(module: Module, hearer: Hearer, compiled?: Promise<WebAssembly.Module | undefined>): Channel {
  const address = new URL(workers[module], import.meta.url);
  return address.origin === location.origin ? toWorker(address.href, hearer, compiled) : toForeignWorker(address, hearer);
}

function toWorker(address: string, { answered, broken }: Hearer, compiled?: Promise<WebAssembly.Module | undefined>): Channel {
  const worker = new Worker(address, { type: "module", name: compiled ? waitsForModule : "" });
  void compiled?.then((module) => worker.postMessage({ module } satisfies GivenModule));
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => answered(data));
  worker.addEventListener("error", (event) => broken(new Error(event.message || "the engine did not start")));
  return { send: (question) => worker.postMessage(question), close: () => worker.terminate() };
}

function toForeignWorker(address: URL, hearer: Hearer): Channel {
  const open = new Map<number, Question>();
  const answered = (answer: Answer) => {
    open.delete(answer.number);
    hearer.answered(answer);
  };
  let channel: Channel;
  const here = () => {
    channel = toThisThread({ ...hearer, answered });
    for (const question of open.values()) channel.send(question);
  };
  try {
    const text = URL.createObjectURL(new Blob([`import ${JSON.stringify(address.href)};`], { type: "text/javascript" }));
    channel = toWorker(text, { answered, broken: here });
  } catch {
    here();
  }
  return {
    send: (question) => {
      open.set(question.number, question);
      channel.send(question);
    },
    close: () => {
      open.clear();
      channel.close();
    },
  };
}

function toThisThread({ answered, broken }: Hearer): Channel {
  const loaded = import("./engine-here");
  loaded.catch((error: unknown) => broken(error instanceof Error ? error : new Error(String(error))));
  return { send: (question) => void loaded.then(({ answerHere }) => answerHere(question)).then(answered, () => {}), close: () => {} };
}
