import { number } from "../answer/amounts";
import { isoDate, moments, type Replay } from "../history/replay";
import { bracketed, put, taken, type Basis, type Derivation } from "./derivation";
import { ofTokenMove, ofValueAt } from "./of-pool";

/** The loss of the pool on its worst day along what happened, and the deepest fall: `basis` is the scenario that was walked. */
export function ofReplay(replay: Replay, basis: Basis): Derivation[] {
  if (replay.pool.length < 2) return [];
  const close = worstClose(replay.pool);
  return [...ofPoolAt(replay, basis, close), ...ofTogether(replay, close), ofFall(replay)].filter((each) => each !== undefined);
}

/** At which the pool had lost most since the close before. */
function worstClose(pool: readonly number[]): number {
  let worst = 1;
  for (let close = 2; close < pool.length; ++close) {
    if (pool[close]! - pool[close - 1]! < pool[worst]! - pool[worst - 1]!) worst = close;
  }
  return worst;
}

function ofPoolAt(replay: Replay, basis: Basis, close: number): (Derivation | undefined)[] {
  const dates = moments(replay).map(isoDate);
  const [before, date] = [dates[close - 1]!, dates[close]!];
  // At the close at which it is entered anew the pool is still the one that is sold there.
  const entry = Math.max(0, dates.indexOf(replay.entered.findLast((each) => each < date) ?? dates[0]!));
  const ratio = replay.token[close]! / replay.token[entry]!;
  const written = entry === 0 ? number(ratio) : `(${number(replay.token[close]!)}/${number(replay.token[entry]!)})`;
  const about = `on ${date}`;
  return [
    replay.history.token === "model"
      ? ofTokenMove(basis, { of: `Token ${about}, times its price on ${dates[0]}`, vix: [replay.vix[close - 1]!, replay.vix[close]!], token: [replay.token[close - 1]!, replay.token[close]!] })
      : undefined,
    noted(ofValueAt(basis, { of: `Value of the pool ${about}, USD`, ratio, value: replay.pool_value[close]!, written }), origins[replay.history.token]),
    ofLossAt(replay, basis, close, about, written),
    replay.entered.length > 1 ? undefined : ofProfitAt(replay, basis, close, about),
    {
      of: `The pool's worst day: profit from ${before} to ${date}, USD`,
      term: "spike",
      formula: "profit − profit_{before}",
      put: `${bracketed(replay.pool[close]!)} − ${bracketed(replay.pool[close - 1]!)}`,
      result: number(replay.pool[close]! - replay.pool[close - 1]!),
      note: `VIX closed at ${number(replay.vix[close - 1]!)} and ${number(replay.vix[close]!)}.`,
    },
  ];
}

/** Where the price of the token comes from. */
const origins: Readonly<Record<string, string>> = {
  futures: "r: the token’s price over that at entry; it follows the settlements of the VIX futures.",
  given: "r: the token’s price over that at entry, as the file has it.",
  model: "r: the token’s price over that at entry.",
};

const noted = (derivation: Derivation | undefined, note: string | undefined) => derivation && note ? { ...derivation, note: [note, derivation.note].filter(Boolean).join(" ") } : derivation;

/** By x·y = k, or its like, from the price alone. */
function ofLossAt({ impermanent_loss, impermanent_loss_percent, pool_value }: Replay, basis: Basis, close: number, about: string, r: string): Derivation {
  const shared = { of: `Impermanent loss ${about}, % of holding`, term: "impermanent-loss" as const, result: number(impermanent_loss_percent[close]!) };
  switch (taken(basis, "/pool/kind")) {
    case "constant_product":
      return { ...shared, formula: "100·(2·√r/(1 + r) − 1)", put: `100·(2·√(${r})/(1 + ${r}) − 1)`, note: "From x·y = k: the pool is worth 2·√(k·P), holding x₀·P + y₀; r: the token's price over that at entry." };
    case "weighted": {
      const w = put(basis, "/pool/weight");
      return { ...shared, formula: "100·(r^{w}/(w·r + 1 − w) − 1)", put: `100·(${r}^{${w}}/(${w}·${r} + 1 − ${w}) − 1)`, note: "r: the token's price over that at entry; w: its weight." };
    }
    default:
      return { ...shared, formula: "100·IL/(V − IL)", put: `100·${bracketed(impermanent_loss[close]!)}/(${number(pool_value[close]!)} − ${bracketed(impermanent_loss[close]!)})`, note: "IL: value less what holding the tokens of the entry would be worth." };
  }
}

function ofProfitAt({ impermanent_loss, pool_value, fees, pool }: Replay, basis: Basis, close: number, about: string): Derivation | undefined {
  const shared = { of: `Profit of the pool ${about}, USD`, term: "benchmark" as const, result: number(pool[close]!) };
  const earned = number(fees[close]!);
  switch (taken(basis, "/pool/benchmark")) {
    case "hold":
      return { ...shared, formula: "profit = IL + fees", put: `${bracketed(impermanent_loss[close]!)} + ${earned}`, note: "Measured against holding the tokens of the entry." };
    case "cash":
      return { ...shared, formula: "profit = V + fees − V_{0}", put: `${number(pool_value[close]!)} + ${earned} − ${number(basis.report.pool.position.value)}`, note: "Measured against cash." };
    default:
      return undefined;
  }
}

function ofTogether({ pool, books, day, history }: Replay, close: number): Derivation[] {
  const own = books[0];
  if (!own || own.layers.length === 0) return [];
  const date = isoDate(moments({ day, history })[close]!);
  return [{ of: `Pool and hedge on ${date}, USD`, term: "layer", formula: "profit = pool + hedge", put: `${bracketed(pool[close]!)} + ${bracketed(own.hedge[close]!)}`, result: number(own.total[close]!), note: `Of the book “${own.name}”, since ${history.first}.` }];
}

function ofFall({ books, pool, day, history, drawdown }: Replay): Derivation | undefined {
  const own = books[0];
  const [profits, fall] = own ? [own.total, own.drawdown] : [pool, drawdown];
  const dates = moments({ day, history }).map(isoDate);
  const [from, to] = [dates.indexOf(fall.from ?? ""), dates.indexOf(fall.to ?? "")];
  if (from < 0 || to < 0) return undefined;
  return { of: "Deepest fall of pool and hedge, USD", term: "drawdown", formula: "highest profit − lowest after it", put: `${bracketed(profits[from]!)} − ${bracketed(profits[to]!)}`, result: number(fall.depth), note: `From ${fall.from} to ${fall.to}.` };
}
