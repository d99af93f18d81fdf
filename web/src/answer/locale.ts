/**
 * How the reader writes numbers: which sign parts the decimals and which the thousands. Only what is shown and typed follows it; addresses,
 * files and what the core is sent never do.
 */
export const locale: readonly string[] = globalThis.navigator?.languages ?? ["en-GB"];

const parts = new Intl.NumberFormat([...locale], { numberingSystem: "latn" }).formatToParts(1_234_567.5);
const sign = (type: "decimal" | "group", otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;

export const decimalSign = sign("decimal", ".");
export const groupSign = sign("group", ",");

/** A text of the core, which writes 1,234.5, with its numbers as the reader writes them. */
export const localised = (text: string) =>
  decimalSign === "." && groupSign === "," ? text : text.replace(/\d[\d,]*(?:\.\d+)?/g, (number) => number.replace(/,(?=\d{3})|\./g, (mark) => (mark === "." ? decimalSign : groupSign)));
