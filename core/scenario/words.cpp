#include "scenario/words.h"

#include <algorithm>
#include <cmath>

namespace ballast::words {
namespace {

/// Commas between thousands, in the digits before a point.
std::string grouped(std::string digits) {
  for (std::size_t i = std::min(digits.find('.'), digits.size()); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

std::string whole(double value) {
  return std::to_string(std::llround(value));
}

std::string count(double number) {
  return grouped(whole(number));
}

std::string tenths(double value) {
  const long long rounded = std::llround(10 * std::abs(value));
  return (value < 0 && rounded > 0 ? "-" : "") + std::to_string(rounded / 10) + "." + std::to_string(rounded % 10);
}

std::string dollars(double value) {
  // What no whole number holds.
  if (!(std::abs(value) < 1e18)) return "more than 1e18 USD";
  return grouped(whole(std::abs(value))) + " USD";
}

std::string percent(double fraction) {
  // Beyond a million percent a figure says no more than that.
  if (std::abs(fraction) > 1e4) return fraction < 0 ? "less than -1,000,000 %" : "more than 1,000,000 %";
  const std::string size = tenths(std::abs(100 * fraction));
  return (fraction < 0 && size != "0.0" ? "-" : "") + grouped(size) + " %";
}

}  // namespace ballast::words
