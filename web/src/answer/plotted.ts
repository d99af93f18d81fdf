import * as Plot from "@observablehq/plot";

/** How text stands in every chart. */
const look = { fontFamily: "inherit", fontSize: "var(--type-chart)", background: "none", overflow: "visible", whiteSpace: "pre" };

/**
 * A chart as Plot draws it, without the style sheet that Plot writes into each: a policy that lets no page write inline styles forbids it,
 * and nothing of it is needed. Styles that a script sets on an element, as these are, are no inline styles.
 */
export function plotted(options: Plot.PlotOptions): SVGElement & Plot.Plot {
  // A colour is the one that is written, also where there is nothing to colour, of which Plot would make a scheme.
  const svg = Plot.plot({ color: { type: "identity" }, ...options, style: look }) as SVGElement & Plot.Plot;
  svg.querySelector("style")?.remove();
  return svg;
}
