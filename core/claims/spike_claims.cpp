#include "claims/spike_claims.h"

namespace ballast::claims {
namespace {

constexpr std::string_view no_spike = "on no path does VIX rise by 0.2 in log in a day";
constexpr std::string_view no_calls = "the book has no layer of VIX calls that is on";

Which with_spike(const Evidence& evidence) {
  return [&evidence](std::size_t i) { return evidence.facts.has_spike(i); };
}

double sum_of(const std::vector<double>& profits, std::span<const std::size_t> layers) {
  double sum = 0;
  for (const std::size_t layer : layers) sum += profits[layer];
  return sum;
}

/// What the layers did in the scenario's own spike, where it has one.
void add_own_spike(const Evidence& evidence, std::string_view name, std::span<const std::size_t> layers, Claim& claim) {
  if (evidence.own.spike) claim.figures.push_back({name, "USD", {sum_of(evidence.own.spike->change.layers, layers)}});
}

}  // namespace

Claim condor_loses_in_spike(const Evidence& evidence) {
  Claim claim{.id = "condor_loses_in_spike",
              .statement = "A condor loses on the very day of the spike",
              .threshold = "It does in 90 % of the paths with a spike on which one is open; in part from 50 %",
              .source = nine_in_ten};
  if (evidence.roles.condors.empty()) return not_applicable(std::move(claim), "the book has no condor that is on");
  const auto& change = evidence.facts.spike.condors;
  const Which open = [&](std::size_t i) { return evidence.facts.has_spike(i) && evidence.facts.condor_open[i] == 1; };
  if (count_of(evidence, open) == 0)
    return not_applicable(std::move(claim), "on no path is a condor open when VIX rises by 0.2 in log in a day");
  claim.figures = {
      {"paths on which it loses", "share",
       share_of(
           evidence, [&](std::size_t i) { return change[i] < 0; }, open)},
      {"mean profit of the day", "USD", mean_of(evidence, number(change), open)},
      {"mean premium taken in up to the horizon", "USD", mean_of(evidence, number(evidence.facts.condor_premium), open)}};
  add_own_spike(evidence, "in the scenario's own spike", evidence.roles.condors, claim);
  claim.measure = "profit of the condors on the day of the spike";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, number(change), open);
  return judged(std::move(claim), of_paths);
}

Claim overlay_gains_in_spike(const Evidence& evidence) {
  Claim claim{.id = "overlay_gains_in_spike",
              .statement = "The overlay gains on the day of the spike",
              .threshold = "All layers together do in 90 % of the paths with a spike; in part from 50 %",
              .source = nine_in_ten};
  if (!evidence.roles.hedged) return not_applicable(std::move(claim), "the book has no layer that is on");
  const Which spike = with_spike(evidence);
  if (count_of(evidence, spike) == 0) return not_applicable(std::move(claim), no_spike);
  const DayProfits& day = evidence.facts.spike;
  claim.figures = {{"paths on which it gains", "share",
                    share_of(
                        evidence, [&](std::size_t i) { return day.hedge[i] > 0; }, spike)},
                   {"mean profit of the overlay on the day", "USD", mean_of(evidence, number(day.hedge), spike)},
                   {"mean profit of the pool on the day", "USD", mean_of(evidence, number(day.pool), spike)},
                   {"paths with a spike", "share", share_of(evidence, spike)}};
  if (evidence.own.spike) claim.figures.push_back({"in the scenario's own spike", "USD", {evidence.own.spike->change.hedge}});
  claim.measure = "profit of the overlay on the day of the spike";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, number(day.hedge), spike);
  return judged(std::move(claim), of_paths);
}

Claim calls_cover_spike(const Evidence& evidence) {
  Claim claim{
      .id = "calls_cover_spike",
      .statement = "Layered calls cover what the pool loses in the spike",
      .threshold =
          "They gain at least its loss of the day in 90 % of the paths with a spike on which it loses; in part from 50 %",
      .source = nine_in_ten};
  if (evidence.roles.calls.empty()) return not_applicable(std::move(claim), no_calls);
  const DayProfits& day = evidence.facts.spike;
  const Which lost = [&](std::size_t i) { return evidence.facts.has_spike(i) && day.pool[i] < 0; };
  if (count_of(evidence, lost) == 0)
    return not_applicable(std::move(claim), "on no path does the pool lose on the day of a spike");
  const OfPath loss = [&](std::size_t i) { return -day.pool[i]; };
  const OfPath left = [&](std::size_t i) { return day.calls[i] + day.pool[i]; };
  claim.figures = {{"paths on which they cover it", "share",
                    share_of(
                        evidence, [&](std::size_t i) { return left(i) >= 0; }, lost)},
                   {"gain of the calls over the pool's loss, all paths together", "share",
                    ratio_of(evidence, number(day.calls), loss, lost)},
                   {"mean gain of the calls", "USD", mean_of(evidence, number(day.calls), lost)},
                   {"mean loss of the pool", "USD", mean_of(evidence, loss, lost)}};
  add_own_spike(evidence, "gain of the calls in the scenario's own spike", evidence.roles.calls, claim);
  claim.measure = "gain of the calls less the pool's loss on the day of the spike";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, left, lost);
  return judged(std::move(claim), of_paths);
}

namespace {

/// Profit of the hedge at the end of the path if opened so many days before the first day of the rise.
double at_end(const TimeShift& shift, int lead) {
  return shift.at_end[static_cast<std::size_t>(lead - latest_lead)];
}

constexpr int leads_judged = 30;

/// Of the days before the spike, the share on which opening ends better than `late`.
double share_better(const TimeShift& shift, double late) {
  int better = 0;
  for (int lead = 1; lead <= leads_judged; ++lead) better += at_end(shift, lead) > late ? 1 : 0;
  return static_cast<double>(better) / leads_judged;
}

}  // namespace

Claim late_costs(const Evidence& evidence) {
  Claim claim{
      .id = "late_costs",
      .statement = "Acting after the spike instead of before it costs",
      .threshold =
          "Opened on the day after the rise the hedge ends worse than opened on 90 % of the 30 days before it; in part "
          "from 50 %. Decided by the scenario's own path",
      .source = assumption("the 30 days before are those on which a warning would come; shares as of the other statements")};
  if (!evidence.roles.hedged) return not_applicable(std::move(claim), "the book has no layer that is on");
  if (!evidence.own.spike) return not_applicable(std::move(claim), "the scenario's own path has no spike");
  if (!evidence.shift) return not_applicable(std::move(claim), "the token expires before the spike could be moved");
  const int after = -evidence.path.spike.rise_days;
  if (after < latest_lead) return not_applicable(std::move(claim), "VIX rises for more than ten days");
  const TimeShift& shift = *evidence.shift;
  const double late = at_end(shift, after);
  claim.figures = {{"of the 30 days before the spike, those that end better", "share", {share_better(shift, late)}},
                   {"profit if opened one day before", "USD", {at_end(shift, 1)}},
                   {"profit if opened 30 days before", "USD", {at_end(shift, leads_judged)}},
                   {"profit if opened the day after", "USD", {late}},
                   {"cost of the day after instead of one day before", "USD", {at_end(shift, 1) - late}}};
  return judged(std::move(claim), of_paths);
}

}  // namespace ballast::claims
