#include "capital/treasury.h"

namespace ballast {

void describe(Fields& fields, Treasury& treasury) {
  fields.number(treasury.cash, {.name = "cash",
                                .text = "Cash beside the pool, from which the hedge is paid",
                                .unit = "USD",
                                .bounds = between(0, 1e12),
                                .source = assumption("a tenth of the default pool")});
  fields.number(treasury.debt, {.name = "debt",
                                .text = "Of pool and cash, what is borrowed",
                                .unit = "USD",
                                .bounds = between(0, 1e12),
                                .source = assumption("none")});
  fields.number(treasury.cost_of_debt, {.name = "cost_of_debt",
                                        .text = "Interest on the debt, before tax; used in the cost of capital alone",
                                        .unit = "per year",
                                        .bounds = between(0, 2),
                                        .source = assumption("of the order of stablecoin lending rates")});
  fields.number(treasury.tax_rate, {.name = "tax_rate",
                                    .text = "Tax from which interest is deducted",
                                    .bounds = between(0, 1),
                                    .source = assumption("none, as of a treasury on chain")});
  fields.number(treasury.beta, {.name = "beta",
                                .text = "Beta of the position to the stock market, for the cost of equity by CAPM",
                                .bounds = between(-20, 20),
                                .source = assumption("that of the market; a long position in volatility has a negative one")});
  fields.number(treasury.market_premium, {.name = "market_premium",
                                          .text = "Expected return of the stock market above the risk-free rate",
                                          .unit = "per year",
                                          .bounds = between(-0.5, 1),
                                          .source = assumption("a round number near long-run estimates")});
  fields.number(treasury.growth, {.name = "growth",
                                  .text = "Growth of the roll yield for its Gordon value",
                                  .unit = "per year",
                                  .bounds = between(-1, 1),
                                  .source = assumption("none")});
  fields.number(treasury.reinvestment_rate,
                {.name = "reinvestment_rate",
                 .text = "Earned on what is received and paid on what is put in, for the modified rate of return",
                 .unit = "per year",
                 .bounds = between(-0.5, 2),
                 .source = assumption("as market/rate")});
  fields.number(treasury.liquidation_slippage,
                {.name = "liquidation_slippage",
                 .text = "Lost when tokens must be sold at once to meet a margin call, as a fraction",
                 .bounds = between(0, 0.99),
                 .source = assumption("markets are thin on such days")});
}

}  // namespace ballast
