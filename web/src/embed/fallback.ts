import { change } from "../answer/amounts";
import { layerTitle } from "../answer/layer-title";
import { columnsOf } from "../answer/profit-columns";
import type { Evaluation, Profit } from "../border";

/** Text as it stands in HTML, also between quotes. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * The answer as a table for whoever sees a page without the script, as HTML. No line of it is empty or set in, so that it can stand in
 * Markdown.
 */
export function fallbackTable(report: Evaluation, title: string): string {
  const columns = columnsOf(report);
  const row = (name: string, amount: (profit: Profit) => number) =>
    `<tr><th scope="row">${escaped(name)}</th>${columns.map(({ profit }) => `<td>${change(amount(profit))}</td>`).join("")}</tr>`;
  const layers = report.layers.flatMap((layer, index) => (layer.on ? [row(layerTitle(layer), ({ layers }) => layers[index] ?? 0)] : []));
  return [
    `<p>${escaped(report.summary)}</p>`,
    "<table>",
    `<caption>${escaped(title ? `${title}: profit and loss, USD` : "Profit and loss, USD")}</caption>`,
    `<thead><tr><td></td>${columns.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    row("Pool", ({ pool }) => pool),
    ...layers,
    row("Hedge", ({ hedge }) => hedge),
    row("Together", ({ total }) => total),
    "</tbody>",
    "</table>",
  ].join("\n");
}
