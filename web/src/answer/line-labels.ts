/** A label beside the end of a line. */
export interface LineLabel {
  text: string;
  value: number;
  colour: string;
  bold?: boolean;
}

/**
 * Where labels stand, in pixels from the top, so that none covers another: each as near to its line as the others let it. `place` gives
 * the pixel of a value.
 */
export function spread(labels: readonly LineLabel[], place: (value: number) => number, gap: number, top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).sort((one, other) => place(labels[one]!.value) - place(labels[other]!.value));
  const at = order.map((index) => place(labels[index]!.value));
  for (let i = 0; i < at.length; ++i) at[i] = Math.max(at[i]!, i === 0 ? top : at[i - 1]! + gap);
  for (let i = at.length - 1; i >= 0; --i) at[i] = Math.min(at[i]!, i === at.length - 1 ? bottom : at[i + 1]! - gap);
  const result: number[] = [];
  order.forEach((index, rank) => (result[index] = at[rank]!));
  return result;
}

/** No longer than so many letters, with an ellipsis where something was cut. */
export const clipped = (text: string, letters: number) => (text.length <= letters ? text : text.slice(0, letters - 1).trimEnd() + "…");
