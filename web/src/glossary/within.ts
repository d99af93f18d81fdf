import { html, type TemplateResult } from "lit";

import "./ballast-term";
import { nameOfTerm, type Term } from "./names";

/** A text in which words of the field open their entries: each of those given, where it stands first. */
export function within(text: string, terms: readonly Term[]): TemplateResult {
  const found = terms
    .map((term) => ({ term, at: text.search(new RegExp(`\\b${nameOfTerm(term)}\\b`, "i")), length: nameOfTerm(term).length }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.length - one.length);
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { term, at, length } of found) {
    if (at < end) continue;
    parts.push(text.slice(end, at), html`<ballast-term of=${term}>${text.slice(at, at + length)}</ballast-term>`);
    end = at + length;
  }
  return html`${parts}${text.slice(end)}`;
}
