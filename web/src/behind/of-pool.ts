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
  return spike && ofTokenMove(basis, { of: "Token after the spike, times its price on day 0", vix: [spike.vix_from, spike.vix_to], token: [spike.token_from, spike.token_to] });
}

/** The token before and after a move of VIX, where it holds rolled futures. */
export function ofTokenMove(basis: Basis, { of, vix, token }: { of: string; vix: readonly [number, number]; token: readonly [number, number] }): Derivation | undefined {
  const kind = taken(basis, "/token/kind") ?? "rolled_future";
  if (kind !== "rolled_future") return undefined;
  const curve = (name: string) => put(basis, `/market/vix_curve/${name}`);
  const tenor = `${put(basis, "/token/tenor_days")}/365`;
  const beta = `(${curve("fast_weight")}·exp(−${curve("fast_speed")}·${tenor}) + (1 − ${curve("fast_weight")})·exp(−${curve("slow_speed")}·${tenor}))`;
  return {
    of,
    term: "volatility-token",
    formula: "P = P_{before}·exp(β(τ)·ln(VIX/VIX_{before})),  β(τ) = w·exp(−k₁·τ) + (1 − w)·exp(−k₂·τ)",
    put: `${number(token[0])}·exp(${beta}·ln(${number(vix[1])}/${number(vix[0])}))`,
    result: number(token[1]),
    note: "Besides, the token drifts, and VIX relaxes, through the days of the rise: a little in so short a time.",
  };
}

const ofValue = (basis: Basis, day: number): Derivation | undefined =>
  ofValueAt(basis, { of: `Value of the pool on day ${day}, USD`, ratio: basis.report.path.token[day] ?? 0, value: basis.report.pool.value[day] ?? 0 });

/** What the pool is worth where the token has so many times its price at entry; `written` is that ratio where it is no number of its own. */
export function ofValueAt(basis: Basis, { of, ratio, value, written = number(ratio) }: { of: string; ratio: number; value: number; written?: string }): Derivation | undefined {
  const { position } = basis.report.pool;
  const about = { of, result: number(value) };
  switch (taken(basis, "/pool/kind")) {
    case "constant_product":
      return { ...about, term: "constant-product", formula: "V = V_{0}·√r", put: `${number(position.value)}·√(${written})` };
    case "weighted":
      return { ...about, term: "weighted-pool", formula: "V = V_{0}·r^{w}", put: `${number(position.value)}·${written}^{${put(basis, "/pool/weight")}}` };
    case "concentrated": {
      const { lower, upper, price, capital_efficiency } = position;
      const p = ratio * price;
      if (upper === undefined) return undefined;
      const [at, from, to] = [number(p), `√(${number(lower)})`, `√(${number(upper)})`];
      const [formula, written] =
        p < lower ? ["p·(1/√p_{a} − 1/√p_{b})", `${at}·(1/${from} − 1/${to})`] : p > upper ? ["(√p_{b} − √p_{a})", `(${to} − ${from})`] : ["(2·√p − p/√p_{b} − √p_{a})", `(2·√(${at}) − ${at}/${to} − ${from})`];
      return {
        ...about,
        term: "concentrated-liquidity",
        formula: `V = V_{0}·c/(2·√p_{0})·${formula}`,
        put: `${number(position.value)}·${number(capital_efficiency)}/(2·√(${number(price)}))·${written}`,
        note: `c: how much deeper the pool is than one over all prices.${p < lower ? " Below its range it is all token." : p > upper ? " Above its range it is all USDC." : ""}`,
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
