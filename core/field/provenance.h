#pragma once
#include <string_view>

namespace ballast {

/// Where a default or a rule comes from (model.md, "Provenance"). A number without a label is a defect.
enum class Provenance {
  published,   ///< a rule or figure that its owner publishes
  recurring,   ///< repeated by its owner, no rules page found
  calibrated,  ///< fitted to data that the source names
  assumption,  ///< ours
};

/// "published", "recurring", "calibrated" or "assumption".
std::string_view label(Provenance provenance);

struct Source {
  Provenance provenance = Provenance::assumption;
  std::string_view text = "";  ///< who publishes it, what it was fitted to, or why it was assumed
};

constexpr Source published(std::string_view text) { return {Provenance::published, text}; }
constexpr Source recurring(std::string_view text) { return {Provenance::recurring, text}; }
constexpr Source calibrated(std::string_view text) { return {Provenance::calibrated, text}; }
constexpr Source assumption(std::string_view text) { return {Provenance::assumption, text}; }

}  // namespace ballast
