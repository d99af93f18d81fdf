/** The heat map as a file: its axes as they are drawn, the cells and the scale of colours as the images that their canvases hold. */
import { asSvg } from "../answer/picture";
import { write } from "../answer/line-chart";

export interface HeatPicture {
  title: string;
  caption: string;
  axes: SVGElement;
  cells: HTMLCanvasElement;
  /** Where the cells are in the figure, pixels. */
  box: { left: number; top: number; width: number; height: number };
  /** Colours from the largest loss to the largest gain, and what is written below them, evenly. */
  ramp: HTMLCanvasElement;
  ticks: readonly string[];
}

const legendHeight = 66;
const longestLegend = 340;

export function heatPicture({ title, caption, axes, cells, box, ramp, ticks }: HeatPicture): string {
  const { width, height } = axes.getBoundingClientRect();
  const whole = made("svg", { width, height: height + legendHeight, role: "img", "aria-label": axes.getAttribute("aria-label") ?? title });
  const drawn = axes.cloneNode(true) as SVGElement;
  drawn.setAttribute("overflow", "visible");
  whole.append(image(cells, box), drawn, ...legend(ramp, ticks, width, height + 14));
  // Looks are read where the page gives them; it is gone again before it could be seen.
  const place = document.createElement("div");
  place.style.cssText = "position: absolute; opacity: 0; pointer-events: none";
  place.append(whole);
  axes.parentNode!.append(place);
  try {
    return asSvg(whole, title, caption);
  } finally {
    place.remove();
  }
}

function legend(ramp: HTMLCanvasElement, ticks: readonly string[], width: number, top: number): SVGElement[] {
  const wide = Math.min(longestLegend, width - 20);
  const left = width - wide - 14;
  // The outermost of the numbers are in the middle of their fifth, as on the page.
  const bar = { left: left + 0.1 * wide, top, width: 0.8 * wide, height: 12 };
  const frame = made("rect", { x: bar.left, y: bar.top, width: bar.width, height: bar.height, fill: "none", stroke: "var(--line-strong)" });
  const texts = made("svg", { width, height: top + legendHeight, overflow: "visible", "font-size": 12 });
  const look = { "text-anchor": "middle", fill: "var(--ink-soft)" };
  ticks.forEach((tick, index) => write(texts, bar.left + (bar.width * index) / (ticks.length - 1), top + 28, tick, look));
  write(texts, bar.left + bar.width / 2, top + 46, "loss ← USD → gain", look);
  return [image(ramp, bar), frame, texts];
}

const image = (canvas: HTMLCanvasElement, { left, top, width, height }: HeatPicture["box"]) =>
  made("image", { x: left, y: top, width, height, preserveAspectRatio: "none", href: canvas.toDataURL("image/png") });

function made(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
