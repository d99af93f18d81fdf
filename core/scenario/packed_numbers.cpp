#include "scenario/packed_numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <climits>
#include <type_traits>

namespace ballast {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint32_t no_digit = 64;

constexpr auto digit_of = [] {
  std::array<std::uint8_t, UCHAR_MAX + 1> result{};
  result.fill(no_digit);
  for (std::size_t i = 0; i < alphabet.size(); ++i) result[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  return result;
}();

template <class Number>
using Bits = std::conditional_t<sizeof(Number) == 8, std::uint64_t, std::uint32_t>;

template <class Number>
std::vector<std::uint8_t> bytes_of(std::span<const Number> numbers) {
  std::vector<std::uint8_t> result;
  result.reserve(numbers.size() * sizeof(Number));
  for (const Number number : numbers) {
    const auto bits = std::bit_cast<Bits<Number>>(number);
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) result.push_back(static_cast<std::uint8_t>(bits >> (8 * byte)));
  }
  return result;
}

/// Three bytes are four digits; where the last group has fewer bytes, "=" fills it.
std::string base64(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) group = group << 8 | (i < count ? bytes[at + i] : 0u);
    for (std::size_t i = 0; i < 4; ++i) text += i <= count ? alphabet[group >> (18 - 6 * i) & 63] : '=';
  }
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return {};
  std::size_t filled = 0;
  while (filled < 2 && filled < text.size() && text[text.size() - 1 - filled] == '=') ++filled;
  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    const std::size_t count = at + 4 == text.size() ? 4 - filled : 4;
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::uint32_t digit = i < count ? digit_of[static_cast<unsigned char>(text[at + i])] : 0;
      if (digit == no_digit) return {};
      group = group << 6 | digit;
    }
    for (std::size_t i = 0; i + 1 < count; ++i) bytes.push_back(static_cast<std::uint8_t>(group >> (16 - 8 * i)));
    // What the filling stands for must be zero, so that every text says something else.
    if (count < 4 && (group & ((1u << (8 * (4 - count))) - 1)) != 0) return {};
  }
  return bytes;
}

}  // namespace

template <class Number>
std::string packed(std::span<const Number> numbers) {
  return base64(bytes_of(numbers));
}

template <class Number>
std::optional<std::vector<Number>> unpacked(std::string_view text) {
  const auto bytes = from_base64(text);
  if (!bytes || bytes->size() % sizeof(Number) != 0) return {};
  std::vector<Number> result;
  result.reserve(bytes->size() / sizeof(Number));
  for (std::size_t at = 0; at < bytes->size(); at += sizeof(Number)) {
    Bits<Number> bits = 0;
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) bits |= static_cast<Bits<Number>>((*bytes)[at + byte]) << (8 * byte);
    result.push_back(std::bit_cast<Number>(bits));
  }
  return result;
}

template std::string packed(std::span<const double>);
template std::string packed(std::span<const std::uint32_t>);
template std::optional<std::vector<double>> unpacked(std::string_view);
template std::optional<std::vector<std::uint32_t>> unpacked(std::string_view);

}  // namespace ballast
