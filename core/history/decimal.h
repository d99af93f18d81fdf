#pragma once
#include <optional>
#include <string_view>

namespace ballast {

/// Reads a decimal number such as "17.31", "-.5", "+2" or "1.5e3": the nearest double, ties to even, the same bits everywhere.
/// Not strtod, which asks the locale where the decimal point is; not std::from_chars, which not every C++ library in use has
/// for double.
///
/// The whole text must be the number, with at most 19 significant digits (16 already tell all doubles of market data apart) and
/// a power of ten of the last one between 1e-19 and 1e19. Nothing where it is not: no thousands separators, no decimal comma,
/// no "nan" or "inf".
std::optional<double> parse_decimal(std::string_view text);

}  // namespace ballast
