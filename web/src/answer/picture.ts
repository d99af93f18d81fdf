/** A figure as a file of its own: its title, what is drawn, and the chart, with colours and type as they are on the page now. */

/** What of the look of a shape is written out. */
const looks = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "visibility",
  "font-family", "font-size", "font-weight", "font-style", "font-variant-numeric", "text-anchor", "dominant-baseline", "paint-order", "mix-blend-mode",
] as const;

const margin = 16;
const dense = 2;

/** The chart with its words around it, as SVG that needs nothing else. */
export function asSvg(chart: SVGElement, title: string, caption: string): string {
  const { width, height } = chart.getBoundingClientRect();
  const style = getComputedStyle(chart);
  const [paper, ink, soft] = ["--paper", "--ink", "--ink-soft"].map((name) => resolved(chart, name));
  const family = style.fontFamily.replaceAll('"', "'");
  const heading = lines(title, `600 16px ${family}`, width);
  const words = lines(caption, `400 13px ${family}`, width);
  const top = margin + heading.length * 21 + words.length * 17 + 8;
  const size = [width + 2 * margin, top + height + margin].map(Math.ceil);
  const text = (rows: string[], y: number, step: number, look: string) => rows.map((row, index) => `<text x="${margin}" y="${y + index * step}" font-family="${family}" ${look}>${escaped(row)}</text>`).join("");
  const copy = written(chart);
  for (const [name, value] of Object.entries({ x: margin, y: top, width, height })) copy.setAttribute(name, String(value));
  copy.setAttribute("overflow", "visible");
  copy.removeAttribute("role");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${size[0]} ${size[1]}" role="img" aria-label="${escaped(chart.getAttribute("aria-label") ?? title)}">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${paper}"/>` +
    text(heading, margin + 14, 21, `font-size="16" font-weight="600" fill="${ink}"`) +
    text(words, margin + heading.length * 21 + 12, 17, `font-size="13" fill="${soft}"`) +
    `${new XMLSerializer().serializeToString(copy)}</svg>\n`
  );
}

/** The same as a picture of dots, two for each pixel. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [dense * image.naturalWidth, dense * image.naturalHeight];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture was not made"))), "image/png"));
}

/** A copy in which every look is written at its shape; one drawn on a canvas becomes an image. */
function written(chart: SVGElement): SVGElement {
  const copy = chart.cloneNode(true) as SVGElement;
  const originals = [chart, ...chart.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    if (!(element instanceof SVGElement)) return;
    const style = getComputedStyle(originals[index]!);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look).replaceAll('"', "'"));
    for (const name of ["class", "style", "tabindex"]) element.removeAttribute(name);
  });
  copy.querySelectorAll("style").forEach((each) => each.remove());
  return copy;
}

/** What a colour of the page is at an element. */
function resolved(at: Element, name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  (at.parentElement ?? document.body).append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** A text in lines that fit. */
function lines(text: string, font: string, width: number): string[] {
  const measure = document.createElement("canvas").getContext("2d")!;
  measure.font = font;
  const result: string[] = [];
  for (const word of text.split(" ")) {
    const longer = result.length === 0 ? word : `${result.at(-1)} ${word}`;
    if (result.length > 0 && measure.measureText(longer).width <= width) result[result.length - 1] = longer;
    else result.push(word);
  }
  return result;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]!);
