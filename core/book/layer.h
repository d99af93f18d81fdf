#pragma once
#include <string>
#include <variant>

#include "book/adaptive.h"
#include "book/alvh.h"
#include "book/cndr.h"
#include "book/conversion.h"
#include "book/iron_condor.h"
#include "book/reserve.h"
#include "book/reversal.h"
#include "book/short_token.h"
#include "book/spx_puts.h"
#include "book/strip_hedge.h"
#include "book/synthetic.h"
#include "book/vix_calls.h"
#include "book/vix_puts.h"
#include "book/vxth.h"

namespace ballast {

/// A hedge layer: a rule that trades once a day. A kind is one file with a struct, `describe` and `act`, and its place here.
struct Layer {
  std::variant<VixCalls, IronCondor, StripHedge, Alvh, Vxth, Cndr, VixPuts, SpxPuts, ShortToken, Reserve, Synthetic, Conversion,
               Reversal>
      rule;
  std::string name;
  bool on = true;
  Adaptive adaptive = {};
};

void describe(Fields& fields, Layer& layer);

/// The same layer `factor` times as large, factor >= 0.
void scale(Layer& layer, double factor);

/// Opens on another day.
void set_open_day(Layer& layer, int day);

/// Sets it anew by another policy; a layer without a target is left as it is. Says whether it has one.
bool set_recalibration(Layer& layer, Recalibration::Policy policy);

/// Lets the layer trade today. Expiries are settled first.
void act(const Layer& layer, const Desk::Day& day, int number, Holdings& holdings);

}  // namespace ballast
