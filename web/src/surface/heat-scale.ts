/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** The three colours that a heat map is painted with. */
export interface HeatColours {
  loss: Colour;
  none: Colour;
  gain: Colour;
}

/**
 * Colour of an amount: none at zero, towards loss or gain by the square root of its share of the largest, so that small amounts are
 * told apart too. Both sides have the same scale.
 */
export function heatScale(colours: HeatColours, largest: number): (value: number) => Colour {
  const steps = 256;
  const ramp = (end: Colour) => Array.from({ length: steps + 1 }, (_, step) => between(colours.none, end, step / steps));
  const [loss, gain] = [ramp(colours.loss), ramp(colours.gain)];
  return (value) => {
    const strength = largest > 0 ? Math.min(1, Math.sqrt(Math.abs(value) / largest)) : 0;
    return (value < 0 ? loss : gain)[Math.round(strength * steps)]!;
  };
}

const between = (from: Colour, to: Colour, part: number): Colour => [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
const mix = (from: number, to: number, part: number) => Math.round(from + (to - from) * part);

/** The page's own colours as they stand, light or dark. */
export function heatColours(element: Element): HeatColours {
  const probe = document.createElement("span");
  (element.shadowRoot ?? element).append(probe);
  const read = (name: string): Colour => {
    probe.style.color = `var(--heat-${name})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const colours = { loss: read("loss"), none: read("none"), gain: read("gain") };
  probe.remove();
  return colours;
}
