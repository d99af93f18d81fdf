/** Files of daily series that were given on this visit, by the name of their series. They stay while another result is looked at. */
import { readFile, type GivenFile } from "../history/files";

export class GivenSeries {
  readonly #files: Record<string, GivenFile> = {};

  /** Texts of the files of these names; what nobody gave on this visit is left out. */
  texts(names: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(names).flatMap(([series, name]) => (this.#files[series]?.name === name ? [[series, this.#files[series].text ?? ""]] : [])));
  }

  /** Why it was not taken, or "". */
  async take(series: string, file: File): Promise<string> {
    const read = await readFile(file);
    if (read.refusal) return `${read.name} ${read.refusal}`;
    this.#files[series] = read;
    return "";
  }
}

const all = new WeakMap<object, GivenSeries>();

export function givenOn(workbench: object): GivenSeries {
  let given = all.get(workbench);
  if (!given) all.set(workbench, (given = new GivenSeries()));
  return given;
}
