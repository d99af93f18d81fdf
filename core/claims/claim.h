#pragma once
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "field/provenance.h"
#include "ledger/distribution.h"

namespace ballast::claims {

enum class Verdict : signed char { holds, holds_in_part, fails, does_not_apply };

/// "holds", "holds in part", "fails" or "does not apply".
std::string_view in_words(Verdict verdict);

/// A number that speaks for or against a statement.
struct Figure {
  std::string_view name;
  std::string_view unit;  ///< "share" is a fraction of 1
  Estimate estimate;      ///< with an error where it is sampled
};

/// A path of the simulation (task `path` opens it) with its measure.
struct DecidingPath {
  std::size_t path;
  double value;
  int day;  ///< of its spike
};

/// What the first figure of a claim was held against.
struct JudgedBy {
  bool at_least;  ///< else at most
  double holds, in_part;
};

/// What is said about such hedges, and what this scenario says to it.
struct Claim {
  std::string_view id;
  std::string_view statement;
  std::string_view threshold;  ///< when it holds, and when in part
  Source source;               ///< who says so, and where the threshold comes from
  Verdict verdict = Verdict::does_not_apply;
  std::string_view reason = "";      ///< why it does not apply, else empty
  std::optional<JudgedBy> judged_by = {};  ///< nothing where it does not apply
  std::vector<Figure> figures = {};  ///< the first is the one that the threshold is about
  /// What is taken of each path, and its unit ("USD" or "ratio"); empty where no path decides.
  std::string_view measure = "", measure_unit = "";
  std::vector<DecidingPath> paths = {};  ///< those with the three lowest and the three highest measures, ascending
};

/// The same claim as one that cannot be tested here.
Claim not_applicable(Claim claim, std::string_view reason);

/// From which value on a statement holds, and from which in part.
struct AtLeast {
  double holds, in_part;
};
inline constexpr double above_zero = std::numeric_limits<double>::min();

/// Judges by the first figure; one that is missing or no finite number decides nothing.
Claim judged(Claim claim, AtLeast threshold);

/// The same where the figure must be no greater.
struct AtMost {
  double holds, in_part;
};
Claim judged(Claim claim, AtMost threshold);

}  // namespace ballast::claims
