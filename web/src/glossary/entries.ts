/** What every word means, how it is computed, who says so, and where on this page it is at work. Formulas are those of `core/model.md`. */
import type { Term } from "./names";

/** Where a word is at work: a field of the form, or a view. */
export interface Acts {
  says: string;
  /** JSON pointer into the scenario. */
  field?: string;
  /** Id of a view. */
  view?: string;
}

export interface Entry {
  meaning: string;
  /** As it is written; `_{}` and `^{}` are set below and above the line. */
  formula?: string;
  /** What its letters are, where the formula alone does not say. */
  where?: string;
  source: string;
  acts: readonly Acts[];
  see?: readonly Term[];
}

const field = (says: string, pointer: string): Acts => ({ says, field: pointer });
const view = (says: string, id: string): Acts => ({ says, view: id });
const layers = field("A layer of the book", "/book");
const whatIf = (says: string) => view(says, "what-if");
const capital = (says: string) => view(says, "capital");

const angeris = "Angeris and Chitra, Improved price oracles: constant function market makers, 2020";
const milionis = "Milionis, Moallemi, Roughgarden, Zhang, Automated market making and loss-versus-rebalancing, 2022";
const black = "Black, The pricing of commodity contracts, Journal of Financial Economics 1976";
const ssvi = "Gatheral and Jacquier, Arbitrage-free SVI volatility surfaces, Quantitative Finance 2014, section 4";
const cboe = (what: string) => `Cboe, ${what}`;
const ours = (text: string) => `${text} (Ballast's own model, core/model.md)`;

