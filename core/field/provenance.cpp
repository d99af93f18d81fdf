#include "field/provenance.h"

namespace ballast {

std::string_view label(Provenance provenance) {
  switch (provenance) {
    case Provenance::published: return "published";
    case Provenance::recurring: return "recurring";
    case Provenance::calibrated: return "calibrated";
    case Provenance::assumption: return "assumption";
  }
  return "";
}

}  // namespace ballast
