import { html, type TemplateResult } from "lit";

/** A formula set in a line: `_{}` goes below it, `^{}` above. */
export function set(formula: string): TemplateResult {
  const parts = formula.split(/([_^]\{[^}]*\})/);
  return html`${parts.map((part) => {
    const inside = /^[_^]\{(.*)\}$/.exec(part)?.[1];
    if (inside === undefined) return part;
    return part.startsWith("_") ? html`<sub>${inside}</sub>` : html`<sup>${inside}</sup>`;
  })}`;
}
