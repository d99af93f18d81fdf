#include "history/remark.h"

#include <algorithm>

namespace ballast {

void Remarks::add(Remark remark) {
  ++count;
  if (listed.size() < most_listed) listed.push_back(std::move(remark));
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 40;
  constexpr std::string_view more = "...";
  std::string shown(text.size() <= longest ? text : text.substr(0, longest - more.size()));
  std::ranges::replace_if(shown, [](char c) { return c < ' ' || c > '~'; }, '?');
  if (text.size() > longest) shown += more;
  return shown;
}

}  // namespace ballast
