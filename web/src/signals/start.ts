/** What the page offers someone who has not begun: a scenario's `signals` to start from. */
import type { JsonObject } from "../json/pointer";

/** Expected daily range against its own history: daily VIX closes 1990 to 2026 have mean 19.44 and deviation 7.73, over √252. */
export const firstSignals: JsonObject = {
  indicators: [
    { kind: "edr", mean: 1.22, deviation: 0.49, weight: 1 },
    { kind: "rsi", of: "spx", period: 5, mean: 50, deviation: 20, weight: -0.5 },
  ],
  offset: -1,
};

/** Series that come as files, as a person says them. */
export const seriesTitles: Record<string, string> = {
  price_to_cash_flow: "Price to cash flow",
  price_to_earnings: "Price to earnings",
  reit: "REIT proxy",
  market_capitalisation: "Market capitalisation",
  rate_differential: "Rate differential",
  real_effective_exchange_rate: "Real effective exchange rate",
  etf_flows: "ETF flows",
  advances: "Advances",
  declines: "Declines",
};
