#pragma once
#include <string>

/// How a report writes numbers in a sentence. (std::format would do it, at four times the size of the WebAssembly module.)
namespace ballast::words {

/// Rounded to the nearest whole number.
std::string whole(double value);

/// How many of something, rounded: "10,000".
std::string count(double number);

/// With one decimal.
std::string tenths(double value);

/// "1,936 USD", always without a sign.
std::string dollars(double value);

/// A fraction as "12.3 %".
std::string percent(double fraction);

}  // namespace ballast::words
