#include "path/simulated.h"

#include <algorithm>
#include <cmath>

namespace ballast {

namespace {

constexpr std::array<std::string_view, 2> draws_names = {"independent", "antithetic"};

void describe_sample(Fields& fields, Simulated& path) {
  fields.whole(path.horizon_days, {.name = "horizon_days",
                                   .text = "Last day of the paths",
                                   .unit = "days",
                                   .bounds = between(1, 3660),
                                   .source = assumption("one option expiry")});
  fields.whole(path.paths, {.name = "paths",
                            .text = "How many paths are drawn",
                            .bounds = between(0, 10'000'000),
                            .source = assumption("enough for the 5 % tail, of which they leave 500")});
  fields.whole(path.seed, {.name = "seed",
                           .text = "Start of the random draws: the same seed gives the same paths everywhere",
                           .bounds = between(0, 2147483647),
                           .source = assumption("any number does")});
  choice(fields, path.draws, draws_names,
         {.name = "draws",
          .text = "Whether each path has its own draws or paths come in pairs with opposite ones",
          .source =
              assumption("measured over 30 days, pairs bring the variance of the pool's mean value to 0.4 and that of an SPX "
                         "straddle to 1.7, and leave those of the loss and of its tail as they are")});
}

void describe_vix(Fields& fields, Simulated& path) {
  fields.number(path.vix_diffusion, {.name = "vix_diffusion",
                                     .text = "Volatility of ln(VIX) without its jumps",
                                     .unit = "per sqrt(year)",
                                     .bounds = between(0, 3),
                                     .source = calibrated("daily VIX closes 1990-2026, 1.08 with the jumps")});
  fields.number(path.jumps_per_year, {.name = "jumps_per_year",
                                      .text = "Mean number of jumps of VIX in a year",
                                      .unit = "per year",
                                      .bounds = between(0, 20),
                                      .source = assumption("a spike or two a year")});
  fields.number(path.mean_jump, {.name = "mean_jump",
                                 .text = "Mean size of a jump in ln(VIX); sizes are exponential",
                                 .bounds = between(0, 1),
                                 .source = assumption("a jump multiplies VIX by 1.4; one in ten by 2.2 or more")});
}

void describe_spx(Fields& fields, Simulated& path) {
  fields.number(path.spx_drift, {.name = "spx_drift",
                                 .text = "Drift of ln(SPX) outside the jumps",
                                 .unit = "per year",
                                 .bounds = between(-5, 5),
                                 .source = assumption("flat, so that the condor is not helped")});
  fields.number(path.spx_volatility, {.name = "spx_volatility",
                                      .text = "Volatility of SPX over VIX/100 at the start of the day",
                                      .bounds = between(0, 2),
                                      .source = assumption("SPX moves less than VIX says, as its options at the money imply")});
  fields.number(path.spx_correlation, {.name = "spx_correlation",
                                       .text = "Correlation of SPX with ln(VIX) outside the jumps",
                                       .bounds = between(-1, 1),
                                       .source = assumption("a usual figure for daily changes")});
  fields.number(path.spx_per_vix_jump, {.name = "spx_per_vix_jump",
                                        .text = "Jump of ln(SPX) for a jump of 1 in ln(VIX)",
                                        .bounds = between(-1, 1),
                                        .source = assumption("2018-02-05 gave -0.054, 2024-08-01 to 05 -0.067")});
}

}  // namespace

void describe(Fields& fields, Simulated& path) {
  describe_sample(fields, path);
  describe_vix(fields, path);
  describe_spx(fields, path);
}

int paths_per_draw(Draws draws) {
  return draws == Draws::antithetic ? 2 : 1;
}

double total_volatility(const Simulated& path) {
  // The mean square of an exponential jump is twice that of its mean.
  return std::sqrt(path.vix_diffusion * path.vix_diffusion + path.jumps_per_year * 2 * path.mean_jump * path.mean_jump);
}

namespace {

constexpr double day_years = 1 / days_per_year;

/// What each draw is for. Changing a number changes every path.
enum Purpose : std::uint64_t { vix_diffusion_draw, spx_diffusion_draw, jump_count_draw, first_jump_size_draw };

numeric::Stream stream_of(const Simulated& path, std::uint64_t purpose) {
  return numeric::stream(static_cast<std::uint64_t>(path.seed), purpose);
}

/// Number of the draw of a path, and whether it is taken the other way round: 0 or 1.
struct Numbering {
  std::uint64_t first;
  std::uint64_t shift;  ///< 1 where two paths share a draw