export const entries: Readonly<Record<Term, Entry>> = {
  "liquidity-pool": {
    meaning: "Two tokens in a contract that trades one for the other at a price set by what it holds. Who puts them in earns fees, and takes the other side of every trade.",
    formula: "V(r)/V_{0} = √r",
    where: "V value of the position, r price of the token over its price on day 0; for a 50/50 pool, before fees",
    source: angeris,
    acts: [field("Pool value and kind of pool", "/pool"), whatIf("Profit of the pool by day")],
    see: ["impermanent-loss", "fees", "constant-product"],
  },
  "constant-product": {
    meaning: "The plain kind of pool: the amounts of the two tokens multiplied stay the same, so half of its value is always in each.",
    formula: "x·y = k;  V(r)/V_{0} = √r,  H(r)/V_{0} = (1 + r)/2",
    where: "x, y amounts held; V value of the pool, H of the tokens put in, had they been kept",
    source: angeris,
    acts: [field("Kind of pool", "/pool")],
    see: ["weighted-pool", "concentrated-liquidity"],
  },
  "weighted-pool": {
    meaning: "A pool that keeps a fixed share of its value, not just half, in the token. The smaller the share, the smaller both the gain and the loss.",
    formula: "V(r)/V_{0} = r^{w},  H(r)/V_{0} = w·r + 1 − w",
    where: "w share in the token",
    source: "Martinelli and Mushegian, Balancer whitepaper, 2019; Evans, Liquidity provider returns in geometric mean markets, 2020",
    acts: [field("Share in the token, where the pool is weighted", "/pool/weight")],
    see: ["constant-product"],
  },
  "concentrated-liquidity": {
    meaning: "A pool that works on a range of prices only. The same money trades more, earns more fees and loses more; beyond the range it stands in one token and earns nothing.",
    formula: "V(p) = L·(2√p − p/√p_{b} − √p_{a})",
    where: "within the range from p_a to p_b; L its depth",
    source: "Adams et al., Uniswap v3 core, 2021, section 6",
    acts: [field("Range of prices, where the pool has one", "/pool/lower"), whatIf("Value by price, with a range that can be dragged")],
    see: ["capital-efficiency", "constant-product"],
  },
  "capital-efficiency": {
    meaning: "How many times deeper a pool on a range is than one over all prices that holds the same money.",
    formula: "1 / (1 − ½·(√(p_{a}/p_{0}) + √(p_{0}/p_{b})))",
    where: "p_0 price on day 0, range from p_a to p_b around it",
    source: "Adams et al., Uniswap v3 core, 2021, section 2",
    acts: [whatIf("Depth, among the facts of the pool")],
    see: ["concentrated-liquidity"],
  },
  benchmark: {
    meaning:
      "What the pool is measured against: the tokens as they were put in (hold), their value in dollars (cash), or the same tokens as the pool holds, traded at market prices (rebalanced). It can turn the sign of the hedge.",
    formula: "profit = V + fees − benchmark",
    source: milionis,
    acts: [field("Measured against", "/pool/benchmark")],
    see: ["impermanent-loss", "loss-versus-rebalancing"],
  },
  "impermanent-loss": {
    meaning: "What the pool is worth less than the tokens you put in, had you kept them. It is nil when the price comes back, and never a gain.",
    formula: "IL = V(r)/H(r) − 1;  for a 50/50 pool  2√r/(1 + r) − 1",
    where: "r price over price on day 0; in percent of what holding is worth at that price",
    source: "Pintail, Uniswap: a good deal for liquidity providers?, 2019; Clark, The replicating portfolio of a constant product market, 2020",
    acts: [field("Measured against: hold", "/pool/benchmark"), whatIf("Impermanent loss by day")],
    see: ["benchmark", "loss-versus-rebalancing", "strip"],
  },
  "loss-versus-rebalancing": {
    meaning: "What the pool loses to those who trade against it while its price is behind the market's, compared with trading the same amounts at market prices. It grows with every move, also with those that come back.",
    formula: "LVR = ½·σ²·P²·|V″(P)| a year;  for a 50/50 pool  σ²/8 of its value",
    where: "σ volatility of the token, P its price",
    source: `${milionis}, theorem 1`,
    acts: [whatIf("What the pool must earn"), field("Measured against: rebalanced", "/pool/benchmark")],
    see: ["break-even-fee", "arbitrage"],
  },
  fees: {
    meaning: "What traders pay to those whose tokens they trade with: here a yearly rate on the value of the pool while the price is in its range, and a multiple of that on the days of the spike.",
    formula: "fees of a day = V·fee_apr/365",
    source: ours("Both rates are yours to set"),
    acts: [field("Fees earned", "/pool/fee_apr"), field("Fees on spike days", "/pool/spike_volume"), whatIf("Fees beside what they must pay for")],
    see: ["break-even-fee"],
  },
  "break-even-fee": {
    meaning: "The yearly fee that pays for the loss versus rebalancing. A pool that earns less pays others to trade with it.",
    formula: "σ²/8 a year",
    where: "for a 50/50 pool; σ volatility of the token",
    source: milionis,
    acts: [whatIf("Fees beside what they must pay for")],
    see: ["loss-versus-rebalancing", "fees"],
  },
  arbitrage: {
    meaning: "Trading against the pool while its price is off by more than its fee. The higher the fee and the rarer the blocks, the fewer of them trade, and part of the loss comes back as fees.",
    formula: "P_{trade} = 1/(1 + η),  η = √(2λ)·γ/σ",
    where: "γ fee of a trade in log, one block every 1/λ years, σ volatility of the token",
    source: "Milionis, Moallemi, Roughgarden, Automated market making and arbitrage profits in the presence of fees, 2023, theorem 1",
    acts: [field("Fee of a trade", "/pool/fee_tier"), field("Time between blocks", "/pool/block_seconds")],
    see: ["loss-versus-rebalancing"],
  },

  vix: {
    meaning: "The volatility of the S&P 500 over the next 30 days that its options imply, in percent a year. It leaps when markets fall, and then comes back over weeks.",
    formula: "v = L·exp(x + y)",
    where: "x the fast, y the slow part of where it stands over its long-run level L",
    source: `${cboe("Volatility Index Methodology: VIX")}; ${ours("two speeds, fitted to daily VIX futures 2006 to 2013")}`,
    acts: [field("VIX on day 0", "/market/vix"), field("VIX rises to", "/path/spike"), whatIf("VIX by day")],
    see: ["vix-future", "vvix"],
  },
  vvix: {
    meaning: "What VIX is for the S&P 500, for VIX itself: the volatility that options on VIX imply over 30 days. It prices VIX options.",
    formula: "(b·VVIX/100)²·T = ν²·∫_{0}^{T} β(u)² du,  T = 30/365",
    where: "ν volatility of VIX, β tenor beta, b a scale",
    source: `${cboe("VVIX white paper, 2012")}; ${ours("the scale to at-the-money volatility is an assumption")}`,
    acts: [field("VVIX", "/market/vvix"), field("VVIX rises to", "/path/spike")],
    see: ["vix", "implied-volatility"],
  },
  spx: {
    meaning: "The S&P 500 index of American stocks. It mostly falls when VIX rises.",
    source: "S&P Dow Jones Indices, S&P U.S. Indices Methodology",
    acts: [field("SPX on day 0", "/market/spx"), field("SPX return on the spike", "/path/spike")],
    see: ["vix"],
  },
  "vix-future": {
    meaning: "A bet on where VIX will stand on its day of expiry. The longer it has to run, the less it moves when VIX jumps.",
    formula: "F(τ) = L·exp(e^{−k₁τ}·x + e^{−k₂τ}·y)",
    where: "τ time to expiry, x and y fast and slow part of VIX, k₁ and k₂ their speeds",
    source: ours("two speeds, calibrated to daily VIX futures 2006 to 2013"),
    acts: [field("VIX curve", "/market/vix_curve")],
    see: ["tenor-beta", "contango", "vix"],
  },
  contango: {
    meaning: "Futures that stand above VIX. They slide down towards it as they age: a slow loss for who holds them, in calm, every day.",
    formula: "d ln P/dt = e^{−k₁τ}·k₁·x̄ + e^{−k₂τ}·k₂·ȳ − fee",
    where: "of a token that holds maturity τ; x̄ and ȳ where fast and slow part come to rest, below zero in calm",
    source: ours("the drift of a constant-maturity future; at the defaults −0.64 a year in log"),
    acts: [field("Calm level, below the long-run level", "/market/vix_curve"), whatIf("Price of the token by day")],
    see: ["roll-yield", "vix-future", "volatility-token"],
  },
  "tenor-beta": {
    meaning: "How much a VIX future moves, in log, when VIX moves by one: nearly all of it shortly before expiry, a fifth of it half a year before.",
    formula: "β(τ) = w·e^{−k₁τ} + (1 − w)·e^{−k₂τ}",
    where: "w share of a shock that is fast, k₁ and k₂ the two speeds, τ time to expiry",
    source: ours("measured on daily log changes of VIX futures, December 2006 to December 2013"),
    acts: [field("VIX curve", "/market/vix_curve")],
    see: ["vix-future"],
  },
  "volatility-token": {
    meaning: "A token that follows VIX futures. It leaps when markets panic and loses a little every calm day.",
    formula: "d ln P = drift·dt + β(τ)·J",
    where: "J the shock to VIX in log, β(τ) tenor beta of the maturity that the token holds",
    source: ours("a constant-maturity future, one with an expiry, or a capped index"),
    acts: [field("Token in the pool", "/token"), whatIf("Price of the token by day")],
    see: ["contango", "tenor-beta"],
  },
  "roll-yield": {
    meaning: "What holding the token earns in a calm year, as one future after another is replaced by a dearer one: mostly a loss.",
    formula: "−ln(P_{1}/P_{0}) a year, in calm",
    source: ours("the drift of the token when VIX stands at its calm level"),
    acts: [capital("Roll yield"), field("Management fee, maturity held", "/token")],
    see: ["contango", "gordon"],
  },
  spike: {
    meaning: "The day, or the few days, on which VIX leaps. How far, when, and over how many days is the what-if that this page asks.",
    formula: "J = ln(v′/v),  x += w·J,  y += (1 − w)·J",
    where: "v VIX before and v′ after; w the fast share",
    source: ours("on each day of the rise the shock closes an equal share of what is left, in log"),
    acts: [field("The spike", "/path/spike"), whatIf("Profit by how far VIX rises")],
    see: ["vix", "tenor-beta"],
  },
  calm: {
    meaning: "A month in which nothing happens: VIX drifts to its calm level, and the book is held for 30 days. What it costs then is the price of the hedge.",
    source: ours("the same book walked along a path without a spike"),
    acts: [field("Calm level", "/market/vix_curve"), whatIf("Amounts: a calm month")],
    see: ["contango", "premium"],
  },

  call: {
    meaning: "The right to the amount by which an index ends above a strike. A bought VIX call gains in a spike and decays in calm.",
    formula: "max(v − K, 0)",
    where: "at expiry; v VIX on that day, K strike. Before: Black-76",
    source: cboe("VIX options contract specifications"),
    acts: [layers, whatIf("Everything traded")],
    see: ["black-76", "put", "delta"],
  },
  put: {
    meaning: "The right to the amount by which an index ends below a strike. A bought SPX put gains when stocks fall.",
    formula: "max(K − S, 0)",
    where: "at expiry; S the index, K strike. Before: Black-76",
    source: cboe("SPX options contract specifications"),
    acts: [layers],
    see: ["black-76", "call"],
  },
  strike: {
    meaning: "The level from which an option pays. It is named here as a level, in times of the forward (moneyness), by delta, or in standard deviations.",
    formula: "K = F·e^{n·σ√T}  (n standard deviations)",
    where: "F forward, σ volatility at the money, T years to expiry",
    source: ours("a strike by delta is solved on the smile"),
    acts: [layers, whatIf("Everything traded")],
    see: ["delta", "forward"],
  },
  forward: {
    meaning: "What the index is traded for at expiry, today. For VIX options it is the VIX future of the same expiry, never VIX itself.",
    formula: "F = S·e^{(r − q)T}  (SPX);  F(T)  (VIX)",
    where: "S index, r interest rate, q dividend yield, T years",
    source: "Hull, Options, futures, and other derivatives, chapter 5",
    acts: [field("Interest rate, dividend yield", "/market/rate"), whatIf("Everything traded: forward")],
    see: ["black-76", "vix-future"],
  },
  "implied-volatility": {
    meaning: "The volatility at which Black-76 gives the price of an option. It differs by strike (the smile) and by time to expiry.",
    formula: "σ²·T = ν²·∫_{0}^{T} β(u)² du  (VIX, at the money)",
    where: "ν volatility of VIX from VVIX, β tenor beta",
    source: ours("VIX options follow VVIX, SPX options the VIX curve"),
    acts: [field("Smiles of SPX and VIX options", "/market/spx_options"), whatIf("Everything traded: volatility")],
    see: ["smile", "black-76", "vvix"],
  },
  smile: {
    meaning: "How implied volatility differs by strike: far SPX puts and far VIX calls are dear, because those are the moves that people fear.",
    formula: "w(k) = θ/2·(1 + ρφk + √((φk + ρ)² + 1 − ρ²)),  φ = η/(θ^{γ}(1 + θ)^{1−γ})",
    where: "w variance to expiry, k = ln(K/F), θ the same at the money",
    source: ssvi,
    acts: [field("SPX option smile", "/market/spx_options"), field("VIX option smile", "/market/vix_options")],
    see: ["implied-volatility"],
  },
  "black-76": {
    meaning: "The price of an option on a future or forward. Put in the forward, the strike, the volatility and the time; out comes what a market maker would start from.",
    formula: "C = e^{−rT}·(F·N(d₁) − K·N(d₂)),  d₁ = (ln(F/K) + σ²T/2)/(σ√T),  d₂ = d₁ − σ√T",
    where: "F forward, K strike, σ implied volatility, T years, r rate, N the normal distribution",
    source: black,
    acts: [whatIf("Everything traded: price, with its inputs")],
    see: ["forward", "implied-volatility", "delta"],
  },
  premium: {
    meaning: "What is paid for options when they are bought, or received when they are sold.",
    formula: "contracts × 100 × price",
    source: cboe("contract specifications: the multiplier of SPX and VIX options is 100 USD"),
    acts: [whatIf("The layers: premium paid")],
    see: ["credit", "time-value"],
  },
  "time-value": {
    meaning: "What an option would lose if nothing moved until it ends: its price less what it would pay at once.",
    formula: "price − e^{−rT}·max(F − K, 0)  (call)",
    source: "Hull, Options, futures, and other derivatives, chapter 10",
    acts: [whatIf("The layers: time value")],
    see: ["premium"],
  },
  delta: {
    meaning: "How much an option moves for one point of its future or forward. Strikes are often named by it: 0.50 is about at the market, 0.05 far out.",
    formula: "N(d₁) for a call, N(d₁) − 1 for a put",
    where: "on the forward, not discounted; d₁ as in Black-76",
    source: black,
    acts: [layers, whatIf("Everything traded: delta")],
    see: ["greeks", "black-76", "strike"],
  },
  greeks: {
    meaning: "An option's sensitivities: delta to the index, gamma to delta's own change, vega to volatility, theta to time.",
    formula: "Δ = ∂C/∂F,  Γ = ∂²C/∂F²,  vega = ∂C/∂σ,  θ = ∂C/∂t",
    source: "Hull, Options, futures, and other derivatives, chapter 19",
    acts: [whatIf("Everything traded: delta")],
    see: ["delta"],
  },
  "bid-ask-spread": {
    meaning: "The gap between what one pays and what one gets for the same thing. Every trade here pays half of it, and a commission.",
    formula: "½·spread·|price|·contracts·100 + commission·contracts",
    source: ours("4 % of price for VIX options, 2 % for SPX options: assumptions"),
    acts: [layers, whatIf("The layers: costs")],
    see: ["premium"],
  },

  layer: {
    meaning: "One rule of the hedge that trades by itself once a day: what it buys or sells, when, and when it does so again. A book is a list of them.",
    source: ours("each kind states where its rule comes from"),
    acts: [layers, whatIf("The layers")],
    see: ["ladder", "strip", "iron-condor", "roll"],
  },
  ladder: {
    meaning: "Options of one kind at several expiries, such as 30, 110 and 220 days: the short ones leap, the long ones hold on.",
    source: ours("its rungs are yours to set"),
    acts: [layers],
    see: ["alvh", "call"],
  },
  alvh: {
    meaning: "Adaptive Layered VIX Hedge: VIX calls in the ratio 4/4/2 at 30, 110 and 220 days at 50 delta, never paused. What is here is made in its likeness.",
    source: "VixShield's public pages: repeated by its author, no rules page found",
    acts: [layers],
    see: ["ladder", "call"],
  },
  vxth: {
    meaning: "Cboe's VIX Tail Hedge index: each month one-month VIX calls of 30 delta for 0, 1 or 0.5 % of the portfolio, by where the front future stands.",
    source: cboe("VIX Tail Hedge Index (VXTH) methodology"),
    acts: [layers],
    see: ["call", "delta"],
  },
  "iron-condor": {
    meaning: "A call and a put sold near the market and another pair bought further out. It earns a premium while SPX stays between, and loses, up to a cap, when it leaves.",
    formula: "most it loses = wider wing − credit",
    source: cboe("S&P 500 Iron Condor Index (CNDR) methodology"),
    acts: [layers],
    see: ["credit", "wings", "gate", "cndr"],
  },
  cndr: {
    meaning: "Cboe's S&P 500 Iron Condor index: each month a condor that sells at 20 delta and buys at 5 delta.",
    source: cboe("S&P 500 Iron Condor Index (CNDR) methodology"),
    acts: [layers],
    see: ["iron-condor"],
  },
  credit: {
    meaning: "What is received for the options sold, less what is paid for those bought with them.",
    formula: "credit = Σ sold − Σ bought",
    source: "Hull, Options, futures, and other derivatives, chapter 12",
    acts: [layers, whatIf("The layers: premium paid, below zero where received")],
    see: ["premium", "iron-condor"],
  },
  wings: {
    meaning: "The outer options of a condor, which cap its loss; also how far they lie from those that are sold.",
    formula: "width = |K_{sold} − K_{bought}|",
    source: cboe("S&P 500 Iron Condor Index (CNDR) methodology"),
    acts: [layers],
    see: ["iron-condor", "margin"],
  },
  gate: {
    meaning: "When a condor may be opened at all: those near the market while VIX is below 15, the others up to 20, none above.",
    source: "VixShield glossary, VIX risk scaling",
    acts: [layers],
    see: ["iron-condor", "vix"],
  },
  strip: {
    meaning: "Puts below and calls above the price at which the pool was entered, on every strike, in amounts that add up to the impermanent loss. It needs no model of how prices move.",
    formula: "H(p) − V(p) = L/2·[ ∫_{pₐ}^{p₀} K^{−3/2}(K − p)⁺ dK + ∫_{p₀}^{p_b} K^{−3/2}(p − K)⁺ dK ]",
    where: "H the tokens held, V the pool, L its depth; puts up to p₀, calls from there",
    source: "Carr and Madan, Towards a theory of volatility trading, 1998; Clark, 2020; Deng, Zong, Wang, Static replication of impermanent loss, 2022",
    acts: [layers, whatIf("The strip: contracts by strike, coverage")],
    see: ["impermanent-loss", "basis"],
  },
  basis: {
    meaning: "What a hedge leaves over because it is written on something a little else: the token is not where VIX alone would have it, strikes lie apart, expiries differ.",
    formula: "basis = payoff of the strip − loss of the pool",
    source: ours("split into mapping and grid, and never hidden"),
    acts: [whatIf("The strip: at its expiry")],
    see: ["strip"],
  },
  "short-token": {
    meaning: "The token itself sold short, a fixed share of what the pool holds or as much as its slope says. It takes out the first-order move, both ways.",
    formula: "−ratio·tokens  or  −∂V/∂P",
    source: ours("fixed ratio or delta-neutral; the borrow fee is yours to set"),
    acts: [layers],
    see: ["recalibration", "delta"],
  },
  synthetic: {
    meaning: "A call sold and a put bought at the same strike: together they move like the index sold.",
    formula: "P − C = e^{−rT}·(K − F)",
    source: "put-call parity; Stoll, The relationship between put and call option prices, Journal of Finance 1969",
    acts: [layers],
    see: ["conversion", "forward"],
  },
  conversion: {
    meaning: "The index against an option pair that cancels it: bought in a conversion, sold in a reversal. What is left is a rate of interest, and no hedge.",
    formula: "locked rate = ln(K/(S + P − C))/T",
    where: "before dividends",
    source: "put-call parity; Stoll, Journal of Finance 1969",
    acts: [layers],
    see: ["synthetic"],
  },
  reserve: {
    meaning: "Money set aside, borrowed or held in bills, that buys options when its trigger is pulled: VIX at a level, or the day of an event.",
    source: ours("no public rule exists: all of it is an assumption"),
    acts: [layers],
    see: ["layer"],
  },
  roll: {
    meaning: "An option that ends is replaced by a new one of the same rule. What was left of the old is lost or paid out; the new one is bought at the prices of that day.",
    source: ours("by days to expiry, in each layer"),
    acts: [layers, whatIf("Everything traded: how it ended")],
    see: ["roll-yield", "layer"],
  },
  recalibration: {
    meaning: "Setting a position back to what it was meant to be, between its rolls: daily, weekly, on a move, or never. It keeps the hedge true and pays spreads each time.",
    source: ours("static, daily, weekly or on a trigger, with its cost shown"),
    acts: [layers, whatIf("Left alone or set anew")],
    see: ["bid-ask-spread"],
  },
  "break-even": {
    meaning: "Where a position comes out even. Of a layer: the level of the index at the expiry of its first position. Of the whole: the height of the spike at which the profit is nil.",
    formula: "profit(v) = 0",
    source: ours("found on the curve of profits that the page draws"),
    acts: [whatIf("Profit by how far VIX rises"), whatIf("The layers: break-even")],
    see: ["premium"],
  },
  "mark-to-market": {
    meaning: "What something held would sell for at the close of a day, at mid price. Profits by day are made of marks and of cash paid and received.",
    formula: "profit = Σ cash + marks",
    source: ours("the ledger: every day's cash, marks and profit add up, and a test holds that"),
    acts: [whatIf("Profit of every layer by day")],
    see: ["black-76"],
  },

  margin: {
    meaning: "Money that an exchange holds while options are sold or a token is short, so that a loss can be paid.",
    formula: "condor: wider wing − credit",
    source: cboe("Margin Manual: spreads of equal expiries"),
    acts: [capital("Most margin"), capital("Quick ratio: what is owed")],
    see: ["margin-call", "quick-ratio"],
  },
  "margin-call": {
    meaning: "A day on which what is at hand does not cover what is owed. Something must be sold at once, at a loss.",
    formula: "quick ratio < 1",
    source: ours("met by selling of the pool, with slippage"),
    acts: [capital("Days of margin calls"), field("Lost in a forced sale", "/capital/liquidation_slippage")],
    see: ["margin", "quick-ratio"],
  },
  "quick-ratio": {
    meaning: "What is at hand over what is owed. Below 1 there is a margin call.",
    formula: "(cash + USDC in the pool + bought options) / (margin + sold options + borrowed)",
    source: `Brealey, Myers, Allen, Principles of corporate finance, chapter 28; ${ours("what counts as at hand here")}`,
    acts: [capital("Quick ratio by day"), field("Cash beside the pool", "/capital/cash")],
    see: ["margin-call"],
  },
  irr: {
    meaning: "Internal rate of return: the yearly rate at which what comes back is worth what was put in. Of a few weeks it says little about a year.",
    formula: "Σ C_{d}·(1 + IRR)^{−d/365} = 0",
    where: "C_d cash on day d, paid below zero",
    source: "Brealey, Myers, Allen, Principles of corporate finance, chapter 5",
    acts: [capital("IRR, with the cash flows it comes from")],
    see: ["mirr", "wacc"],
  },
  mirr: {
    meaning: "Modified internal rate of return: the same, but what comes back early is taken as put to work at a plain rate until the end.",
    formula: "(FV of what came back / PV of what was put in)^{365/n} − 1",
    where: "n days",
    source: "Lin, The modified internal rate of return and investment criterion, Engineering Economist 1976",
    acts: [capital("MIRR"), field("Reinvested at", "/capital/reinvestment_rate")],
    see: ["irr"],
  },
  capm: {
    meaning: "What owners can ask of a position for the part of its risk that it shares with the stock market.",
    formula: "R_{e} = r + β·(premium of stocks)",
    source: "Sharpe, Capital asset prices, Journal of Finance 1964",
    acts: [field("Beta of the pool, premium of stocks", "/capital/beta"), capital("Owners ask")],
    see: ["wacc"],
  },
  wacc: {
    meaning: "Weighted average cost of capital: what its owners could ask elsewhere for the same risk, and interest on what is borrowed, by their shares.",
    formula: "WACC = E/(D + E)·R_{e} + D/(D + E)·R_{d}·(1 − t)",
    where: "E own, D borrowed; R_e by CAPM, R_d interest, t tax",
    source: "Brealey, Myers, Allen, Principles of corporate finance, chapter 19",
    acts: [capital("Capital costs"), field("Of all, borrowed", "/capital/debt")],
    see: ["capm", "irr"],
  },
  gordon: {
    meaning: "The value of a stream of dividends that grows at a steady rate. The roll yield is put in as if it were one: an analogy, no price.",
    formula: "P = D_{1}/(k − g)",
    where: "D_1 next year's dividend, k the return asked, g growth",
    source: "Gordon, Dividends, earnings, and stock prices, Review of Economics and Statistics 1959",
    acts: [capital("As a dividend"), field("Roll yield grows", "/capital/growth")],
    see: ["roll-yield", "capm"],
  },

  simulation: {
    meaning: "The same book walked along many random paths on which VIX diffuses and jumps. It says how often and how much, where the what-if says what then.",
    formula: "d ln v = ν_{P} dB + jumps",
    where: "jumps come 1.5 times a year, of exponential size, at the defaults",
    source: ours("draws are a function of seed, path, day and stream: the same on every machine"),
    acts: [field("Where it begins", "/market")],
    see: ["cvar", "standard-error"],
  },
  quantile: {
    meaning: "The amount that a given share of paths stays below: of the 5 % quantile, one path in twenty does worse.",
    source: "Hyndman and Fan, Sample quantiles in statistical packages, American Statistician 1996",
    acts: [field("Days shown", "/path/horizon_days")],
    see: ["value-at-risk"],
  },
  "value-at-risk": {
    meaning: "The loss that is not exceeded in a given share of paths, such as 95 %.",
    formula: "VaR_{α} = −quantile_{1−α}(profit)",
    source: "McNeil, Frey, Embrechts, Quantitative risk management, section 2.3",
    acts: [field("Days shown", "/path/horizon_days")],
    see: ["cvar", "quantile"],
  },
  cvar: {
    meaning: "The mean of the losses beyond the value at risk: what the bad cases cost when they come. Also called expected shortfall.",
    formula: "CVaR_{α} = min_{c} ( c + E[(loss − c)⁺]/(1 − α) )",
    source: "Rockafellar and Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2000, theorem 1",
    acts: [field("Days shown", "/path/horizon_days")],
    see: ["value-at-risk", "frontier"],
  },
  drawdown: {
    meaning: "How far the whole falls from the highest it has been before: what has to be sat through.",
    formula: "max_{d} ( max_{s≤d} profit_{s} − profit_{d} )",
    source: "Magdon-Ismail and Atiya, Maximum drawdown, Risk 2004",
    acts: [whatIf("Profit by day: its deepest fall from a peak")],
    see: ["cvar"],
  },
  "standard-error": {
    meaning: "How far a figure from random paths may be from what endless paths would give: two thirds of the time less than this.",
    formula: "s/√n",
    where: "of a mean; s deviation over n paths",
    source: "Glasserman, Monte Carlo methods in financial engineering, section 1.1",
    acts: [field("Days shown", "/path/horizon_days")],
    see: ["simulation"],
  },
  "minimum-variance": {
    meaning: "How much of each layer makes the result of pool and hedge together vary least.",
    formula: "q* = −Σ_{hh}^{−1}·Σ_{hp}",
    where: "Σ_hh covariance of the layers, Σ_hp of the layers with the pool",
    source: "Ederington, The hedging performance of the new futures markets, Journal of Finance 1979",
    acts: [layers],
    see: ["hedge-effectiveness"],
  },
  "hedge-effectiveness": {
    meaning: "The share of the variance that the hedge takes away.",
    formula: "1 − Var(hedged)/Var(unhedged)",
    source: "Ederington, Journal of Finance 1979",
    acts: [layers],
    see: ["minimum-variance"],
  },
  frontier: {
    meaning: "The least tail loss that each budget can buy. Along it nothing is had for nothing; its slope is what the next dollar buys.",
    source: "Rockafellar and Uryasev, Journal of Risk 2000; Krokhmal, Palmquist, Uryasev, Journal of Risk 2002",
    acts: [layers],
    see: ["cvar", "premium"],
  },

  slippage: {
    meaning: "What a trade gets worse than the price it was sent at, because it moves the pool it trades with or because the price moves first.",
    source: ours("up to the slippage accepted, or what a forced sale costs"),
    acts: [field("Slippage accepted", "/execution"), field("Lost in a forced sale", "/capital/liquidation_slippage")],
    see: ["sandwich"],
  },
  sandwich: {
    meaning: "Someone sees a swap before it is made, trades before and after it, and takes the slippage that was accepted. A private relay hides the swap, for a fee.",
    source: "Daian et al., Flash boys 2.0, IEEE Symposium on Security and Privacy 2020",
    acts: [field("Swaps go in public or by a private relay", "/execution")],
    see: ["slippage"],
  },
  "regime-score": {
    meaning: "One number between 0 and 1 from many indicators: how much the market looks like trouble. The weights are yours; no public rule gives them.",
    formula: "1/(1 + exp(−Σ weight·z))",
    where: "z each indicator over its own mean, in deviations",
    source: ours("weights are an assumption"),
    acts: [field("Market", "/market")],
    see: ["edr"],
  },
  edr: {
    meaning: "Expected daily range: how far the index is expected to move in one day. Above 0.94 % the ALVH-style ladder counts the market as restless.",
    formula: "EDR = VIX/√252 %",
    source: "VixShield's public pages; the square root of trading days is common usage",
    acts: [layers],
    see: ["alvh", "vix"],
  },
};
