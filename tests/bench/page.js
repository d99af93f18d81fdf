// Runs in the page, and in Node: every contender once a round, medians and ratios of interleaved rounds.
import uqee from "@uqee/black-scholes";
import loppatto from "black-scholes";
import { Option } from "option-pricing";
import * as quantlib from "@quantlib/ql";

import createBench from "ballast-bench";
import * as plain from "./plain.js";

const wasm = await createBench();
const count = wasm._option_count();
const names = ["sign", "strike", "years", "forward", "volatility", "rate", "price", "out"];
const view = (i) => new Float64Array(wasm.HEAPF64.buffer, wasm._column(i), count);
const c = Object.fromEntries(names.map((name, i) => [name, view(i).slice()]));
const out = new Float64Array(count);
const columns = Array.from({ length: 8 }, () => new Float64Array(count));
const type = Array.from(c.sign, (s) => (s > 0 ? "call" : "put"));
// The packages price from spot: they get the one that gives the forward.
const spot = c.forward.map((f, i) => f * Math.exp(-c.rate[i] * c.years[i]));
const cells = new Float64Array(200 * 200);
/** Prices of an option that one surface takes. */
const legs = 12 * cells.length;
const scholes = new uqee.BlackScholes();
const terms = (i) => ({ rate: c.rate[i], sigma: c.volatility[i], strike: c.strike[i], time: c.years[i], type: type[i], underlying: spot[i] });

// Some ten milliseconds each, because the page's clock ticks in tenths.
const repeat = (times, work) => () => { for (let i = 0; i < times; ++i) work(); };
const each = (items, work) => () => { for (let i = 0; i < items; ++i) out[i & (count - 1)] = work(i & (count - 1)); };
const uqeePrice = (i) => scholes.option(terms(i));
const contenders = [
  ["multiply and add", 56 * 4e6, () => wasm._run_peak(4e6)],
  ["price: ballast", 100 * count, () => wasm._run_prices(100)],
  ["price: plain JavaScript", 30 * count, repeat(30, () => plain.prices(c, out))],
  ["price: @uqee/black-scholes", 30 * count, each(30 * count, (i) => uqeePrice(i).price)],
  ["price: @quantlib/ql", 8 * count, each(8 * count, (i) => quantlib.blackFormula1(c.sign[i], c.strike[i], c.forward[i],
    c.volatility[i] * Math.sqrt(c.years[i]), Math.exp(-c.rate[i] * c.years[i])))],
  ["price: black-scholes", 1024, each(1024, (i) => loppatto.blackScholes(spot[i], c.strike[i], c.years[i], c.volatility[i], c.rate[i], type[i]))],
  ["price: option-pricing", 4 * count, each(4 * count, (i) => new Option({ style: "european", type: type[i], initialSpotPrice: spot[i],
    strikePrice: c.strike[i], timeToMaturity: c.years[i], volatility: c.volatility[i], riskFreeRate: c.rate[i] }).price("bs"))],
  ["greeks: ballast (7)", 80 * count, () => wasm._run_greeks(80)],
  ["greeks: plain JavaScript (7)", 30 * count, repeat(30, () => plain.greeks(c, columns))],
  ["greeks: @uqee/black-scholes (5)", 30 * count, each(30 * count, (i) => uqeePrice(i).gamma)],
  ["implied: ballast", 20 * count, () => wasm._run_implied(20)],
  ["implied: plain JavaScript", 8 * count, repeat(8, () => plain.implied(c, out))],
  ["implied: @uqee/black-scholes", count, each(count, (i) => scholes.sigma({ price: c.price[i], rate: c.rate[i], strike: c.strike[i],
    time: c.years[i], type: type[i], underlying: spot[i] }))],
  ["implied: @quantlib/ql LiRS", 2 * count, each(2 * count, (i) => quantlib.blackFormulaImpliedStdDevLiRS1(c.sign[i], c.strike[i], c.forward[i],
    c.price[i], Math.exp(-c.rate[i] * c.years[i]), 0, quantlib.QL_NULL_REAL, 1, 1e-12, 100) / Math.sqrt(c.years[i]))],
  ["path-days: ballast", 256 * 365, () => wasm._run_paths(256)],
  ["path-days: plain JavaScript", 128 * 365, () => plain.paths(128, 365)],
  ["path-days: scalar C++", 64 * 365, () => wasm._run_scalar_paths(64)],
  ["legs: ballast", 2 * legs, () => wasm._run_surface(2)],
  ["legs: plain JavaScript", 2 * legs, repeat(2, () => plain.surface(cells, true))],
  ["legs: scalar C++", legs, () => wasm._run_scalar_surface()],
  ["flat legs: ballast", 2 * legs, () => wasm._run_flat_surface(2)],
  ["flat legs: plain JavaScript", 2 * legs, repeat(2, () => plain.surface(cells, false))],
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

globalThis.runRounds = (rounds) => {
  const seconds = contenders.map(() => []);
  for (let round = -5; round < rounds; ++round) {
    contenders.forEach(([, items, run], k) => {
      const begin = performance.now();
      run();
      if (round >= 0) seconds[k].push((performance.now() - begin) / 1000 / items);
    });
  }
  const groups = {};
  return contenders.map(([name], k) => {
    const group = name.split(":")[0];
    groups[group] ??= k;
    return { name, rate: 1 / median(seconds[k]), ratio: median(seconds[k].map((s, round) => s / seconds[groups[group]][round])) };
  });
};

/** The greatest difference between plain JavaScript and the core, so that the two columns are known to do the same. */
globalThis.check = () => {
  const worst = {};
  wasm._run_prices(1);
  plain.prices(c, out);
  worst.price = Math.max(...view(7).map((x, i) => Math.abs(x - out[i])));
  wasm._run_implied(1);
  plain.implied(c, out);
  worst.implied = Math.max(...view(7).map((x, i) => (Math.abs(x - c.volatility[i]) > 1e-9 ? 0 : Math.abs(x - out[i]))));
  worst.surface = Math.abs(wasm._run_surface(1) / plain.surface(cells, true) - 1);
  worst.scalarSurface = Math.abs(wasm._run_surface(1) / wasm._run_scalar_surface() - 1);
  worst.flatSurface = Math.abs(wasm._run_flat_surface(1) / plain.surface(cells, false) - 1);
  // Other draws, so no closer than the error of a mean.
  worst.paths = Math.abs(wasm._run_paths(8192) / plain.paths(8192, 365) - 1);
  return worst;
};
