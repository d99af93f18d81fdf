import * as Plot from "@observablehq/plot";

/** How text stands in every chart. */
const look = { fontFamily: "inherit", fontSize: "var(--type-chart)", background: "none", overflow: "visible", whiteSpace: "pre" };

let begun = false;

/**
 * A chart as Plot draws it, without the style sheet that Plot writes into each: a policy that lets no page write inline styles forbids it,
 * and nothing of it is needed. Styles that a script sets on an element, as these are, are no inline styles.
 */
export function plotted(options: Plot.PlotOptions): SVGElement & Plot.Plot {
  begun = true;
  // A colour is the one that is written, also where there is nothing to colour, of which Plot would make a scheme.
  const svg = Plot.plot({ color: { type: "identity" }, ...options, style: look }) as SVGElement & Plot.Plot;
  svg.querySelector("style")?.remove();
  return svg;
}

/**
 * A small chart that nobody sees, drawn while the page waits for its first answer: most of what a first chart takes is the browser's
 * compiling of Plot.
 */
setTimeout(() => {
  if (begun) return;
  const [x, y] = [[0, 1], [0, 1]];
  const label = { text: () => "", textAnchor: "end" } as const;
  plotted({
    width: 200, height: 100, x: { domain: [0, 1], ticks: 3, tickFormat: String }, y: { domain: [0, 1], ticks: 3 },
    marks: [Plot.gridY(), Plot.ruleY([0]), Plot.areaY(y, { x, y1: y, y2: 0 }), Plot.line(y, { x, y, clip: true }), Plot.dot(y, { x, y }), Plot.text(y, { x, y, ...label })],
  });
});
