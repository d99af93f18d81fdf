#pragma once
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "field/provenance.h"

namespace ballast {

/// What a number may be. Infinity and NaN are never allowed.
struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_excluded = false;
  bool high_excluded = false;

  bool hold(double value) const;
};

constexpr Bounds between(double low, double high) { return {.low = low, .high = high}; }
constexpr Bounds above(double low, double high) { return {.low = low, .high = high, .low_excluded = true}; }
constexpr Bounds strictly_between(double low, double high) {
  return {.low = low, .high = high, .low_excluded = true, .high_excluded = true};
}

inline constexpr Source starting_value = assumption("a starting value, to be replaced by the reader's own");

/// One field of the scenario: everything a form, a schema, an error message or a footnote needs to say about it. The default is
/// the value that a default-constructed struct holds.
struct Field {
  std::string_view name;  ///< key in the JSON
  std::string_view text;  ///< what it means, one sentence
  std::string_view unit = "";
  Bounds bounds = {};
  Source source = {};  ///< of the default; without text where there is none, as of an optional amount
};

/// Goes through the fields of a struct. Every struct of the scenario has one function `describe(Fields&, Struct&)` that names
/// its fields; the parser, the schema, the complete scenario and the list of defaults used are four visitors of that function.
/// Nothing here knows JSON.
class Fields {
 public:
  virtual ~Fields() = default;

  virtual void number(double& value, const Field& field) = 0;
  virtual void number(std::optional<double>& value, const Field& field) = 0;
  virtual void whole(int& value, const Field& field) = 0;
  virtual void flag(bool& value, const Field& field) = 0;
  virtual void text(std::string& value, const Field& field) = 0;

  /// One of several names, held as its index (an enum without gaps).
  virtual void choice(int& index, std::span<const std::string_view> names, const Field& field) = 0;

  /// The struct is exactly one of several numbers, such as a strike by delta or by level: which one, and its value.
  virtual void alternative(int& index, double& value, std::span<const Field> alternatives) = 0;

  /// States a rule between fields. Where it does not hold, the parser reports `message` at the field `name`.
  virtual void require(bool holds, std::string_view name, std::string_view message) = 0;

  template <class Struct>
  void object(Struct& value, const Field& field) {
    if (!enter_object(field)) return;
    describe(*this, value);
    leave_object();
  }

  template <class Struct>
  void list(std::vector<Struct>& values, const Field& field) {
    values.resize(enter_list(field, values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!enter_item(i)) continue;
      describe(*this, values[i]);
      leave_object();
    }
    leave_list();
  }

  /// An alternative struct chosen by the key `kind`; each struct in the variant says its name in `Struct::kind` and what it
  /// is in `Struct::about`. Adding a kind is adding it to the variant. Where no kind is given, the first is meant, unless `Missing`
  /// says that one must be.
  enum class Missing { first_kind, problem };
  template <class... Kind>
  void kinds(std::variant<Kind...>& value, Missing missing = Missing::first_kind) {
    static constexpr std::array<Field, sizeof...(Kind)> fields = {Field{.name = Kind::kind, .text = Kind::about}...};
    enter_kinds(fields, value.index(), missing);
    [&]<std::size_t... I>(std::index_sequence<I...>) { (kind<I>(value), ...); }(std::index_sequence_for<Kind...>{});
    leave_kinds();
  }

 protected:
  virtual bool enter_object(const Field& field) = 0;
  virtual void leave_object() = 0;
  virtual std::size_t enter_list(const Field& field, std::size_t size) = 0;
  virtual bool enter_item(std::size_t index) = 0;
  virtual void leave_list() = 0;
  virtual void enter_kinds(std::span<const Field> kinds, std::size_t current, Missing missing) = 0;
  virtual bool enter_kind(std::size_t index) = 0;
  virtual void leave_kind() = 0;
  virtual void leave_kinds() = 0;

 private:
  template <std::size_t I, class... Kind>
  void kind(std::variant<Kind...>& value) {
    if (!enter_kind(I)) return;
    if (value.index() != I) value.template emplace<I>();
    describe(*this, std::get<I>(value));
    leave_kind();
  }
};

/// An enum as a choice. The enumerators count from zero in the order of the names.
template <class Enum, std::size_t N>
void choice(Fields& fields, Enum& value, const std::array<std::string_view, N>& names, const Field& field) {
  int index = static_cast<int>(value);
  fields.choice(index, names, field);
  value = static_cast<Enum>(index);
}

}  // namespace ballast
