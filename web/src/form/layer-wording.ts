/**
 * How the kinds of layers are put before a person: what each does on the spike, what it costs in calm, and its catch. Nothing depends on
 * it: a kind that is not named here is offered all the same, under the description that its schema has.
 */
import type { Schema, Source } from "../border";
import type { JsonObject } from "../json/pointer";
import { newItem } from "./schema";
import { humanised } from "./wording";

export type LayerGroup = "bought" | "sold" | "linear" | "financing" | "reserve" | "other";

/** Groups of the library, in its order. */
export const layerGroups: Record<LayerGroup, { title: string; about: string }> = {
  bought: { title: "Bought options", about: "cost in calm, pay when things move" },
  sold: { title: "Sold premium", about: "earns in calm, loses on the spike" },
  linear: { title: "Linear", about: "moves one for one, both ways" },
  financing: { title: "Financing", about: "locks a rate, hedges nothing" },
  reserve: { title: "Reserve", about: "cash that waits for its day" },
  other: { title: "More layers", about: "" },
};

export interface LayerWording {
  group: LayerGroup;
  title: string;
  /** Its rule in a line. */
  rule: string;
  /** Where the rule comes from. */
  source: Source;
  about: string;
  /** What a new one holds, where the defaults of the schema say too little. */
  start?: JsonObject;
}

const ours = (text: string): Source => ({ label: "assumption", text });
const published = (text: string): Source => ({ label: "published", text });
const parity = published("put-call parity; Stoll, Journal of Finance 1969");

