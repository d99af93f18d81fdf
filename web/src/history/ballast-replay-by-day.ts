import * as Plot from "@observablehq/plot";

import { change, fixed, short, usd } from "../answer/amounts";
import { Figure, type Numbers } from "../answer/figure";
import { lineChart, type Line } from "../answer/line-chart";
import { clipped } from "../answer/line-labels";
import { poolLook } from "../answer/looks";
import { ofBooks } from "./findings";
import { lookOf } from "./looks";
import { isoDate, moments, type Replay } from "./replay";

/** So many closes are still a table; of more the months are. */
const mostRows = 400;

/** Pool and hedge together by close, of every book and of what a person would otherwise do. */
export class BallastReplayByDay extends Figure<Replay> {
  protected override readonly height = 300;
  protected heading = ofBooks;
  #of: { replay: Replay; numbers: Numbers } | undefined;

  protected caption({ history }: Replay) {
    return `Profit and loss of pool and hedge together since ${history.first}, USD. The band is the time around the highest VIX.`;
  }

  protected alternative(replay: Replay) {
    const ends = lines(replay).map(({ name, values }) => `${name} ${change(values[values.length - 1] ?? 0)} USD`);
    return `${ofBooks(replay)}. From ${replay.history.first} to ${replay.history.last}, at the end: ${ends.join(", ")}.`;
  }

  protected xs = moments;

  protected draw(replay: Replay, width: number) {
    const x = moments(replay);
    const highest = replay.vix.indexOf(Math.max(...replay.vix));
    const around = { x1: x[Math.max(0, highest - 1)]!, x2: x[Math.min(x.length - 1, highest)]! };
    return lineChart({
      width,
      height: this.height,
      x,
      dates: true,
      lines: lines(replay),
      xLabel: "",
      yLabel: "USD",
      yFormat: short,
      labelWidth: Math.min(150, width * 0.32),
      zero: true,
      below: [Plot.rectX([around], { x1: "x1", x2: "x2", fill: "var(--series-pool)", fillOpacity: 0.16 })],
      describe: this.alternative(replay),
    });
  }

  protected numbers(replay: Replay) {
    if (this.#of?.replay !== replay) this.#of = { replay, numbers: byClose(replay) };
    return this.#of.numbers;
  }

  protected override tabulated(replay: Replay) {
    return replay.day.length <= mostRows ? this.numbers(replay) : byMonth(replay);
  }
}

const lines = (replay: Replay): Line[] => [
  { name: "Pool alone", label: "Pool alone", values: replay.pool, look: poolLook },
  ...replay.books
    .filter(({ against, name }) => !(against && name === "No hedge"))
    .map((book) => ({ name: clipped(book.name, 40), label: book.name, values: book.total, look: lookOf(replay, book) })),
];

function byClose(replay: Replay): Numbers {
  const all = lines(replay);
  return {
    columns: ["Date", "VIX", ...all.map(({ name }) => name)],
    rows: moments(replay).map((moment, i) => [isoDate(moment), fixed(replay.vix[i]!, 2), ...all.map(({ values }) => usd(values[i] ?? 0))]),
  };
}

function byMonth({ months, books }: Replay): Numbers {
  return {
    columns: ["Month", "Pool", ...books.map(({ name }) => `${clipped(name, 40)}: hedge`)],
    rows: months.month.map((month, i) => [month, change(months.pool[i] ?? 0), ...books.map((book) => change(book.months.hedge[i] ?? 0))]),
  };
}

customElements.define("ballast-replay-by-day", BallastReplayByDay);
