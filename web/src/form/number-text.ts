/** Numbers as a person reads and types them: grouped digits, a true minus sign, percent where a field is shown in percent. */

import { decimalSign, groupSign } from "../answer/locale";

/** Moves the decimal point of a number without arithmetic, so that 4.0979 % is 0.040979 and not a bit off it. */
const shifted = (value: number, places: number) => {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
};

export const toPercent = (value: number) => shifted(value, 2);
export const fromPercent = (value: number) => shifted(value, -2);

/** What to show of a number: all its digits, in groups of three. */
export function grouped(value: number): string {
  const text = String(value);
  if (text.includes("e")) return text.replace("-", "\u2212");
  const [whole = "", fraction] = text.replace("-", "").split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, groupSign);
  return (value < 0 ? "\u2212" : "") + digits + (fraction === undefined ? "" : decimalSign + fraction);
}

/**
 * Decimals after a point and thousands after commas, however the reader writes them. Who parts decimals by a comma may type a point for it all
 * the same, where it cannot stand before thousands.
 */
function withPoint(text: string): string {
  if (decimalSign === ".") return groupSign === "," ? text : text.replaceAll(groupSign, "");
  const point = /^[^.,]*\.(?!\d{3}(\D|$))[^.,]*$/.test(text);
  return point ? text : text.replaceAll(groupSign, "").replaceAll(".", "").replaceAll(decimalSign, ".");
}

/** The number that was typed; a text that is none comes back as it is, for the core to say so. */
export function typed(text: string): number | string | undefined {
  const plain = withPoint(text.trim())
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[,_\s%](?!$)|%$/g, "")
    .replace(/^\+/, "");
  if (plain === "") return undefined;
  const value = Number(plain);
  return Number.isFinite(value) && /^-?[\d.]/.test(plain) ? value : text.trim();
}

/** Rounds to as many decimals as a step has, so that stepping leaves no stray digits. */
export function rounded(value: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Number((Math.round(value / step) * step).toFixed(Math.min(decimals + 1, 12)));
}