const kinds: Record<string, LayerWording> = {
  vix_calls: {
    group: "bought",
    title: "VIX calls",
    rule: "Buys VIX calls at the expiries and strikes you list, and buys them again when they end.",
    source: ours("a plain ladder; its rungs are yours to set"),
    about:
      "On the spike the calls gain, the near ones most: a VIX future of 30 days moves far more than one of 220. In calm they lose their time value, month after month, " +
      "which is most of what was paid. The catch: they pay on VIX, not on your token, and after a spike new ones are dear.",
    start: { ladder: [{ contracts: 4, days: 60, strike: { delta: 0.4 } }] },
  },
  alvh: {
    group: "bought",
    title: "ALVH-style ladder",
    rule: "Holds 4, 4 and 2 VIX calls of 30, 110 and 220 days at 50 delta, each rolled when it ends, never paused.",
    source: { label: "recurring", text: "public descriptions of the Adaptive Layered VIX Hedge; no rules page found" },
    about:
      "On the spike the short calls leap and the long ones hold on to their value while VIX falls back. In calm ten calls at the money decay and are bought again, " +
      "without a pause. The catch: it is made in the likeness of what is said of the original, and a calm year of it can cost more than the spike that it waits for brings in.",
  },
  vxth: {
    group: "bought",
    title: "VIX tail hedge (VXTH)",
    rule: "Each month buys 30-delta VIX calls for 0, 1 or 0.5 % of the pool, by the level of the front VIX future.",
    source: published("Cboe VIX Tail Hedge Index (VXTH), rules of the index"),
    about:
      "On the spike it pays many times its small monthly premium. In calm it costs next to nothing below a future of 15, and about 1 % of the pool a month above. " +
      "The catch: where the future stands at 15 or below the rule buys nothing, so a spike out of a very calm market finds it without a hedge.",
  },
  strip: {
    group: "bought",
    title: "Strip of VIX options",
    rule: "Buys puts and calls on every listed strike, so that they add up to the pool's loss on the day they expire.",
    source: published("Carr and Madan 1998; Deng, Zong and Wang 2022, for liquidity pools"),
    about:
      "It needs no view on where VIX goes: at its expiry it pays what the pool has lost, up or down. In calm it costs what that loss is worth, which the pool's fees have to earn. " +
      "The catch: it is exact on one day only and as far as the token follows VIX; before, and beyond its last strikes, there is a gap, and the page shows it.",
  },
  spx_puts: {
    group: "bought",
    title: "SPX puts",
    rule: "Buys SPX puts at the expiries and strikes you list, and buys them again when they end.",
    source: ours("a plain ladder; its rungs are yours to set"),
    about:
      "On a spike with a fall of SPX they gain twice, by the fall and by dearer volatility. In calm they lose their time value. " +
      "The catch: your pool loses by VIX. When VIX jumps and SPX hardly falls, puts pay little; and one contract covers a hundred times the index, which is a lot for a small pool.",
    start: { ladder: [{ contracts: 1, days: 60, strike: { delta: 0.25 } }] },
  },
  vix_puts: {
    group: "bought",
    title: "VIX puts",
    rule: "Buys VIX puts at the expiries and strikes you list, and buys them again when they end.",
    source: ours("a plain ladder; its rungs are yours to set"),
    about:
      "On the spike they lose what was paid for them. They gain when VIX sinks: when it comes back after a spike, or in a long calm, where a pool loses too, since its token decays. " +
      "The catch: VIX has a floor of about ten, so there is little to gain when it starts out low.",
    start: { ladder: [{ contracts: 2, days: 60, strike: { delta: 0.4 } }] },
  },
  iron_condor: {
    group: "sold",
    title: "Iron condor",
    rule: "Sells an SPX put and call near the market each month and buys a pair further out; VIX decides whether one is opened.",
    source: published("strikes as Cboe's CNDR, gate as VIX Risk Scaling in the VixShield glossary"),
    about:
      "It loses on the spike: SPX falls through the sold put while dearer volatility lifts what is owed, on the very day the pool loses. In calm it brings in its credit each month, which can pay for calls. " +
      "The catch: it is no hedge but an income that adds to the loss, capped by its wings, and it ties up margin.",
  },
  cndr: {
    group: "sold",
    title: "Cboe's condor index (CNDR)",
    rule: "Each month sells SPX options at 20 delta and buys them at 5 delta, whatever VIX does.",
    source: published("Cboe S&P 500 Iron Condor Index (CNDR), rules of the index"),
    about:
      "It loses on the spike, as every condor does, and up to the width of its wings. In calm it earns its credit. The catch: there is no gate, so after a spike it sells again at once: " +
      "for a high premium, into a market that still moves.",
  },
  short_token: {
    group: "linear",
    title: "Token sold short",
    rule: "Borrows the pool's token and sells it: all of what the pool holds, or as much as a small move would change its value.",
    source: ours("the plain hedge of a direction; ratio and fee are yours to set"),
    about:
      "On the spike it loses as the token leaps, so measured against holding it adds to the loss; measured against cash it takes out the pool's direction and leaves its curvature. " +
      "In calm it earns the token's decay, less the fee for borrowing. The catch: its loss has no cap, it needs margin when there is least, and not every such token can be borrowed.",
  },
  synthetic: {
    group: "linear",
    title: "Synthetic short SPX",
    rule: "Sells an SPX call and buys the put of the same strike: short the index, without the index.",
    source: parity,
    about:
      "On a spike it gains point for point what SPX falls. In calm it costs little but loses whatever SPX rises. The catch: it bets on the direction of SPX, which is not what your pool loses by, and its loss has no cap.",
  },
  conversion: {
    group: "financing",
    title: "Conversion",
    rule: "Buys the index, sells a call and buys the put of the same strike: it pays the strike, whatever happens.",
    source: parity,
    about:
      "It hedges nothing: on the spike its legs cancel out, by construction, and the pool's loss stays as it is. In calm it earns a locked rate, about that of bills, less spreads. " +
      "The catch: it ties up the price of the index in full for that, and the spreads of a short one can take more than the rate brings.",
  },
  reversal: {
    group: "financing",
    title: "Reversal",
    rule: "Sells the index, buys a call and sells the put of the same strike: it owes the strike, whatever happens.",
    source: parity,
    about:
      "It hedges nothing: on the spike its legs cancel out. It borrows: the price of the index comes in today, and the strike is owed at expiry, at a locked rate. " +
      "The catch: what it frees must earn more than that rate, and selling the index short takes margin.",
  },
  reserve: {
    group: "reserve",
    title: "Reserve",
    rule: "Sets cash aside and buys options with part of it when VIX reaches a level, or on days you name.",
    source: ours("a “second engine” has no public rule: all of it is an input"),
    about:
      "It comes after the first jump, so on the day itself it does nothing for a spike that goes through its level in one day. It pays where VIX goes on rising. In calm bills earn their rate, and money that is borrowed costs it. " +
      "The catch: it buys when options are dear; where VIX falls back, what it bought is lost.",
    start: { ladder: [{ contracts: 1, days: 60 }] },
  },
};

/** Of a kind, in the table or not. */
export function layerWording(schema: Schema, kind: string): LayerWording {
  const description = schema.oneOf?.find((each) => each.properties?.kind?.const === kind)?.description ?? "";
  return kinds[kind] ?? { group: "other", title: humanised(kind), rule: description && `${description}.`, source: ours("as its fields say"), about: "" };
}

/** What a new layer starts as. */
export const newLayer = (schema: Schema, kind: string): JsonObject => {
  const start = kinds[kind]?.start;
  return start ? { kind, ...start } : newItem(schema, kind);
};

/** What a layer is called that has no name of its own. */
export const layerKindTitle = (kind: string) => kinds[kind]?.title ?? humanised(kind);
