/** What the two charts of a strip share, so that one can be read above the other. */
import type { Plot } from "@observablehq/plot";

import { asImage, write, type Drawn } from "../answer/line-chart";
import type { StripReport } from "../border";

const margins = { marginTop: 22, marginBottom: 34, marginLeft: 44, marginRight: 14 };

/** The levels of VIX that the coverage was computed for. */
export const spanOf = ({ coverage: { vix } }: StripReport): [number, number] => [vix[0] ?? 0, vix[vix.length - 1] ?? 1];

export const stripAxis = (width: number, height: number, span: readonly [number, number]) => ({
  width,
  height,
  ...margins,
  x: { label: null, domain: span, ticks: Math.max(3, Math.round((width - margins.marginLeft) / 55)), tickSize: 4 },
});

export function drawn(plot: SVGElement & Plot, describe: string, labels: { width: number; height: number; xLabel: string; yLabel: string }): Drawn {
  const svg = asImage(plot, describe);
  write(svg, 0, 11, labels.yLabel, { fill: "var(--ink-soft)" });
  write(svg, labels.width - margins.marginRight, labels.height - 2, labels.xLabel, { fill: "var(--ink-soft)", "text-anchor": "end" });
  const x = svg.scale("x")!;
  return { svg, xAt: (value) => x.apply(value) as number, xFrom: (pixel) => (x.invert?.(pixel) as number | undefined) ?? 0 };
}
