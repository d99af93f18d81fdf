// Runs in the page: every contender once a round, medians and ratios of interleaved rounds.
import uqee from "@uqee/black-scholes";
import loppatto from "black-scholes";
import { Option } from "option-pricing";

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
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

window.runRounds = (rounds) => {
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
window.check = () => {
  const worst = {};
  wasm._run_prices(1);
  plain.prices(c, out);
  worst.price = Math.max(...view(7).map((x, i) => Math.abs(x - out[i])));
  wasm._run_implied(1);
  plain.implied(c, out);
  worst.implied = Math.max(...view(7).map((x, i) => (Math.abs(x - c.volatility[i]) > 1e-9 ? 0 : Math.abs(x - out[i]))));
  return worst;
};
