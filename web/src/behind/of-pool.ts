import { number } from "../answer/amounts";
import type { Evaluation } from "../border";
import { dayOf, put, taken, type Basis, type Derivation } from "./derivation";

/** The token, the pool's value, its loss, its fees and its profit, on one day. */
export function ofPool(basis: Basis): Derivation[] {
  const { report } = basis;
  const day = dayOf(report);
  return [ofToken(basis), ofValue(basis, day), ofLoss(report, day), ofFees(basis, day), ofProfit(basis, day), ofNeededFee(basis)].filter((each) => each !== undefined);
}

function ofToken(basis: Basis): Derivation | undefined {
  const { spike } = basis.report;
  const kind = taken(basis, "/token/kind") ?? "rolled_future";
  if (!spike || kind !== "rolled_future") return undefined;
  const of = (name: string) => put(basis, `/market/vix_curve/${name}`);
  const tenor = `${put(basis, "/token/tenor_days")}/365`;
  const beta = `(${of("fast_weight")}·exp(−${of("fast_speed")}·${tenor}) + (1 − ${of("fast_weight")})·exp(−${of("slow_speed")}·${tenor}))`;
  return {
    of: `Token after the spike, times its price on day 0`,
    term: "volatility-token",
    formula: "P = P_{before}·exp(β(τ)·ln(VIX/VIX_{before})),  β(τ) = w·exp(−k₁·τ) + (1 − w)·exp(−k₂·τ)",
    put: `${number(spike.token_from)}·exp(${beta}·ln(${number(spike.vix_to)}/${number(spike.vix_from)}))`,
    result: number(spike.token_to),
    note: "Besides, the token drifts, and VIX relaxes, through the days of the rise: a little in so short a time.",
  };
}

function ofValue(basis: Basis, day: number): Derivation | undefined {
  const { position, value } = basis.report.pool;
  const ratio = basis.report.path.token[day] ?? 0;
  const about = { of: `Value of the pool on day ${day}, USD`, result: number(value[day] ?? 0) };
  switch (taken(basis, "/pool/kind")) {
    case "constant_product":
      return { ...about, term: "constant-product", formula: "V = V_{0}·√r", put: `${number(position.value)}·√(${number(ratio)})` };
    case "weighted":
      return { ...about, term: "weighted-pool", formula: "V = V_{0}·r^{w}", put: `${number(position.value)}·${number(ratio)}^{${put(basis, "/pool/weight")}}` };
    case "concentrated": {
      const { lower, upper, price, capital_efficiency } = position;
      const p = ratio * price;
      if (upper === undefined || p < lower || p > upper) return undefined;
      return {
        ...about,
        term: "concentrated-liquidity",
        formula: "V = V_{0}·c/(2·√p_{0})·(2·√p − p/√p_{b} − √p_{a})",
        put: `${number(position.value)}·${number(capital_efficiency)}/(2·√(${number(price)}))·(2·√(${number(p)}) − ${number(p)}/√(${number(upper)}) − √(${number(lower)}))`,
        note: "c: how much deeper the pool is than one over all prices.",
      };
    }
    default:
      return undefined;
  }
}

function ofLoss({ pool }: Evaluation, day: number): Derivation {
  return {
    of: `Impermanent loss on day ${day}, % of holding`,
    term: "impermanent-loss",
    formula: "IL = 100·(V/H − 1)",
    put: `100·(${number(pool.value[day] ?? 0)}/${number(pool.hold[day] ?? 0)} − 1)`,
    result: number(pool.impermanent_loss_percent[day] ?? 0),
  };
}

function ofFees(basis: Basis, day: number): Derivation {
  const { pool, spike } = basis.report;
  const spiking = spike !== undefined && day > spike.from_day && day <= spike.to_day;
  const earned = (pool.fees[day] ?? 0) - (pool.fees[day - 1] ?? 0);
  return {
    of: `Fees earned on day ${day}, USD`,
    term: "fees",
    formula: `fees = V·a/365${spiking ? "·m" : ""}`,
    put: pool.in_range[day] === 0 ? "0" : `${number(pool.value[day] ?? 0)}·${put(basis, "/pool/fee_apr")}/365${spiking ? `·${put(basis, "/pool/spike_volume")}` : ""}`,
    result: number(earned),
    note: pool.in_range[day] === 0 ? "Out of its range the pool earns none." : `a: fees a year, as a share of the value${spiking ? "; m: times on days of the spike" : ""}.`,
  };
}

function ofProfit(basis: Basis, day: number): Derivation {
  const { pool } = basis.report;
  const benchmark = taken(basis, "/pool/benchmark");
  const against = benchmark === "cash" ? pool.position.value : ((benchmark === "rebalanced" ? pool.rebalanced : pool.hold)[day] ?? 0);
  return {
    of: `Profit of the pool on day ${day}, USD`,
    term: "benchmark",
    formula: "profit = V + fees − benchmark",
    put: `${number(pool.value[day] ?? 0)} + ${number(pool.fees[day] ?? 0)} − ${number(against)}`,
    result: number(pool.profit[day] ?? 0),
    note: `Measured against ${String(benchmark)}.`,
  };
}

function ofNeededFee(basis: Basis): Derivation | undefined {
  const { token_volatility, break_even_fee } = basis.report.pool.analysis;
  if (taken(basis, "/pool/kind") !== "constant_product") return undefined;
  return {
    of: "Fee that pays for the risk, a year",
    term: "break-even-fee",
    formula: "σ²/8",
    put: `${number(token_volatility)}^{2}/8`,
    result: number(break_even_fee),
    note: "σ: volatility of the token.",
  };
}
