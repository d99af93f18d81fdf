/** The words of the field that this page uses, as they are called; what each means stands in `entries.ts`, which comes when one is asked for. */
export const groups = {
  pool: {
    title: "The pool",
    names: {
      "liquidity-pool": "Liquidity pool",
      "constant-product": "Constant product",
      "weighted-pool": "Weighted pool",
      "concentrated-liquidity": "Concentrated liquidity",
      "capital-efficiency": "Capital efficiency",
      benchmark: "Benchmark",
      "impermanent-loss": "Impermanent loss",
      "loss-versus-rebalancing": "Loss versus rebalancing",
      fees: "Fees",
      "break-even-fee": "Break-even fee",
      arbitrage: "Arbitrage",
    },
  },
  market: {
    title: "The market",
    names: {
      vix: "VIX",
      vvix: "VVIX",
      spx: "SPX",
      "vix-future": "VIX future",
      contango: "Contango",
      "tenor-beta": "Tenor beta",
      "volatility-token": "Volatility token",
      "roll-yield": "Roll yield",
      spike: "Spike",
      calm: "Calm",
    },
  },
  options: {
    title: "Options",
    names: {
      call: "Call",
      put: "Put",
      strike: "Strike",
      forward: "Forward",
      "implied-volatility": "Implied volatility",
      smile: "Smile",
      "black-76": "Black-76",
      premium: "Premium",
      "time-value": "Time value",
      delta: "Delta",
      greeks: "Greeks",
      "bid-ask-spread": "Bid-ask spread",
    },
  },
  hedge: {
    title: "The hedge",
    names: {
      layer: "Layer",
      ladder: "Ladder",
      alvh: "ALVH",
      vxth: "VXTH",
      "iron-condor": "Iron condor",
      cndr: "CNDR",
      credit: "Credit",
      wings: "Wings",
      gate: "Gate",
      strip: "Strip",
      basis: "Basis",
      "short-token": "Short token",
      synthetic: "Synthetic",
      conversion: "Conversion, reversal",
      reserve: "Reserve",
      roll: "Roll",
      recalibration: "Recalibration",
      "break-even": "Break-even",
      "mark-to-market": "Mark",
    },
  },
  capital: {
    title: "Capital",
    names: {
      margin: "Margin",
      "margin-call": "Margin call",
      "quick-ratio": "Quick ratio",
      irr: "IRR",
      mirr: "MIRR",
      capm: "CAPM",
      wacc: "WACC",
      gordon: "Gordon value",
    },
  },
  risk: {
    title: "Many paths",
    names: {
      simulation: "Simulation",
      quantile: "Quantile",
      "value-at-risk": "Value at risk",
      cvar: "CVaR",
      drawdown: "Drawdown",
      "standard-error": "Standard error",
      "minimum-variance": "Minimum variance",
      "hedge-effectiveness": "Hedge effectiveness",
      frontier: "Frontier",
    },
  },
  rest: {
    title: "Orders and signals",
    names: {
      slippage: "Slippage",
      sandwich: "Sandwich",
      "regime-score": "Regime score",
      edr: "EDR",
    },
  },
} as const;

type Groups = typeof groups;

/** A word that the glossary explains. */
export type Term = { [Group in keyof Groups]: keyof Groups[Group]["names"] }[keyof Groups];

const names: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(groups).map((group) => group.names));

export const isTerm = (id: string): id is Term => Object.hasOwn(names, id);

export const nameOfTerm = (term: Term): string => names[term]!;
