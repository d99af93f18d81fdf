#pragma once

namespace ballast {

/// A swap in a constant-product pool that everybody sees before it is done.
struct PublicSwap {
  double trade;      ///< USD put in, >= 0
  double tolerance;  ///< worst price accepted, as a fraction below the quoted one, in [0, 1)
  double depth;      ///< USDC in the pool, > 0
  double fee;        ///< of a trade in the pool, fraction
};

/// What a sandwich takes from the swap, USD: an attacker trades first and trades back after it (Zhou, Qin, Torres, Le, Gervais,
/// "High-Frequency Trading on Decentralized On-Chain Exchanges", 2021, section V), by the amount that gains most after the fees
/// of the two trades, at most so much that the swap just still goes through. That is tolerance·trade where fees are small
/// against trade/depth, less where they are not, and 0 where even the first dollar does not pay: the deeper the pool and the
/// dearer its trades, the larger a swap is let alone.
double sandwich_loss(const PublicSwap& swap);

}  // namespace ballast
