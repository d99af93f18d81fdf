import * as Plot from "@observablehq/plot";

import { clipped, spread, type LineLabel } from "./line-labels";
import type { Look } from "./looks";
import { plotted } from "./plotted";

/** One line: a value for each x. Without a label it goes unnamed. */
export interface Line {
  name: string;
  values: readonly number[];
  look: Look;
  label?: string;
}

export interface LineChart {
  width: number;
  height: number;
  x: readonly number[];
  /** What the x axis spans, where it is not just the values of x. */
  span?: readonly [number, number];
  lines: readonly Line[];
  /** Whether x are moments (milliseconds UTC), and the axis has dates. */
  dates?: boolean;
  xLabel: string;
  yLabel: string;
  yFormat: (value: number) => string;
  /** How values of x are written, where not as they are. */
  xFormat?: (value: number) => string;
  /** Space for the labels at the right end, pixels. */
  labelWidth: number;
  /** The y axis where it is not simply that of the values: by powers of ten, between these. */
  logarithmic?: readonly [number, number];
  /** What the y axis spans, where it is not just the values of the lines. */
  ySpan?: readonly [number, number];
  /** Whether zero is on the axis whatever the values, with a line through it. */
  zero?: boolean;
  /** Marks below and above the lines. */
  below?: Plot.Markish[];
  above?: Plot.Markish[];
  describe: string;
}

/** A drawn chart, and where an x is in it. */
export interface Drawn {
  svg: SVGElement;
  xAt(value: number): number;
  yAt?(value: number): number;
  xFrom(pixel: number): number;
}

const letterWidth = 6.4;
const labelGap = 15;

/** Lines over a shared x, each named at its end. Colours and fonts are the page's, by CSS. */
export function lineChart(chart: LineChart): Drawn {
  const { width, height, x, lines } = chart;
  const margins = { marginTop: 22, marginBottom: 34, marginLeft: 44, marginRight: chart.labelWidth };
  const yTicks = chart.logarithmic ? powersOfTen(chart.logarithmic) : 5;
  const svg = plotted({
    width,
    height,
    ...margins,
    x: { label: null, ...(chart.dates ? { type: "utc" } : {}), ...(chart.span ? { domain: chart.span } : {}), ...(chart.xFormat ? { tickFormat: chart.xFormat } : {}), ticks: Math.max(3, Math.round((width - margins.marginLeft - margins.marginRight) / 55)), tickSize: 4 },
    y: {
      label: null,
      tickFormat: chart.yFormat,
      tickSize: 0,
      ...(chart.logarithmic ? { type: "log", domain: chart.logarithmic, ticks: yTicks } : { ...(chart.ySpan ? { domain: chart.ySpan } : {}), nice: true, zero: chart.zero ?? false, ticks: 5 }),
    },
    marks: [
      Plot.gridY({ ticks: yTicks, stroke: "var(--line)", strokeOpacity: 1 }),
      ...(chart.below ?? []),
      chart.zero ? Plot.ruleY([0], { stroke: "var(--ink-soft)", strokeWidth: 1 }) : null,
      ...lines.map(({ values, look }) =>
        Plot.lineY(values, {
          x,
          y: values,
          stroke: look.colour,
          strokeWidth: look.width,
          strokeLinejoin: "round",
          ...(look.dash ? { strokeDasharray: look.dash } : { strokeLinecap: "round" }),
        }),
      ),
      ...(chart.above ?? []),
    ],
  });
  asImage(svg, chart.describe);
  const xScale = svg.scale("x")!;
  const yScale = svg.scale("y")!;
  const yAt = (value: number) => yScale.apply(value) as number;
  const room = Math.floor((chart.labelWidth - 8) / letterWidth);
  const labels = lines.flatMap(({ label, values, look }): LineLabel[] =>
    label ? [{ text: clipped(label, room), value: values.findLast(Number.isFinite) ?? 0, colour: look.colour, bold: look.width > 2 }] : [],
  );
  const places = spread(labels, yAt, labelGap, margins.marginTop, height - margins.marginBottom);
  labels.forEach((label, index) =>
    write(svg, width - margins.marginRight + 6, places[index]! + 4, label.text, { fill: label.colour, "font-weight": label.bold ? "650" : "500" }),
  );
  write(svg, 0, 11, chart.yLabel, { fill: "var(--ink-soft)" });
  write(svg, width - margins.marginRight, height - 2, chart.xLabel, { fill: "var(--ink-soft)", "text-anchor": "end" });
  return {
    svg,
    xAt: (value) => xScale.apply(value) as number,
    yAt,
    xFrom: (pixel) => Number(xScale.invert?.(pixel) ?? 0),
  };
}

function powersOfTen([from, to]: readonly [number, number]): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(from)); power <= Math.log10(to) + 1e-9; ++power) powers.push(10 ** power);
  return powers;
}

/** The chart speaks as a whole; its parts have no names of their own. */
export function asImage<Chart extends SVGElement>(svg: Chart, describe: string): Chart {
  svg.querySelectorAll("[aria-label], [aria-description]").forEach((part) => ["aria-label", "aria-description"].forEach((name) => part.removeAttribute(name)));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", describe);
  return svg;
}

/** Text that stands at a pixel rather than at a value. */
export function write(svg: SVGElement, x: number, y: number, content: string, look: Record<string, string>) {
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  for (const [name, value] of Object.entries({ "text-anchor": "start", ...look, x: String(x), y: String(y) })) text.setAttribute(name, value);
  text.textContent = content;
  svg.append(text);
}
