#include "history/decimal.h"

#include <bit>
#include <cstdint>

namespace ballast {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int largest_exponent = 19;

/// digits·10^exponent.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes digits with at most one point among them off the front. Zeros wait until another digit follows them, so that
/// "17.240000" has four significant digits.
std::optional<Decimal> take_digits(std::string_view& text) {
  constexpr std::uint64_t most = 999'999'999'999'999'999;
  std::uint64_t digits = 0;
  int waiting_zeros = 0, decimals = 0;
  bool any = false, after_point = false;
  for (; !text.empty() && (is_digit(text[0]) || (text[0] == '.' && !after_point)); text.remove_prefix(1)) {
    if (text[0] == '.') {
      after_point = true;
      continue;
    }
    any = true;
    decimals += after_point ? 1 : 0;
    if (text[0] == '0') {
      waiting_zeros += digits > 0 ? 1 : 0;
      continue;
    }
    for (++waiting_zeros; waiting_zeros > 0; --waiting_zeros) {
      if (digits > most) return std::nullopt;
      digits *= 10;
    }
    digits += static_cast<std::uint64_t>(text[0] - '0');
  }
  return any ? std::optional(Decimal{digits, waiting_zeros - decimals}) : std::nullopt;
}

/// Takes "e-3" off the front, or nothing.
std::optional<int> take_exponent(std::string_view& text) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return 0;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 2) return std::nullopt;
  int exponent = 0;
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) exponent = exponent * 10 + (text[0] - '0');
  return negative ? -exponent : exponent;
}

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

int width(Wide number) {
  const auto high = static_cast<std::uint64_t>(number >> 64);
  return high ? 64 + std::bit_width(high) : std::bit_width(static_cast<std::uint64_t>(number));
}

/// (number + a fraction below one where `fraction` is not zero)·2^exponent to the nearest double, ties to even. `number` has 54
/// bits or more where there is a fraction. The result is a normal number.
double nearest(Wide number, Wide fraction, int exponent) {
  const int excess = width(number) - 53;
  if (excess > 0) {
    const Wide half = Wide(1) << (excess - 1);
    const Wide dropped = number & ((half << 1) - 1);
    number >>= excess;
    exponent += excess;
    if (dropped > half || (dropped == half && (fraction != 0 || (number & 1) != 0))) ++number;
  }
  double result = static_cast<double>(static_cast<std::uint64_t>(number));
  for (; exponent > 0; --exponent) result *= 2;
  for (; exponent < 0; ++exponent) result /= 2;
  return result;
}

double nearest(const Decimal& decimal) {
  if (decimal.digits == 0) return 0;
  if (decimal.exponent >= 0) return nearest(decimal.digits * power_of_ten(decimal.exponent), 0, 0);
  // As far left as it goes, so that the quotient keeps 64 bits or more.
  const int shift = 128 - width(decimal.digits);
  const Wide numerator = Wide(decimal.digits) << shift, denominator = power_of_ten(-decimal.exponent);
  return nearest(numerator / denominator, numerator % denominator, -shift);
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  auto number = take_digits(text);
  if (!number) return std::nullopt;
  const auto exponent = take_exponent(text);
  if (!exponent || !text.empty()) return std::nullopt;
  number->exponent += *exponent;
  if (number->digits == 0) return 0.0;
  if (number->exponent < -largest_exponent || number->exponent > largest_exponent) return std::nullopt;
  const double magnitude = nearest(*number);
  return negative ? -magnitude : magnitude;
}

}  // namespace ballast
