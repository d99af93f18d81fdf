#include "path_days.h"

#include <algorithm>
#include <cmath>

#include "numeric/random.h"

namespace bench {
namespace {

using ballast::numeric::stream, ballast::numeric::Stream;

constexpr std::uint64_t seed = 20180205;
constexpr Stream vix_draws = stream(seed, 0), spx_draws = stream(seed, 1), jump_draws = stream(seed, 2);
constexpr Stream first_size = stream(seed, 3), second_size = stream(seed, 4);

constexpr double year = 1 / ballast::days_per_year;

/// jump[i], a uniform draw, becomes the sum of that day's jumps, almost always 0. Three in one day are left out: once in ten million.
class Jumps {
 public:
  Jumps(const RealWorld& world, std::size_t first, int day)
      : mean_jump_(world.mean_jump), first_(first), day_(static_cast<std::uint64_t>(day)) {
    const double mean = world.jumps_per_year * year;
    none_ = ballast::numeric::exp(-mean), one_ = none_ * (1 + mean);
  }

  void find(std::span<double> jump) const {
    // By eights, because a branch for each draw would cost as much as the rest of its day's diffusion.
    std::size_t i = 0;
    for (; i + 8 <= jump.size(); i += 8) {
      const double* const u = &jump[i];
      const auto greater = [](double a, double b) { return a > b ? a : b; };
      const double greatest = greater(greater(greater(u[0], u[1]), greater(u[2], u[3])), greater(greater(u[4], u[5]), greater(u[6], u[7])));
      if (greatest < none_) [[likely]]
        for (std::size_t j = i; j < i + 8; ++j) jump[j] = 0;
      else
        for (std::size_t j = i; j < i + 8; ++j) jump[j] = jump_of(jump[j], j);
    }
    for (; i < jump.size(); ++i) jump[i] = jump_of(jump[i], i);
  }

 private:
  double jump_of(double u, std::size_t path) const {
    if (u < none_) return 0;
    return size(first_size, path) + (u < one_ ? 0 : size(second_size, path));
  }
  double size(Stream of, std::size_t path) const {
    return -mean_jump_ * ballast::numeric::log(ballast::numeric::uniform_draw(of, first_ + path, day_));
  }

  double mean_jump_, none_, one_;
  std::size_t first_;
  std::uint64_t day_;
};

/// What the draws do to VIX, and SPX with it; VIX is that of the evening before.
BALLAST_VECTORISED void find_shocks(const RealWorld& world, std::size_t count, const double* normal, const double* spx_normal,
                                    const double* jump, const double* vix, double* spx, double* log_shock) {
  const double root_day = std::sqrt(year), deviation = world.vix_volatility * root_day, per_vix = world.spx_per_vix / 100 * root_day;
  const double shared = world.correlation, own = std::sqrt(1 - shared * shared), per_jump = world.spx_per_jump;
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) {
    const double spx_move = per_vix * vix[i] * (shared * normal[i] + own * spx_normal[i]);
    log_shock[i] = deviation * normal[i] + jump[i];
    spx[i] *= ballast::numeric::exp(spx_move + per_jump * jump[i]);
  }
}

}  // namespace

void PathDays::advance(int day, std::size_t first) {
  const auto d = static_cast<std::uint64_t>(day);
  ballast::numeric::normal_draws(vix_keys_, d, normal_);
  ballast::numeric::normal_draws(spx_keys_, d, spx_normal_);
  ballast::numeric::uniform_draws(jump_keys_, d, jump_);
  Jumps(world_, first, day).find(jump_);
  find_shocks(world_, log_shock_.size(), normal_.data(), spx_normal_.data(), jump_.data(), block_.vix.data(), block_.spx.data(),
              log_shock_.data());
  ballast::relax(market_.curve, year, block_);
  ballast::shock(market_.curve, log_shock_, block_);
  ballast::advance(token_, {market_, day, year, log_shock_}, block_);
  ballast::advance(liquidity_, no_fees_, block_.token, pool_);
}

double PathDays::walk(std::size_t first, std::size_t count) {
  double sum = 0;
  for (std::size_t begin = 0; begin < count; begin += block_size) {
    const std::size_t size = std::min(block_size, count - begin);
    block_ = ballast::start_block(market_, size);
    pool_ = ballast::start_pool(liquidity_, size);
    no_fees_.assign(size, 0);
    for (auto* keys : {&vix_keys_, &spx_keys_, &jump_keys_}) keys->resize(size);
    ballast::numeric::path_keys(vix_draws, first + begin, vix_keys_);
    ballast::numeric::path_keys(spx_draws, first + begin, spx_keys_);
    ballast::numeric::path_keys(jump_draws, first + begin, jump_keys_);
    for (auto* column : {&normal_, &spx_normal_, &jump_, &log_shock_}) column->resize(size);
    for (int day = 1; day <= days_; ++day) advance(day, first + begin);
    for (std::size_t i = 0; i < size; ++i) sum += pool_.impermanent_loss[i];
  }
  return sum / static_cast<double>(count);
}

}  // namespace bench
