/**
 * How fields are put before a person: names in plain words, which ones stand first, how far a slider reaches. Nothing depends on it: a
 * field that is not named here is shown all the same, under the name it has in the scenario.
 */
import type { JsonObject } from "../json/pointer";
import type { SliderHint } from "./slider-scale";

export interface Wording extends SliderHint {
  label?: string;
  /** Unit as shown; the schema's own where missing. */
  unit?: string;
  percent?: true;
  /** Stands in the disclosure at the end of its group. */
  aside?: true;
  /** Stands after those without. */
  last?: true;
  /** Of an object: these properties exclude each other and are one control; without any of them the object is switched off. */
  switchedBy?: readonly string[];
  /** What to start from when the field is first given a value. */
  initial?: number;
  /** Shown while the field has no value and no default. */
  unset?: string;
  /** What a term means, in a sentence. */
  meaning?: string;
  /** Of a choice: its names as a person says them. */
  names?: Readonly<Record<string, string>>;
  /** Matters only while another field of its group has one of these values. */
  when?: { field: string; is: readonly string[] };
  /** Stands before those without. */
  first?: true;
  /** Of a list: a new row starts like this. */
  row?: JsonObject;
}

const eventNames = { fomc: "FOMC", cpi: "CPI", ppi: "PPI", gdp: "GDP" };

const seriesNames = {
  vix: "VIX", spx: "SPX", vvix: "VVIX", token: "Token", price_to_cash_flow: "P/CF", price_to_earnings: "P/E", reit: "REIT proxy", market_capitalisation: "Market cap",
  rate_differential: "Rate differential", real_effective_exchange_rate: "REER", etf_flows: "ETF flows", advances: "Advances", declines: "Declines",
};

