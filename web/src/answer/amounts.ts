/** Amounts as text. Every number comes from the core; here they are only rounded for the eye. */
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
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
  if (!format) formats.set(decimals, (format = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })));
  return signed(format.format(Math.abs(value)), value);
}

/** Short, for an axis: "−10k". */
export function short(value: number): string {
  const size = Math.abs(value);
  const text = size >= 1e6 ? `${+(size / 1e6).toPrecision(3)}M` : size >= 1e3 ? `${+(size / 1e3).toPrecision(3)}k` : String(+size.toPrecision(3));
  return signed(text, value);
}
