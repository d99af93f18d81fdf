import type { Problem, Response } from "../border";
import { Engine } from "../engine";
import { Following } from "../state/following";
import { presentBook } from "../state/questions";
import type { Shelf } from "../state/shelf";
import type { Workbench } from "../state/workbench";
import { readFile, seriesOf, type GivenFile, type SeriesName } from "./files";
import type { Episode, Replay } from "./replay";

export interface Given {
  series: SeriesName;
  file: GivenFile;
}

/** Entered anew after so many days; "" never. */
export type Renewal = "" | "30" | "91" | "365";

/** A replay of the scenario's books: which history, which files. In a worker of its own. Fires `change` when something here is new. */
export class HistoryDesk extends EventTarget {
  episodes: readonly Episode[] = [];
  /** Of an episode; "" is the files. */
  chosen = "2018-02";
  given: readonly Given[] = [];
  from = "";
  to = "";
  renewal: Renewal = "";
  /** Files that were not taken, and why. */
  refusals: readonly string[] = [];
  readonly replay: Following<Replay>;

  readonly #engine = new Engine();
  #reading = 0;
  /** How many look at it, and what was asked when one last did. */
  #watching = 0;
  #last: object | undefined;

  constructor(workbench: Workbench, shelf: Shelf) {
    super();
    this.replay = new Following<Replay>(this.#engine, workbench, () => this.#request(workbench, shelf));
    this.replay.addEventListener("change", () => this.#changed());
    shelf.addEventListener("change", () => this.replay.ask());
    void this.#start();
  }

  get resting() {
    return this.replay.resting && this.#reading === 0;
  }

  get problems(): readonly Problem[] {
    return this.replay.problems;
  }

  /** It follows the scenario while somebody looks at it. */
  watch() {
    if (++this.#watching === 1) this.replay.ask();
  }

  unwatch() {
    --this.#watching;
  }

  choose(episode: string) {
    this.chosen = episode;
    this.#ask();
  }

  span(from: string, to: string) {
    [this.from, this.to] = [from, to];
    this.#ask();
  }

  renew(renewal: Renewal) {
    this.renewal = renewal;
    this.#ask();
  }

  /** Takes files in; each where its name says it belongs, else where there is room. */
  async take(files: Iterable<File>) {
    ++this.#reading;
    try {
      const refusals: string[] = [];
      for (const file of files) {
        const read = await readFile(file);
        const free = this.given.some(({ series }) => series === "vix") ? ("spx" as const) : ("vix" as const);
        if (read.refusal) refusals.push(`${read.name} ${read.refusal}`);
        else this.#put(seriesOf(read.name) ?? free, read);
      }
      this.refusals = refusals;
      if (this.given.length > 0) this.chosen = "";
    } finally {
      --this.#reading;
    }
    this.#ask();
  }

  /** Says what a file holds, in place of what its name suggested. */
  assign(from: SeriesName, to: SeriesName) {
    const moved = this.given.find(({ series }) => series === from);
    if (!moved) return;
    const other = this.given.find(({ series }) => series === to);
    this.given = this.given.filter((each) => each !== moved && each !== other);
    if (other) this.#put(from, other.file);
    this.#put(to, moved.file);
    this.#ask();
  }

  remove(series: SeriesName) {
    this.given = this.given.filter((each) => each.series !== series);
    if (this.given.length === 0) this.chosen = this.episodes[1]?.id ?? "2018-02";
    this.#ask();
  }

  #put(series: SeriesName, file: GivenFile) {
    this.given = [...this.given.filter((each) => each.series !== series), { series, file }];
  }

  #ask() {
    this.#changed();
    this.replay.ask();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }

  async #start() {
    ++this.#reading;
    try {
      const { report } = (await this.#engine.answer('{"task":"episodes"}')) as Response<Episode[]>;
      this.episodes = report ?? [];
    } catch {
      // The replay says it, too.
    } finally {
      --this.#reading;
    }
    this.#ask();
  }

  /** What nobody looks at stays as it was asked, which is not asked again. */
  #request(workbench: Workbench, shelf: Shelf): object | undefined {
    if (this.#watching > 0) this.#last = this.#replayOf(workbench, shelf);
    return this.#last;
  }

  #replayOf(workbench: Workbench, shelf: Shelf): object | undefined {
    if (workbench.problems.length > 0 || workbench.answered === undefined) return undefined;
    const dates = { ...(this.from ? { from: this.from } : {}), ...(this.to ? { to: this.to } : {}) };
    const texts = Object.fromEntries(this.given.map(({ series, file }) => [series, file.text ?? ""]));
    const history = this.chosen ? { episode: this.chosen } : { files: texts, today: new Date().toISOString().slice(0, 10), ...dates };
    return {
      task: "replay",
      scenario: workbench.scenario,
      history,
      books: [presentBook(workbench), ...shelf.kept.books],
      ...(this.renewal ? { renew_days: Number(this.renewal) } : {}),
    };
  }
}

const desks = new WeakMap<Workbench, HistoryDesk>();

/** The desk of a workbench, made when it is first looked at: the files stay while another view is. */
export function deskOf(workbench: Workbench, shelf: Shelf): HistoryDesk {
  let desk = desks.get(workbench);
  if (!desk) desks.set(workbench, (desk = new HistoryDesk(workbench, shelf)));
  return desk;
}
