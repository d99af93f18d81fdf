import * as Plot from "@observablehq/plot";

import { fixed, short } from "../answer/amounts";
import { Figure, type Numbers } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { totalLook } from "../answer/looks";
import { ofVix } from "./findings";
import { isoDate, moments, type Episode, type Replay } from "./replay";

/** So many closes are still a table; of more, every so-manieth. */
const mostRows = 400;

/** VIX by close, and the future that the token follows where one is known, with the episodes marked. */
export class BallastReplayVix extends Figure<Replay> {
  static override properties = { ...Figure.properties, episodes: { attribute: false } };
  declare episodes: readonly Episode[] | undefined;
  protected override readonly height = 190;
  #of: { replay: Replay; numbers: Numbers } | undefined;
  protected heading = ofVix;

  protected caption({ first_future }: Replay) {
    return `Daily closes, index points${first_future ? ", and settlements of the future that the token follows" : ""}. Marked are the episodes in the box.`;
  }

  protected alternative(replay: Replay) {
    const marked = this.marks(replay).map(({ name, highest_date }) => `${name} (${highest_date})`);
    return `${ofVix(replay)}.${marked.length > 0 ? ` Marked: ${marked.join(", ")}.` : ""}`;
  }

  protected xs = moments;

  private marks({ history }: Replay) {
    return (this.episodes ?? []).filter(({ highest_date }) => highest_date >= history.first && highest_date <= history.last);
  }

  protected draw(replay: Replay, width: number) {
    const marks = this.marks(replay);
    const at = (mark: Episode) => Date.parse(mark.highest_date);
    return lineChart({
      width,
      height: this.height,
      x: moments(replay),
      dates: true,
      lines: lines(replay),
      xLabel: "",
      yLabel: "index points",
      yFormat: short,
      labelWidth: Math.min(150, width * 0.32),
      below: [
        Plot.ruleX(marks, { x: at, stroke: "var(--series-pool)", strokeDasharray: "2 3" }),
        Plot.text(marks, { x: at, frameAnchor: "top", dy: -14, text: (mark: Episode) => mark.id, fill: "var(--ink-soft)" }),
      ],
      describe: this.alternative(replay),
    });
  }

  protected numbers(replay: Replay) {
    if (this.#of?.replay === replay) return this.#of.numbers;
    const all = lines(replay);
    const numbers = {
      columns: ["Date", ...all.map(({ name }) => name), "SPX", "Token"],
      rows: moments(replay).map((moment, i) => [
        isoDate(moment),
        ...all.map(({ values }) => (Number.isFinite(values[i]) ? fixed(values[i]!, 2) : "–")),
        fixed(replay.spx[i] ?? 0, 2),
        fixed(replay.token[i] ?? 0, 4),
      ]),
    };
    this.#of = { replay, numbers };
    return numbers;
  }

  protected override tabulated(replay: Replay) {
    const { columns, rows } = this.numbers(replay);
    const step = Math.ceil(rows.length / mostRows);
    return { columns, rows: rows.filter((_, i) => i % step === 0 || i === rows.length - 1) };
  }
}

const lines = ({ vix, first_future }: Replay): Line[] => [
  { name: "VIX", label: "VIX", values: vix, look: { ...totalLook, width: 1.75 } },
  // A settlement of 0 is one that is not known.
  ...(first_future ? [{ name: "Future", label: "Future", values: first_future.map((value) => (value > 0 ? value : NaN)), look: { colour: "var(--accent)", dash: "5 3", width: 1.75 } }] : []),
];

customElements.define("ballast-replay-vix", BallastReplayVix);
