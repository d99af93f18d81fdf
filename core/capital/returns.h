#pragma once
#include <expected>
#include <span>

/// What a series of payments earns: net present value, internal rate of return, modified internal rate of return.
///
/// Amounts are USD, received above 0 and paid below. Rates are effective, as decimals, per year of 365 days for dated flows and
/// per period for amounts that are one period apart, the first of them now; a rate is above -1 and may be greater than 1. The
/// other rates of Ballast are continuous: theirs is ln(1 + rate).
namespace ballast {

/// One payment on one day.
struct CashFlow {
  double day;     ///< in calendar days from any day; fractions count
  double amount;  ///< USD; above 0 received, below 0 paid
};

/// Why there is no value to give.
enum class ReturnFailure : signed char {
  no_flows,          ///< nothing is paid or received, or all of it cancels on its day
  not_finite,        ///< a day, an amount or a rate is NaN or infinite, or the amounts of a day do not sum to a number
  nothing_received,  ///< payments only: all is lost, which no rate says; -1 is the limit
  nothing_paid,      ///< receipts only: earned on nothing, at any rate
  rate_too_low,      ///< a rate that was given is not above -1
  no_rate,           ///< the flows change sign more than once, and no rate was found at which they are worth 0
  too_large,         ///< the answer, or the ratio of two amounts, is beyond the largest double
};

/// The value at the first amount, which is not discounted: Σ amount[i] / (1 + rate)^i. (Excel's NPV discounts the first amount
/// too: it is this over 1 + rate.)
std::expected<double, ReturnFailure> net_present_value(std::span<const double> amounts, double rate);

/// The value on the earliest day: Σ amount / (1 + rate)^((day - earliest)/365), in any order. Excel's XNPV.
std::expected<double, ReturnFailure> net_present_value(std::span<const CashFlow> flows, double rate);

/// A rate at which the flows are worth nothing, and whether it need be the only one.
struct InternalRate {
  double rate;       ///< >= -1; -1 where 1 + rate is below half an ulp of 1
  int sign_changes;  ///< between successive days that are not 0, >= 1: the number of such rates is this or less by 2, 4, ...
};

/// The rate at which the net present value is 0: Excel's IRR and XIRR, without their first guess.
///
/// With one change of sign there is exactly one such rate (Descartes' rule of signs), and it is found wherever it lies. With
/// more there may be several (Lorie and Savage, "Three Problems in Rationing Capital", Journal of Business 28, 1955): the
/// answer is the one with the least |ln(1 + rate)|, the one nearest 0. Two rates whose ln(1 + rate) are nearer to each other
/// than 1/64, or than 1/16 of themselves, may be passed over as if they were none.
std::expected<InternalRate, ReturnFailure> irr(std::span<const double> amounts);

/// The same over days: Σ amount / (1 + rate)^(day/365) = 0. In any order; amounts of one day are netted first.
std::expected<InternalRate, ReturnFailure> xirr(std::span<const CashFlow> flows);

/// What money costs and earns outside of the flows, both > -1.
struct OutsideRates {
  double finance;   ///< paid on the money that the payments take
  double reinvest;  ///< earned on what is received, until the end
};

/// Modified internal rate of return: the growth from what the payments are worth now at the finance rate to what the receipts
/// are worth at the end at the reinvestment rate, FV(receipts)/PV(payments) = (1 + mirr)^n, with n one less than the number of
/// amounts, zeros included. Excel's MIRR. Unlike the IRR it is always one number.
std::expected<double, ReturnFailure> mirr(std::span<const double> amounts, const OutsideRates& rates);

/// The same over days, from the earliest to the latest, days of amount 0 included. Amounts of one day are netted first.
std::expected<double, ReturnFailure> mirr(std::span<const CashFlow> flows, const OutsideRates& rates);

}  // namespace ballast
