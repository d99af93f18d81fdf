#pragma once
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

/// Reads the reference values that references.py made.
namespace ballast::golden {

/// A number to some 70 bits: the nearest double, and what is missing from it.
struct Reference {
  double nearest;
  double rest;

  /// How far x is from it, exactly but for the last rounding.
  double off(double x) const { return (x - nearest) - rest; }

  /// The same in units of the last place of `nearest`.
  double ulps(double x) const {
    const double size = std::fabs(nearest);
    const double ulp = std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
    return x == nearest ? std::fabs(rest) / ulp : std::fabs(off(x)) / ulp;
  }
};

struct Line {
  std::string name;
  std::vector<double> operands;
  std::vector<Reference> results;
};

/// The lines of tests/golden/<file> that begin with `name`, which have that many operands.
inline std::vector<Line> lines(const std::string& file, const std::string& name, std::size_t operands) {
  std::ifstream in(std::filesystem::path(__FILE__).parent_path() / file);
  std::vector<Line> found;
  for (std::string text; std::getline(in, text);) {
    std::istringstream fields(text);
    Line line;
    fields >> line.name;
    if (line.name != name) continue;
    // strtod, because reading from a stream refuses subnormal numbers.
    std::vector<double> numbers;
    for (std::string field; fields >> field;) numbers.push_back(std::strtod(field.c_str(), nullptr));
    line.operands.assign(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(operands));
    for (std::size_t i = operands; i + 1 < numbers.size(); i += 2) line.results.push_back({numbers[i], numbers[i + 1]});
    found.push_back(line);
  }
  return found;
}

}  // namespace ballast::golden
