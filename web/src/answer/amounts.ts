/** Amounts as text. Every number comes from the core; here they are only rounded for the eye. */
import { locale } from "./locale";

/** Digits are grouped and parted as the reader is used to. What leaves the page (addresses, files) does not go through here. */
const written = (how: Intl.NumberFormatOptions) => new Intl.NumberFormat([...locale], { ...how, numberingSystem: "latn" });
const whole = written({ maximumFractionDigits: 0 });
const significant = written({ maximumSignificantDigits: 7 });
const brief = written({ maximumSignificantDigits: 3 });
const formats = new Map<number, Intl.NumberFormat>();

const minus = "\u2212";
const signed = (text: string, value: number) => (/[1-9]/.test(text) ? (value < 0 ? minus : "") + text : text);

/** "−1,936" */
export const usd = (value: number) => signed(whole.format(Math.abs(value)), value);

/** "+1,936", "−1,936", "0" */
export const change = (value: number) => (value > 0 && /[1-9]/.test(usd(value)) ? "+" : "") + usd(value);

/** With so many decimals, always. */
export function fixed(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (!format) formats.set(decimals, (format = written({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })));
  return signed(format.format(Math.abs(value)), value);
}

/** With the digits that a formula needs, never by powers of ten. */
export const number = (value: number) => signed(significant.format(Math.abs(value)), value);

/** Short, for an axis: "−10k". */
export function short(value: number): string {
  const size = Math.abs(value);
  const text = size >= 1e6 ? `${brief.format(size / 1e6)}M` : size >= 1e3 ? `${brief.format(size / 1e3)}k` : brief.format(size);
  return signed(text, value);
}