const wordings: Record<string, Wording> = {
  "/pool": { label: "Pool" },
  "/path": { label: "Spike" },
  "/market": { label: "Market" },
  "/token": { label: "Token in the pool", aside: true },
  "/book": { label: "Hedge layers", meaning: "Each is a rule that trades once a day. Switch one off to see what it was doing" },
  "/name": { label: "Name of the scenario", aside: true },
  "/about": { label: "What it shows", aside: true },
  "/whole_contracts": { label: "Whole contracts only", aside: true },

  "pool/value": { label: "Pool value", range: [1_000, 10_000_000], scale: "log" },
  "pool/price": { label: "Token price on day 0", aside: true, range: [0.01, 1_000], scale: "log" },
  "pool/tokens": { label: "Deposit in tokens", aside: true, initial: 50_000, unset: "by value" },
  "pool/usdc": { label: "Deposit in USDC", aside: true, initial: 50_000, unset: "by value" },
  "pool/weight": { label: "Share in the token", step: 0.01 },
  "pool/lower": { label: "Range from", range: [0.05, 1], step: 0.01, initial: 0.5, unset: "half" },
  "pool/upper": { label: "Range to", range: [1, 10], step: 0.05, initial: 3, unset: "3 times" },
  "pool/fee_tier": { label: "Fee of a trade", percent: true, unit: "%", range: [0, 0.02], step: 0.0005, aside: true, initial: 0.003, unset: "not split" },
  "pool/block_seconds": { label: "Time between blocks", range: [0.25, 60], step: 0.25, aside: true },
  "pool/benchmark": {
    label: "Measured against",
    meaning: "Against holding, the difference is the impermanent loss: what the pool is worth less than the tokens you put in.",
  },
  "pool/fee_apr": { label: "Fees earned", percent: true, unit: "% a year", range: [0, 1], step: 0.005 },
  "pool/spike_volume": { label: "Fees on spike days", unit: "×", range: [0, 20], step: 0.1, aside: true },

  "path/horizon_days": { label: "Days shown", range: [1, 365] },
  "path/spx_drift": { label: "SPX drift", percent: true, unit: "% a year", range: [-0.3, 0.3], step: 0.005, aside: true },
  "path/spike": { label: "The spike", switchedBy: ["vix_to", "multiple"] },
  "spike/day": { label: "First day", range: [1, 180] },
  "spike/rise_days": { label: "Days to rise", range: [1, 20] },
  "spike/vix_to": { label: "VIX rises to", range: [10, 90], step: 0.5, initial: 40 },
  "spike/multiple": { label: "VIX rises by", unit: "×", range: [0.5, 6], step: 0.05, initial: 2.5 },
  "spike/spx_return": { label: "SPX return", percent: true, unit: "%", range: [-0.25, 0.1], step: 0.001, initial: -0.05, unset: "follows VIX" },
  "spike/vvix_to": { label: "VVIX rises to", range: [60, 220], step: 1, initial: 150, unset: "unmoved" },

  "market/vix": { label: "VIX", range: [9, 60], step: 0.1, meaning: "The S&P 500's expected volatility over the next 30 days, in percent a year." },
  "market/vvix": { label: "VVIX", range: [60, 200], step: 1, meaning: "The expected volatility of VIX itself; it prices VIX options." },
  "market/spx": { label: "SPX", range: [1_000, 8_000], step: 10 },
  "market/rate": { label: "Interest rate", percent: true, unit: "% a year", range: [-0.01, 0.1], step: 0.001, aside: true },
  "market/dividend_yield": { label: "Dividend yield", percent: true, unit: "% a year", range: [0, 0.05], step: 0.001, aside: true },
  "market/vix_volatility": { label: "How much VIX moves", percent: true, unit: "% a year", range: [0.3, 3], step: 0.01, aside: true },
  "market/vix_curve": { label: "VIX curve", aside: true },
  "market/spx_options": { label: "SPX option smile", aside: true },
  "market/vix_options": { label: "VIX option smile", aside: true },
  "vix_curve/fast_speed": { range: [1, 100], scale: "log" },
  "vix_curve/slow_speed": { range: [0.1, 10], scale: "log" },
  "vix_curve/long_run": { label: "Long-run level", range: [10, 40], step: 0.1 },
  "vix_curve/calm": {
    label: "Calm level",
    range: [9, 30],
    step: 0.1,
    meaning: "Below the long-run level futures stand above VIX (contango) and lose value as they near expiry.",
  },
  "/rho": { label: "Tilt (rho)", step: 0.01 },
  "/eta": { label: "Curvature (eta)" },
  "/gamma": { label: "Flattening (gamma)" },
  "spx_options/atm_scale": { label: "At-the-money scale" },
  "vix_options/vvix_scale": { label: "At-the-money scale" },
  "token/tenor_days": { label: "Maturity held", range: [1, 220] },
  "token/fee": { label: "Management fee", percent: true, unit: "% a year", range: [0, 0.05], step: 0.0005 },

  "token/expiry_days": { label: "Expires after", range: [1, 365] },
  "token/cap": { label: "Stops following VIX at", range: [20, 250], step: 1 },
  "token/funding": { label: "Funding paid", percent: true, unit: "% a year", range: [-1, 1], step: 0.01 },

  "/execution": { label: "How orders are sent", aside: true },
  "execution/delay_hours": { label: "Time to sign", range: [0, 168], step: 1, meaning: "A treasury that needs several signatures acts late, and the market moves meanwhile." },
  "execution/route": { label: "Swaps go", names: { public_mempool: "in public", private_relay: "by a private relay" } },
  "execution/slippage_tolerance": { label: "Slippage accepted", percent: true, unit: "%", range: [0, 0.05], step: 0.0005 },
  "execution/relay_fee": { label: "Fee of the relay", range: [0, 100], step: 0.5 },
  "execution/pool_depth": { label: "Depth where it is swapped", range: [10_000, 100_000_000], scale: "log", initial: 1_000_000, unset: "own pool" },

  "/capital": { label: "Capital", meaning: "What stands beside the pool, what it costs, and what must be sold when it runs short" },
  "capital/cash": { label: "Cash beside the pool", range: [0, 200_000], step: 500 },
  "capital/debt": { label: "Of all, borrowed", range: [0, 200_000], step: 500 },
  "capital/cost_of_debt": { label: "Interest on it", percent: true, unit: "% a year", range: [0, 0.3], step: 0.0025 },
  "capital/tax_rate": { label: "Tax on income", percent: true, unit: "%", range: [0, 0.6], step: 0.01, aside: true },
  "capital/beta": {
    label: "Beta of the pool",
    range: [-3, 3],
    step: 0.05,
    aside: true,
    meaning: "How much the position moves with the stock market. It sets what an owner should ask of it (CAPM).",
  },
  "capital/market_premium": { label: "Premium of stocks", percent: true, unit: "% a year", range: [0, 0.12], step: 0.0025, aside: true },
  "capital/growth": { label: "Roll yield grows", percent: true, unit: "% a year", range: [-0.2, 0.2], step: 0.005, aside: true },
  "capital/reinvestment_rate": { label: "Reinvested at", percent: true, unit: "% a year", range: [0, 0.2], step: 0.0025, aside: true },
  "capital/liquidation_slippage": { label: "Lost in a forced sale", percent: true, unit: "%", range: [0, 0.5], step: 0.005, aside: true },

  "simulation/paths": { first: true, label: "Paths", range: [200, 200_000], scale: "log", unit: "" },
  "simulation/seed": { first: true, label: "Seed", range: [1, 100], step: 1, unit: "" },
  "simulation/level": { first: true, label: "Tail beyond", percent: true, unit: "%", range: [0.5, 0.999], step: 0.005 },
  "simulation/draws": { label: "Draws", aside: true },
  "simulation/vix_diffusion": { label: "VIX moves without jumps", percent: true, unit: "% a year", range: [0, 3], step: 0.01, aside: true },
  "simulation/jumps_per_year": { label: "Jumps of VIX", unit: "a year", range: [0, 10], step: 0.1, aside: true },
  "simulation/mean_jump": { label: "Size of a jump, ln(VIX)", unit: "", range: [0, 1], step: 0.01, aside: true },
  "simulation/spx_drift": { label: "SPX drift", percent: true, unit: "% a year", range: [-0.3, 0.3], step: 0.005, aside: true },
  "simulation/spx_volatility": { label: "SPX volatility over VIX", unit: "×", range: [0, 2], step: 0.01, aside: true },
  "simulation/spx_correlation": { label: "SPX correlation with VIX", unit: "", aside: true },
  "simulation/spx_per_vix_jump": { label: "SPX for a VIX jump of 1", unit: "", aside: true },

  "sizing/premium_budget": { first: true, label: "Premium up to", unit: "USD", range: [0, 50_000], step: 250, initial: 5_000, unset: "no limit" },
  "sizing/margin_cap": { first: true, label: "Margin up to", unit: "USD", range: [0, 200_000], step: 1_000, initial: 50_000, unset: "no limit" },
  "sizing/yearly_cost_cap": { first: true, label: "Cost up to", unit: "USD a year", range: [-50_000, 50_000], step: 500, initial: 0, unset: "no limit" },
  "sizing/expected_floor": { label: "Mean profit at least", unit: "USD", range: [-20_000, 20_000], step: 250, initial: 0, unset: "no limit", aside: true },
  "sizing/points": { label: "Points of the frontier", unit: "", aside: true },
  "sizing/fresh_seed": { label: "Seed of the other paths", unit: "", range: [1, 2_000_000], aside: true },
  "layers/least": { label: "Least", unit: "×", range: [0, 5], step: 0.1 },
  "layers/most": { label: "Most", unit: "×", range: [0, 20], step: 0.5 },

  "/size": { label: "Size" },
  "size/units": { label: "units", unit: "units", range: [0, 10], step: 0.25, initial: 1 },
  "size/budget": { label: "premium", unit: "USD", range: [0, 20_000], step: 100, initial: 1_000 },
  "size/percent_of_pool": { label: "premium by pool", unit: "% of pool", range: [0, 10], step: 0.1, initial: 1 },
  "size/margin": { label: "margin", unit: "USD", range: [0, 100_000], step: 500, initial: 5_000 },

  "/recalibrate": {
    label: "Set anew",
    names: { static: "never", daily: "daily", weekly: "weekly", on_trigger: "on move" },
    meaning: "Between its rolls a position drifts from what it was meant to be. Setting it anew keeps it there, and pays spreads each time.",
  },
  "/trigger": { label: "A move of", percent: true, unit: "%", range: [0.01, 1], step: 0.01, when: { field: "recalibrate", is: ["on_trigger"] } },

  "/tier": { label: "How near the market", names: { conservative: "far", balanced: "between", aggressive: "near" }, aside: true },
  "/gate": { label: "Opened", names: { vix_risk_scaling: "by VIX", none: "always" }, meaning: "By VIX: one near the market up to VIX 15, the others up to 20, none above. What is open is kept." },
  "/width": { label: "Width of the wings", range: [5, 200], step: 5, initial: 50, unset: "by strike", aside: true },
  "/breakeven_probability": {
    label: "Ends within break-evens",
    percent: true,
    unit: "%",
    range: [0.5, 0.98],
    step: 0.01,
    initial: 0.8,
    unset: "by strike",
    aside: true,
    meaning: "Chooses the sold strikes for you. It needs a width of the wings.",
  },
  "/monetise": { label: "Move gains on", names: { off: "no", on: "yes" }, meaning: "While the market is restless, gains of the short calls buy more of the long ones." },
  "/gain": { label: "From a gain of", percent: true, unit: "%", range: [0, 5], step: 0.05, when: { field: "monetise", is: ["on"] } },
  "/fraction": { label: "Part that is moved", percent: true, unit: "%", step: 0.01, when: { field: "monetise", is: ["on"] } },
  "/share": { label: "Times the rule", unit: "×", range: [0, 10], step: 0.1 },

  "/target": { label: "How much is short", names: { fixed: "share of tokens", delta_neutral: "pool’s slope" } },
  "/ratio": { label: "Of that", percent: true, unit: "%", range: [-0.5, 2], step: 0.05 },
  "/borrow_fee": { label: "Borrow fee", percent: true, unit: "% a year", range: [0, 1], step: 0.005 },

  "book/capital": { first: true, label: "Set aside", range: [0, 100_000], step: 500 },
  "/funding": { first: true, label: "It is", names: { bills: "held in bills", borrowed: "borrowed" } },
  "book/rate": { first: true, label: "At a rate of", percent: true, unit: "% a year", range: [0, 0.2], step: 0.0025 },
  "/trigger_vix": { first: true, label: "Buys at VIX", unit: "points", range: [12, 80], step: 0.5 },
  "/spend": { first: true, label: "Spends then", percent: true, unit: "% of rest", step: 0.01 },
  "/rearm_days": { label: "Then waits", range: [1, 120], aside: true },
  "/buys": { first: true, label: "What it buys", names: { vix_calls: "VIX calls", vix_puts: "VIX puts", spx_puts: "SPX puts" } },
  "/events": { label: "Buys on these days, too", last: true, row: { day: 5 } },
  "events/day": { label: "Day", range: [0, 180] },

  "/trigger_score": { label: "Buys at a score of", range: [0, 1], step: 0.01, initial: 0.7, unset: "not by score", aside: true,
    meaning: "The regime score of the signals, from 0 to 1. It comes from below to this level, as VIX to its own." },
  "/trigger_events": { label: "Buys before these events, too", last: true, row: { event: "fomc" } },
  "trigger_events/event": { label: "Event", names: eventNames },
  "trigger_events/days_before": { label: "Days before", range: [0, 30] },

  "/adaptive": { label: "More by the score", range: [-0.95, 5], step: 0.05, initial: 1, unset: "not at all", aside: true,
    meaning: "At 1 the layer holds twice as much where the regime score of the signals is 1. It changes when the layer opens, rolls or is set anew." },
  "/resize_at": { label: "Follows the score at once from", percent: true, unit: "% change", range: [0, 1], step: 0.01, initial: 0.2, unset: "at its rolls", aside: true },
  "/least_quick_ratio": { label: "Adds nothing below a quick ratio of", range: [0, 10], step: 0.1, initial: 1, unset: "no limit", aside: true },

  "/signals": { label: "Signals", meaning: "What is watched: indicators that make the regime score, and days that are known long before. Reserves and layers act on them" },
  "signals/offset": { label: "Log odds of a usual day", range: [-5, 5], step: 0.1, initial: 0, unset: "0" },
  "signals/indicators": { label: "Indicators", row: { kind: "edr" } },
  "signals/events": { label: "Event days", row: { event: "fomc" } },
  "events/event": { label: "Event", names: eventNames },
  "indicators/weight": { label: "Weight", range: [-3, 3], step: 0.1, first: true },
  "indicators/of": { label: "Series", first: true, names: seriesNames },
  "indicators/days": { label: "Values", range: [2, 252] },
  "indicators/period": { label: "Period", range: [1, 60] },
  "indicators/fast": { label: "Fast", range: [1, 60] },
  "indicators/slow": { label: "Slow", range: [2, 120] },
  "indicators/signal": { label: "Signal", range: [1, 60] },
  "indicators/z_window": { label: "z over", range: [2, 252] },
  "indicators/mean": { label: "Mean", initial: 1.22, unset: "by window" },
  "indicators/deviation": { label: "Deviation", initial: 0.49, unset: "by window" },
  "indicators/valid_days": { label: "Stands for", range: [0, 100] },

  "/lowest": { label: "Lowest strike", range: [5, 40], step: 1, aside: true },
  "/highest": { label: "Highest strike", range: [20, 150], step: 1, aside: true },
  "/step": { label: "Strikes apart", range: [0.5, 5], step: 0.5, aside: true },
  "/cover": { label: "Loss to cover", percent: true, unit: "%", range: [0, 2], step: 0.05 },
  "/budget": { label: "Costs no more than", range: [0, 20_000], step: 100, initial: 2_000, unset: "no cap" },
  "/keep": { label: "Where it does not pay for all", aside: true, names: { scale_all: "less of each", nearest_first: "nearest first", highest_calls_first: "highest calls first" } },

  "/open_day": { label: "Opens on day", unit: "", range: [0, 180], last: true },
  "/roll": { label: "Opens again after expiry", aside: true },
  "/roll_days": { label: "Rolled with days left", range: [0, 60], aside: true },
  "/spread": { label: "Bid-ask spread", percent: true, unit: "% of price", range: [0, 0.2], step: 0.001, aside: true },
  "/index_spread": { label: "Bid-ask spread of the index", percent: true, unit: "% of level", range: [0, 0.005], step: 0.0001, aside: true },
  "/commission": { label: "Commission", range: [0, 10], step: 0.05, aside: true },
  "/contracts": { label: "Contracts", unit: "of each", range: [0, 20], step: 0.5, first: true },
  "/days": { label: "Days to expiry", range: [1, 365], first: true },
  "/ladder": { first: true },
  "ladder/contracts": { first: true, label: "Contracts", range: [0, 20], step: 0.5 },
  "ladder/days": { first: true, label: "Days", range: [1, 365] },
  "/strike": { first: true, label: "Strike" },
  "/short": { first: true, label: "Sold strikes", meaning: "Nearer the market: they bring the premium and carry the risk." },
  "/long": { first: true, label: "Bought strikes", meaning: "Further out: they cap the loss." },
  "/delta": { range: [0.02, 0.98], step: 0.01, initial: 0.5 },
  "/standard_deviations": { label: "std. dev.", range: [-1, 4], step: 0.05, initial: 1 },
  "/moneyness": { label: "× forward", range: [0.5, 2.5], step: 0.01, initial: 1.1 },
  "/level": { range: [5, 8_000], scale: "log", initial: 20 },
  "ladder/level": { label: "level", range: [5, 120], scale: "log", initial: 20 },
};

const acronyms: Record<string, string> = { rsi: "RSI", macd: "MACD", edr: "EDR", vix: "VIX", vvix: "VVIX", spx: "SPX", apr: "APR", usd: "USD", cvar: "CVaR" };

/** "vix_calls" as "VIX calls". */
export function humanised(name: string): string {
  const words = name.split("_").map((word) => acronyms[word] ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name of a choice, as a person says it. */
export const nameOf = (pointer: string, name: string) => wordingOf(pointer).names?.[name] ?? name.replaceAll("_", " ");

/** Of a field at a pointer into the scenario: by the nearest group above it that the table names it under, else by its name. */
export function wordingOf(pointer: string): Wording {
  const keys = pointer.split("/").filter((key) => key !== "" && !/^\d+$/.test(key));
  const name = keys.at(-1) ?? "";
  for (const group of keys.slice(0, -1).reverse()) {
    const found = wordings[`${group}/${name}`];
    if (found) return found;
  }
  return wordings["/" + name] ?? {};
}

export const labelOf = (pointer: string) => wordingOf(pointer).label ?? humanised(pointer.split("/").at(-1) ?? "");
