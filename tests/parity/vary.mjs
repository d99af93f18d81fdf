// Scenarios near a preset, drawn so that every run and every machine draws the same.

/** SplitMix64's mixer on a counter, as numbers in [0, 1). */
function draws(seed) {
  let state = BigInt(seed);
  const mask = (1n << 64n) - 1n;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53;
  };
}

/**
 * The scenario with its numbers moved by up to 3 %, and now and then by a digit in the last place. Whole numbers (days,
 * contracts) mostly stay, so that most of the variations have an answer; those that do not must fail alike.
 */
export function vary(scenario, seed) {
  const draw = draws(seed);
  const moved = (value) => {
    if (Number.isInteger(value) && draw() < 0.95) return value;
    return draw() < 0.2 ? value * (1 + Number.EPSILON) : value * (0.97 + 0.06 * draw());
  };
  const walk = (value) => {
    if (typeof value === "number") return moved(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    return value;
  };
  return walk(scenario);
}
