#include "claims/claim.h"

#include <cmath>

namespace ballast::claims {

std::string_view in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "holds";
    case Verdict::holds_in_part:
      return "holds in part";
    case Verdict::fails:
      return "fails";
    case Verdict::does_not_apply:
      return "does not apply";
  }
  return "";
}

Claim not_applicable(Claim claim, std::string_view reason) {
  claim.verdict = Verdict::does_not_apply;
  claim.reason = reason;
  return claim;
}

Claim judged(Claim claim, AtLeast threshold) {
  const auto& deciding = claim.figures.front().estimate.value;
  if (!deciding || !std::isfinite(*deciding))
    return not_applicable(std::move(claim), "there is no finite figure to judge it by");
  claim.judged_by = JudgedBy{true, threshold.holds, threshold.in_part};
  claim.verdict = *deciding >= threshold.holds     ? Verdict::holds
                  : *deciding >= threshold.in_part ? Verdict::holds_in_part
                                                   : Verdict::fails;
  return claim;
}

Claim judged(Claim claim, AtMost threshold) {
  const auto& deciding = claim.figures.front().estimate.value;
  if (!deciding || !std::isfinite(*deciding))
    return not_applicable(std::move(claim), "there is no finite figure to judge it by");
  claim.judged_by = JudgedBy{false, threshold.holds, threshold.in_part};
  claim.verdict = *deciding <= threshold.holds     ? Verdict::holds
                  : *deciding <= threshold.in_part ? Verdict::holds_in_part
                                                   : Verdict::fails;
  return claim;
}

}  // namespace ballast::claims
