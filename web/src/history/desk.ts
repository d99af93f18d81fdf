import type { Problem, Response } from "../border";
import { Engine } from "../engine";
import { members } from "../form/schema";
import { valueAt, type Json, type JsonObject } from "../json/pointer";
import type { Asked } from "../state/asked";
import { Following } from "../state/following";
import { presentBook } from "../state/questions";
import type { Shelf } from "../state/shelf";
import type { Workbench } from "../state/workbench";
import { readFile, series as seriesNames, seriesOf, type GivenFile, type SeriesName } from "./files";
import type { Episode, Replay } from "./replay";

export interface Given {
  series: SeriesName;
  file: GivenFile;
}

/** A file that was asked for, by an address say, and is not here: files stay on the machine on which they were given. */
export interface Missing {
  series: SeriesName;
  name: string;
}

/** Entered anew after so many days; "" never. */
export type Renewal = "" | `${number}`;

const firstEpisode = "2018-02";

/**
 * A replay of the scenario's books: which history, which files. In a worker of its own. Fires `change` when something here is new. What is
 * asked lies with what is asked of the scenario besides (`Asked`), files by their names; their texts are kept here.
 */
export class HistoryDesk extends EventTarget {
  episodes: readonly Episode[] = [];
  /** Files that were not taken, and why. */
  refusals: readonly string[] = [];
  readonly replay: Following<Replay>;

  readonly #engine = new Engine();
  readonly #asked: Asked;
  /** All files that were given on this visit, one of a kind. */
  #held: readonly Given[] = [];
  #reading = 0;
  /** How many look at it, and what was asked when one last did. */
  #watching = 0;
  #last: object | undefined;

  constructor(workbench: Workbench, shelf: Shelf) {
    super();
    this.#asked = workbench.asked;
    this.replay = new Following<Replay>(this.#engine, workbench, () => this.#request(workbench, shelf));
    this.#asked.addEventListener("change", () => this.#ask());
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

  /** Id of the episode that is walked; "" is files. */
  get chosen(): string {
    return this.#settings.files === undefined ? this.#text("episode", firstEpisode) : "";
  }

  get from() {
    return this.#text("from");
  }

  get to() {
    return this.#text("to");
  }

  get renewal() {
    return this.#text("renew_days") as Renewal;
  }

  /** Files that are walked, or could be. */
  get given(): readonly Given[] {
    return this.chosen === "" ? this.#held.filter((each) => this.#wanted.some((wanted) => isSame(wanted, each))) : this.#held;
  }

  /** Files that the replay is asked of and that nobody gave on this visit. */
  get missing(): readonly Missing[] {
    return this.#wanted.filter((wanted) => !this.#held.some((each) => isSame(wanted, each)));
  }

  get #settings(): JsonObject {
    return members(this.#asked.values.history);
  }

  #text(name: string, otherwise = "") {
    const value = this.#settings[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : otherwise;
  }

  /** Names of files by what they hold. */
  get #wanted(): Missing[] {
    const names = members(valueAt(this.#settings, "/files"));
    return (Object.keys(seriesNames) as SeriesName[]).flatMap((series) => (typeof names[series] === "string" ? [{ series, name: names[series] }] : []));
  }

  /** It follows the scenario while somebody looks at it. */
  watch() {
    if (++this.#watching === 1) this.replay.ask();
  }

  unwatch() {
    --this.#watching;
  }

  choose(episode: string) {
    if (episode === "") this.#want(this.#held.map(({ series }) => series));
    else this.#set({ files: undefined, episode: episode === firstEpisode ? undefined : episode });
  }

  span(from: string, to: string) {
    this.#set({ from: from || undefined, to: to || undefined });
  }

  renew(renewal: Renewal) {
    this.#set({ renew_days: renewal === "" ? undefined : Number(renewal) });
  }

  /** Takes files in; each where its name says it belongs, else where there is room. */
  async take(files: Iterable<File>) {
    ++this.#reading;
    try {
      const { given, missing } = this;
      const refusals: string[] = [];
      const taken: SeriesName[] = [];
      for (const file of files) {
        const read = await readFile(file);
        if (read.refusal) refusals.push(`${read.name} ${read.refusal}`);
        else taken.push(this.#put(missing.find(({ name }) => name === read.name)?.series ?? seriesOf(read.name) ?? this.#room, read));
      }
      this.refusals = refusals;
      if (taken.length > 0) this.#want([...given.map(({ series }) => series), ...taken], missing);
    } finally {
      --this.#reading;
    }
    this.#ask();
  }

  /** Says what a file holds, in place of what its name suggested; what was taken for that takes its place. */
  assign(from: SeriesName, to: SeriesName) {
    const { given, missing, chosen } = this;
    const swapped = (series: SeriesName) => (series === from ? to : series === to ? from : series);
    this.#held = this.#held.map(({ series, file }) => ({ series: swapped(series), file }));
    if (chosen === "") this.#want(given.map(({ series }) => swapped(series)), missing.filter(({ series }) => series !== to));
    this.#ask();
  }

  /** Goes without a file. Without the last of them an episode is walked again. */
  remove(series: SeriesName) {
    const others = <Each extends { series: SeriesName }>(all: readonly Each[]) => all.filter((each) => each.series !== series);
    const { given, missing, chosen } = this;
    this.#held = others(this.#held);
    if (chosen === "") this.#want(others(given).map((each) => each.series), others(missing));
    this.#ask();
  }

  get #room(): SeriesName {
    return this.#held.some(({ series }) => series === "vix") ? "spx" : "vix";
  }

  #put(series: SeriesName, file: GivenFile) {
    this.#held = [...this.#held.filter((each) => each.series !== series), { series, file }];
    return series;
  }

  /** Asks for files by their names: those held of these series, and those that are still missing. */
  #want(held: readonly SeriesName[], missing: readonly Missing[] = []) {
    const named = this.#held.filter(({ series }) => held.includes(series)).map(({ series, file }) => [series, file.name] as const);
    const names = Object.fromEntries([...missing.map(({ series, name }) => [series, name] as const), ...named]);
    this.#set({ files: Object.keys(names).length > 0 ? names : undefined });
  }

  #set(changes: Record<string, Json | undefined>) {
    const kept = Object.entries({ ...this.#settings, ...changes }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
    this.#asked.edit("/history", kept.length > 0 ? Object.fromEntries(kept) : undefined);
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
    // Without VIX there is no history; without another file there is one, and the page says what is missing.
    if (this.missing.some(({ series }) => series === "vix")) return undefined;
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

const isSame = (missing: Missing, { series, file }: Given) => missing.series === series && missing.name === file.name;

const desks = new WeakMap<Workbench, HistoryDesk>();

/** The desk of a workbench, made when it is first looked at: the files stay while another view is. */
export function deskOf(workbench: Workbench, shelf: Shelf): HistoryDesk {
  let desk = desks.get(workbench);
  if (!desk) desks.set(workbench, (desk = new HistoryDesk(workbench, shelf)));
  return desk;
}