  std::uint64_t draw(std::size_t i) const { return (first + i) >> shift; }
  std::uint64_t opposite(std::size_t i) const { return (first + i) & shift; }
};

Numbering numbering(const Simulated& path, PathRange range) {
  return {range.first, path.draws == Draws::antithetic ? 1u : 0u};
}

/// Found once: half the work of a draw, where a block of paths is walked for many days.
std::vector<std::uint64_t> keys_of(const Simulated& path, std::uint64_t purpose, PathRange range) {
  const Numbering number = numbering(path, range);
  const numeric::Stream of = stream_of(path, purpose);
  std::vector<std::uint64_t> keys(range.count);
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = numeric::path_key(of, number.draw(i));
  return keys;
}

void draw_normals(std::span<const std::uint64_t> keys, Numbering number, std::uint64_t day, std::span<double> result) {
  numeric::normal_draws(keys, day, result);
  if (number.shift == 0) return;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = number.opposite(i) ? -result[i] : result[i];
}

void draw_uniforms(std::span<const std::uint64_t> keys, Numbering number, std::uint64_t day, std::span<double> result) {
  numeric::uniform_draws(keys, day, result);
  if (number.shift == 0) return;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = number.opposite(i) ? 1 - result[i] : result[i];
}

std::array<double, most_jumps_a_day> poisson_cumulative(double mean) {
  std::array<double, most_jumps_a_day> result;
  double chance = numeric::exp(-mean), sum = 0;
  for (std::size_t k = 0; k < result.size(); ++k) {
    sum += chance;
    result[k] = sum;
    chance *= mean / static_cast<double>(k + 1);
  }
  return result;
}

BALLAST_VECTORISED void add_scaled(double scale, std::span<const double> normal, std::span<const double> jump,
                                   std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = scale * normal[i] + jump[i];
}

/// The highest VIX that a scenario may state. SPX gets no wilder above it, or absurd parameters would take it to infinity.
constexpr double highest_vix = 500;

/// The day of ln(SPX): its volatility is per_vix·VIX.
struct SpxDay {
  double drift;
  double per_vix;
  double with_vix;  ///< weight of VIX's draw
  double alone;     ///< weight of its own
  double per_jump;
};

BALLAST_VECTORISED void move_by_day(const SpxDay& day, std::span<const double> vix_normal, std::span<const double> spx_normal,
                                    std::span<const double> jump, std::span<const double> vix, std::span<double> spx) {
  for (std::size_t i = 0; i < spx.size(); ++i) {
    const double normal = day.with_vix * vix_normal[i] + day.alone * spx_normal[i];
    const double level = vix[i] < highest_vix ? vix[i] : highest_vix;
    spx[i] *= numeric::exp(day.drift + day.per_vix * level * normal + day.per_jump * jump[i]);
  }
}

/// spike[i], VIX at the last close, becomes 1 where it has risen by the factor, else 0.
BALLAST_VECTORISED void mark_rises(double factor, std::span<const double> vix, std::span<double> spike) {
  for (std::size_t i = 0; i < spike.size(); ++i) spike[i] = vix[i] >= factor * spike[i] ? 1 : 0;
}

}  // namespace

SimulatedPaths::SimulatedPaths(const Simulated& path, const Market& market, const Token& token, PathRange range)
    : path_(path),
      market_(market),
      token_(token),
      range_(range),
      at_most_(poisson_cumulative(path.jumps_per_year * day_years)),
      vix_keys_(keys_of(path, vix_diffusion_draw, range)),
      spx_keys_(keys_of(path, spx_diffusion_draw, range)),
      jump_keys_(keys_of(path, jump_count_draw, range)),
      vix_normal_(range.count),
      spx_normal_(range.count),
      jump_(range.count),
      log_shock_(range.count),
      spike_(range.count) {}

void SimulatedPaths::mark_spikes(int, std::span<double> spike) const {
  std::ranges::copy(spike_, spike.begin());
}

MarketBlock SimulatedPaths::start() const {
  return start_block(market_, range_.count);
}

/// By inversion from one uniform draw; the sum of the sizes is Erlang, of as many draws as there are jumps.
double SimulatedPaths::jump_size(std::size_t path, int day, double uniform) const {
  const Numbering number = numbering(path_, range_);
  double sum = 0;
  for (std::uint64_t k = 0; k < at_most_.size() && uniform > at_most_[k]; ++k) {
    const numeric::Stream sizes = stream_of(path_, first_jump_size_draw + k);
    const double u = numeric::uniform_draw(sizes, number.draw(path), static_cast<std::uint64_t>(day));
    sum -= path_.mean_jump * numeric::log(number.opposite(path) ? 1 - u : u);
  }
  return sum;
}

void SimulatedPaths::draw_jumps(int day) {
  draw_uniforms(jump_keys_, numbering(path_, range_), static_cast<std::uint64_t>(day), jump_);
  // A jump is rare (one path in 243 a day): a branch that seldom turns costs less than sizes for everyone.
  for (std::size_t i = 0; i < jump_.size(); ++i) jump_[i] = jump_[i] > at_most_[0] ? jump_size(i, day, jump_[i]) : 0;
}

void SimulatedPaths::move_spx(MarketBlock& block) const {
  const double c = path_.spx_correlation;
  const SpxDay day{.drift = path_.spx_drift * day_years,
                   .per_vix = path_.spx_volatility / 100 * std::sqrt(day_years),
                   .with_vix = c,
                   .alone = std::sqrt(1 - c * c),
                   .per_jump = path_.spx_per_vix_jump};
  move_by_day(day, vix_normal_, spx_normal_, jump_, block.vix, block.spx);
}

void SimulatedPaths::advance(int day, MarketBlock& block) {
  const Numbering number = numbering(path_, range_);
  draw_normals(vix_keys_, number, static_cast<std::uint64_t>(day), vix_normal_);
  draw_normals(spx_keys_, number, static_cast<std::uint64_t>(day), spx_normal_);
  draw_jumps(day);
  add_scaled(path_.vix_diffusion * std::sqrt(day_years), vix_normal_, jump_, log_shock_);
  // SPX first: block.vix is still that of the day's start.
  move_spx(block);
  spike_ = block.vix;
  relax(market_.curve, day_years, block);
  shock(market_.curve, log_shock_, block);
  mark_rises(numeric::exp(spike_log_rise), block.vix, spike_);
  ballast::advance(token_, {market_, day, day_years, log_shock_}, block);
}

}  // namespace ballast
