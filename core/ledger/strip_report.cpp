#include "ledger/strip_report.h"

namespace ballast {
namespace {

/// From half the lowest strike to a third above the highest, four levels to a step.
std::vector<double> coverage_levels(const StripHedge& layer) {
  std::vector<double> levels;
  for (double vix = 0.5 * layer.lowest; vix <= layer.highest * 4 / 3; vix += 0.25 * layer.step) levels.push_back(vix);
  return levels;
}

Coverage cover(const StripHedge& layer, const Liquidity& liquidity, const TokenAtLevel& token, const Strip& strip) {
  Coverage result{.vix = coverage_levels(layer), .loss = {}, .payoff = {}, .percent = {}};
  for (const double vix : result.vix) {
    const double loss = mapped_loss(liquidity, token, vix);
    const double paid = payoff(strip, vix);
    result.loss.push_back(loss);
    result.payoff.push_back(paid);
    result.percent.push_back(coverage(paid, loss));
  }
  return result;
}

}  // namespace

StripReport report_strip(const StripHedge& layer, const Position& position, const DayView& day) {
  const StripPlace place{position.exposure, day.market, day.slices, day.day, 0};
  StripReport report{.plan = plan_strip(layer, place, layer.days), .held = {}, .cost = 0, .coverage = {}, .expiry = {}};
  report.held = position.rounding == Rounding::whole_contracts ? round_to_contracts(report.plan.kept).kept : report.plan.kept;
  report.cost = cost(report.held, {report.plan.puts, report.plan.calls});
  report.coverage = cover(layer, position.exposure.liquidity, report.plan.token, report.held);
  return report;
}

StripExpiry report_expiry(const StripReport& strip, const Position& position, const DayView& day) {
  const double vix = day.market.vix[0];
  const double paid = payoff(strip.held, vix);
  const double mapped = mapped_loss(position.exposure.liquidity, strip.plan.token, vix);
  const double loss = -day.pool.impermanent_loss[0];
  return {
      .day = day.day, .vix = vix, .payoff = paid, .loss = loss, .mapping_basis = mapped - loss, .grid_basis = paid - mapped};
}

}  // namespace ballast
