#include "market/index_token.h"

#include <algorithm>
#include <cmath>

namespace ballast {

void describe(Fields& fields, IndexToken& token) {
  fields.number(token.cap, {.name = "cap",
                            .text = "Level at which the token stops following VIX",
                            .unit = "index points",
                            .bounds = between(1, 10000),
                            .source = assumption("above any close so far, 82.69, so that it does not bind")});
  fields.number(token.funding, {.name = "funding",
                                .text = "Funding that holders pay",
                                .unit = "per year",
                                .bounds = between(-10, 10),
                                .source = assumption("none")});
}

namespace {

double index_scale(const IndexToken& token, const Market& market, double years_since_start) {
  return numeric::exp(-token.funding * years_since_start) / std::min(market.vix, token.cap);
}

BALLAST_VECTORISED void scale_capped(double scale, double cap, std::span<const double> levels, std::span<double> values) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = scale * (levels[i] < cap ? levels[i] : cap);
}

}  // namespace

void advance(const IndexToken& token, const TokenDay& day, MarketBlock& block) {
  scale_capped(index_scale(token, day.market, day.day / days_per_year), token.cap, block.vix, block.token);
}

TokenAtLevel at_level(const IndexToken& token, const TokenPath& path) {
  return {.scale = index_scale(token, path.market, path.day / days_per_year + path.years), .power = 1, .cap = token.cap};
}

double log_drift(const IndexToken& token, const VixCurve&) { return -token.funding; }

double deviation(const IndexToken&, const Market& market, double years) {
  return market.vix_volatility * std::sqrt(integrated_beta_squared(market.curve, years));
}

}  // namespace ballast
