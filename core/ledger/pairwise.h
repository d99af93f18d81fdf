#pragma once
#include <cassert>
#include <cstdint>
#include <map>
#include <optional>

namespace ballast {

/// Joins what blocks 0, 1, 2 ... give two by two: block 2n with 2n + 1, their join with that of the next two, and so on. Which
/// joins are made depends on the blocks that are there and on nothing else, so that floating-point sums are the same bits in
/// whatever order and split the blocks come. Holds at most one value for each binary digit of the number of blocks while they
/// come in order, and as many for each stretch of blocks where they come in stretches.
///
/// T has `T join(const T& left, const T& right)`.
template <class T>
class Pairwise {
 public:
  /// The join of blocks first to first + 2^level - 1; first is a multiple of 2^level.
  struct Node {
    std::uint64_t first;
    int level;
    T value;

    bool operator==(const Node&) const = default;
  };

  /// Takes a block in (level 0) or what was joined elsewhere. No block may come twice.
  void add(Node node) {
    while (true) {
      const std::uint64_t width = std::uint64_t{1} << node.level;
      const auto sibling = nodes_.find(node.first ^ width);
      if (sibling == nodes_.end() || sibling->second.level != node.level) break;
      const Node& other = sibling->second;
      node = node.first & width ? Node{other.first, node.level + 1, join(other.value, node.value)}
                                : Node{node.first, node.level + 1, join(node.value, other.value)};
      nodes_.erase(sibling);
    }
    [[maybe_unused]] const bool is_new = nodes_.emplace(node.first, node).second;
    assert(is_new);
  }

  /// By their first block.
  const std::map<std::uint64_t, Node>& nodes() const { return nodes_; }

  /// Of all blocks so far; nothing where there are none.
  std::optional<T> total() const {
    std::optional<T> result;
    for (const auto& [first, node] : nodes_) result = result ? join(*result, node.value) : node.value;
    return result;
  }

 private:
  std::map<std::uint64_t, Node> nodes_;
};

}  // namespace ballast
