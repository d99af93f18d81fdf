/** The words that a newcomer needs, in plain ones. */
export const terms: readonly (readonly [string, string])[] = [
  ["Liquidity pool", "Two tokens held in a contract that trades one for the other at a price set by their ratio. Who puts them in earns fees and takes the other side of every move."],
  ["Impermanent loss", "What the pool is worth less than the tokens you put in, had you kept them. It is zero when the price comes back, and never a gain."],
  ["Volatility token", "A token that follows VIX futures. It leaps when markets panic and loses a little every calm day."],
  ["VIX", "The volatility of the S&P 500 (SPX) over the next 30 days that option prices imply, in percent a year. VVIX is the same of VIX itself."],
  ["VIX future", "A bet on where VIX will stand on its expiry day. The longer it has to run, the less it moves when VIX jumps."],
  ["Contango", "Futures that stand above VIX. They slide down towards it as they age: a slow loss for the token, in calm, every day."],
  ["VIX call", "The right to the amount by which VIX ends above a strike. Bought, it gains in a spike and decays in calm."],
  ["Iron condor", "A call and a put sold near the market and another pair bought further out. It earns a premium while SPX stays between, and loses, up to a cap, when it leaves."],
  ["Delta", "How much an option moves for one point of its future or forward. Strikes are often named by it: 0.50 is about at the market, 0.05 far out."],
  ["Roll", "An option that ends is replaced by a new one of the same rule. What was left of the old is lost or paid out; the new one is bought at the prices of that day."],
  ["Margin", "Money that an exchange holds while options are sold or a token is short, so that a loss can be paid. When there is too little, it calls for more, and something must be sold at once."],
  ["Quick ratio", "What is at hand (cash, USDC in the pool, bought options) over what is owed (margin, sold options, debt). Below 1 there is a margin call."],
  ["IRR, MIRR", "The yearly rate at which what came back is worth what was put in; the second takes what comes back early as reinvested at a plain rate."],
  ["WACC", "What the capital costs: what its owners could ask elsewhere for the same risk, and interest on what is borrowed, by their shares."],
  ["Conversion, reversal", "The index against an option pair that cancels it. What is left is a rate of interest, and no hedge."],
  ["Greeks, credit, wings", "An option's sensitivities; what is received for options sold; the outer options of a condor, which cap its loss."],
];
