#pragma once
#include <cstdint>
#include <span>

#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/vectorise.h"

/// Random draws as pure functions of (seed, stream, path, day): any draw alone, in any order and any split over threads or
/// machines, the same bits everywhere.
///
/// Beneath lies SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) in counter mode:
/// output n of its sequence is a mix of seed + n·gamma. Seed and stream give a key, key and path the key of a path, and the
/// days of a path run along the sequence of that key. With 64-bit keys the days of two among a million paths of a thousand days
/// coincide with probability 1e-4; whole paths practically never do.
namespace ballast::numeric {

/// Output n = 0, 1, 2 ... of SplitMix64 for this seed.
BALLAST_ELEMENT constexpr std::uint64_t splitmix64(std::uint64_t seed, std::uint64_t n) {
  std::uint64_t z = seed + (n + 1) * 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// Independent draws for one purpose, such as the shocks of VIX or the times of jumps.
struct Stream {
  std::uint64_t key;
};

BALLAST_ELEMENT constexpr Stream stream(std::uint64_t seed, std::uint64_t number) {
  return {splitmix64(seed, number)};
}

/// What the draws of all days of a path begin with.
BALLAST_ELEMENT constexpr std::uint64_t path_key(Stream of, std::uint64_t path) {
  return splitmix64(of.key, path);
}

/// 64 random bits for a day of a path.
BALLAST_ELEMENT constexpr std::uint64_t random_bits(Stream of, std::uint64_t path, std::uint64_t day) {
  return splitmix64(path_key(of, path), day);
}

namespace detail {

BALLAST_ELEMENT double uniform_of_bits(std::uint64_t random) {
  return (from_bits((random >> 12) | bits(1.0)) - 1) + 0x1p-53;
}

}  // namespace detail

/// Uniform on the 2^52 midpoints (k + 1/2)·2^-52, so never 0 or 1, and as often p as 1 - p.
BALLAST_ELEMENT double uniform_draw(Stream of, std::uint64_t path, std::uint64_t day) {
  return detail::uniform_of_bits(random_bits(of, path, day));
}

/// Standard normal, the quantile of uniform_draw: at most 8.2 in magnitude.
BALLAST_ELEMENT double normal_draw(Stream of, std::uint64_t path, std::uint64_t day) {
  return normal_quantile(uniform_draw(of, path, day));
}

/// The draws of one day for consecutive paths: result[i] is that of path first_path + i.
void uniform_draws(Stream of, std::uint64_t first_path, std::uint64_t day, std::span<double> result);
void normal_draws(Stream of, std::uint64_t first_path, std::uint64_t day, std::span<double> result);

/// The same draws for paths whose keys are at hand, key[i] that of the path of result[i]: half the work where one block of paths is
/// walked for many days. Keys and result have one length.
void path_keys(Stream of, std::uint64_t first_path, std::span<std::uint64_t> key);
void uniform_draws(std::span<const std::uint64_t> key, std::uint64_t day, std::span<double> result);
void normal_draws(std::span<const std::uint64_t> key, std::uint64_t day, std::span<double> result);

}  // namespace ballast::numeric
