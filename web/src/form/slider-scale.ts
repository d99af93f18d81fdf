import type { Schema } from "../border";
import { rounded } from "./number-text";

/** How a slider's position, a whole number from 0 to `steps`, stands for a value. */
export interface SliderScale {
  steps: number;
  toPosition(value: number): number;
  toValue(position: number): number;
}

/** What the wording of a field may say about its slider. */
export interface SliderHint {
  range?: readonly [number, number];
  step?: number;
  scale?: "log";
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The values that a slider spans: within the legal ones, and no wider than is of use. The number field takes all that are legal. */
export function sliderScale(schema: Schema, hint: SliderHint): SliderScale {
  const whole = schema.type === "integer";
  const low = schema.minimum ?? schema.exclusiveMinimum ?? -Infinity;
  const high = schema.maximum ?? schema.exclusiveMaximum ?? Infinity;
  const [from, to] = hint.range ?? usefulRange(schema, low, high);
  const span: [number, number] = [Math.max(from, low), Math.min(to, high)];
  return hint.scale === "log" && span[0] > 0 ? logScale(span, whole) : linearScale(span, hint.step ?? niceStep(span, whole), schema);
}

/** Without a hint: the legal values where they are few, else around the default. */
function usefulRange(schema: Schema, low: number, high: number): [number, number] {
  if (high - low <= 20) return [low, high];
  const standard = typeof schema.default === "number" ? schema.default : 0;
  if (schema["x-unit"] === "days") return [low, Math.max(60, 3 * standard)];
  if (standard === 0) return [Math.max(low, -20), Math.min(high, 20)];
  return standard > 0 ? [Math.max(low, 0), 4 * standard] : [4 * standard, Math.min(high, 0)];
}

/** A 1, 2 or 5 times a power of ten that makes about two hundred steps. */
export function niceStep([from, to]: readonly [number, number], whole: boolean): number {
  const raw = (to - from) / 200;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((candidate) => candidate >= raw * 0.999) ?? raw;
  return whole ? Math.max(1, Math.round(step)) : step;
}

function linearScale([from, to]: [number, number], step: number, schema: Schema): SliderScale {
  const steps = Math.round((to - from) / step);
  const excluded = [schema.exclusiveMinimum, schema.exclusiveMaximum];
  return {
    steps,
    toPosition: (value) => clamp(Math.round((value - from) / step), 0, steps),
    toValue(position) {
      const value = rounded(from + position * step, step);
      // The ends of an open interval are not in it.
      return excluded.includes(value) ? rounded(from + clamp(position, 1, steps - 1) * step, step) : value;
    },
  };
}

function logScale([from, to]: [number, number], whole: boolean): SliderScale {
  const steps = 240;
  const ratio = Math.log(to / from);
  return {
    steps,
    toPosition: (value) => clamp(Math.round((steps * Math.log(Math.max(value, from) / from)) / ratio), 0, steps),
    toValue(position) {
      const value = from * Math.exp((ratio * position) / steps);
      return whole ? Math.round(value) : Number(value.toPrecision(2));
    },
  };
}
