#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

#include "numeric/random.h"
#include "option/black76.h"

/// The options that all contenders price: a market's worth of strikes, terms and volatilities about one forward.
namespace bench {

struct Options {
  std::vector<ballast::OptionType> type;
  std::vector<double> strike, years, forward, volatility, rate, price;

  explicit Options(std::size_t count) {
    const auto u = [](std::uint64_t column, std::uint64_t i) {
      return static_cast<double>(ballast::numeric::splitmix64(column, i) >> 11) * 0x1p-53;
    };
    for (std::uint64_t i = 0; i < count; ++i) {
      type.push_back(u(0, i) < 0.5 ? ballast::OptionType::call : ballast::OptionType::put);
      years.push_back(0.02 + 2 * u(2, i));
      volatility.push_back(0.1 + 0.9 * u(4, i));
      forward.push_back(100);
      strike.push_back(100 * std::exp((4 * u(1, i) - 2) * volatility[i] * std::sqrt(years[i])));
      rate.push_back(0.05 * u(5, i));
    }
    price.resize(count);
    ballast::black76(columns(), price);
  }

  ballast::BlackColumns columns() const { return {type, strike, years, forward, volatility, rate}; }
};

}  // namespace bench
