import type { Evaluation } from "../border";
import { fixed } from "./amounts";
import { Figure } from "./figure";
import { ofImpermanentLoss, ofToken, ofVix } from "./findings";
import { lineChart, type Line } from "./line-chart";
import { layerLook, poolLook, totalLook } from "./looks";

interface View {
  heading: (report: Evaluation) => string;
  caption: string;
  yLabel: string;
  decimals: number;
  zero: boolean;
  lines: (report: Evaluation) => Line[];
}

const views: Record<string, View> = {
  vix: {
    heading: ofVix,
    caption: "VIX and its futures by days to expiry: the further out, the less they move.",
    yLabel: "index points",
    decimals: 1,
    zero: false,
    lines: ({ path }) => [
      { name: "VIX", label: "VIX", values: path.vix, look: totalLook },
      ...path.futures.map(({ tenor_days, level }, index) => ({
        name: `${tenor_days}-day future`,
        label: `${tenor_days} days`,
        values: level,
        look: { ...layerLook(index), colour: "var(--accent)", width: 1.5 },
      })),
    ],
  },
  token: {
    heading: ofToken,
    caption: "Price of the pool's token over its price on day 0. In calm it decays, as its futures roll down the curve.",
    yLabel: "× day 0",
    decimals: 2,
    zero: false,
    lines: ({ path }) => [{ name: "Token", values: path.token, look: { ...totalLook, colour: "var(--accent)", width: 2.5 } }],
  },
  loss: {
    heading: ofImpermanentLoss,
    caption: "What the pool is worth less than its entry tokens, had they been kept.",
    yLabel: "% of hold value",
    decimals: 2,
    zero: true,
    lines: ({ pool }) => [{ name: "Impermanent loss, %", values: pool.impermanent_loss_percent, look: { ...poolLook, width: 2.5 } }],
  },
};

/** What happens to the market and the token along the path: one of three views. */
export class BallastPath extends Figure {
  static override properties = { ...Figure.properties, view: {} };
  declare view: string;
  protected override readonly terms = ["vix", "impermanent-loss"] as const;
  protected override readonly height = 180;
  protected override readonly late = true;

  private get shown() {
    return views[this.view] ?? views.vix!;
  }

  protected heading(report: Evaluation) {
    return this.shown.heading(report);
  }

  protected caption() {
    return this.shown.caption;
  }

  protected alternative(report: Evaluation) {
    const { decimals, lines } = this.shown;
    const ends = lines(report).map(({ name, values }) => `${name} from ${fixed(values[0] ?? 0, decimals)} to ${fixed(values[values.length - 1] ?? 0, decimals)}`);
    return `${this.heading(report)}. ${this.caption()} By day: ${ends.join(", ")}.`;
  }

  protected xs(report: Evaluation) {
    return report.path.day;
  }

  protected draw(report: Evaluation, width: number) {
    const { decimals, yLabel, zero, lines } = this.shown;
    const drawn = lines(report);
    return lineChart({
      width,
      height: this.height,
      x: report.path.day,
      lines: drawn,
      xLabel: "day",
      yLabel,
      yFormat: (value) => fixed(value, decimals === 1 ? 0 : 1),
      labelWidth: drawn.some(({ label }) => label) ? 62 : 14,
      zero,
      describe: this.alternative(report),
    });
  }

  protected numbers(report: Evaluation) {
    const { decimals, lines } = this.shown;
    const all = lines(report);
    return {
      columns: ["Day", ...all.map(({ name }) => name)],
      rows: report.path.day.map((day, index) => [String(day), ...all.map(({ values }) => fixed(values[index] ?? 0, decimals))]),
    };
  }
}

customElements.define("ballast-path", BallastPath);
