#include "sizing/polyhedral.h"

#include <Eigen/LU>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "sizing/sample.h"

namespace ballast::sizing {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Smaller slopes are rounding: of a multiplier against the lengths of what it is the product of, and of a rate along an edge.
constexpr double rounding = 1e-13, least_rate = 1e-10;
/// What the sum that says on which side of a kink a point lies may be wrong by, of the size of its terms.
constexpr double side_rounding = 4e-15;
/// Steps between two computations from scratch, and those that a program may take.
constexpr int fresh_for = 64, steps_by_plane = 50;

}  // namespace

VertexWalk::VertexWalk(const PolyhedralProgram& program, Vertex start)
    : program_(program), bound_(program.bound), vertex_(std::move(start)) {
  assert(static_cast<Index>(vertex_.size()) == program.slope.size());
  in_vertex_.assign(static_cast<std::size_t>(bound_.size() + program.offset.size()), false);
  for (const Index plane : vertex_) in_vertex_[static_cast<std::size_t>(plane)] = true;
  above_.resize(static_cast<std::size_t>(program.offset.size()));
  place_at_vertex();
}

VectorXd VertexWalk::normal(Index plane) const {
  return is_kink(plane) ? program_.kinks.row(kink(plane)) : program_.limits.row(plane);
}

double VertexWalk::height(Index plane) const {
  return is_kink(plane) ? program_.offset[kink(plane)] : bound_[plane];
}

/// Everything from the planes of the vertex alone, so that no rounding is carried on.
void VertexWalk::place_at_vertex() {
  const Index d = program_.slope.size();
  MatrixXd normals(d, d);
  VectorXd heights(d);
  for (Index k = 0; k < d; ++k) {
    const Index plane = vertex_[static_cast<std::size_t>(k)];
    normals.row(k) = normal(plane);
    heights[k] = height(plane);
  }
  // Column by column, whose sums have a fixed order.
  const Eigen::FullPivLU<MatrixXd> factors(normals);
  edges_.resize(d, d);
  for (Index k = 0; k < d; ++k) edges_.col(k) = factors.solve(VectorXd::Unit(d, k));
  point_ = factors.solve(heights);

  product(program_.limits, point_, slack_);
  slack_ = bound_ - slack_;
  product(program_.kinks, point_, excess_);
  excess_ -= program_.offset;
  settle_sides();
  gradient_ = program_.slope;
  for (Index j = 0; j < d; ++j)
    for (Index i = 0; i < excess_.size(); ++i)
      if (is_above(i)) gradient_[j] += program_.weight[i] * program_.kinks(i, j);
  steps_since_placed_ = 0;
}

/// A kink within rounding of the vertex keeps its side. The walk has chosen it, and many kinks at one place that were dealt out
/// anew each time would never let it end.
void VertexWalk::settle_sides() {
  VectorXd size = program_.offset.cwiseAbs();
  for (Index j = 0; j < point_.size(); ++j)
    for (Index i = 0; i < size.size(); ++i) size[i] += std::fabs(program_.kinks(i, j) * point_[j]);
  for (Index i = 0; i < excess_.size(); ++i) {
    char& above = above_[static_cast<std::size_t>(i)];
    if (std::fabs(excess_[i]) > side_rounding * size[i]) above = excess_[i] > 0;
    if (in_vertex_[static_cast<std::size_t>(bound_.size() + i)]) above = false;
  }
}

VectorXd VertexWalk::multipliers() const {
  VectorXd result;
  product(edges_.transpose(), -gradient_, result);
  return result;
}

double VertexWalk::value() const {
  double sum = 0;
  for (Index j = 0; j < point_.size(); ++j) sum += program_.slope[j] * point_[j];
  for (Index i = 0; i < excess_.size(); ++i)
    if (is_above(i)) sum += program_.weight[i] * excess_[i];
  return sum;
}

VectorXd VertexWalk::point_with(const VectorXd& bound, const VectorXd& offset) const {
  VectorXd heights(point_.size()), result;
  for (Index k = 0; k < heights.size(); ++k) {
    const Index plane = vertex_[static_cast<std::size_t>(k)];
    heights[k] = is_kink(plane) ? offset[kink(plane)] : bound[plane];
  }
  product(edges_, heights, result);
  return result;
}

/// Leaving a plane inwards changes the function by its multiplier; a kink can also be left outwards, for the rest of its
/// weight.
VertexWalk::Edge VertexWalk::steepest_edge() const {
  const VectorXd multiplier = multipliers();
  const double gradient = std::sqrt(gradient_.squaredNorm());
  Edge best;
  double steepest = 0;
  for (Index k = 0; k < multiplier.size(); ++k) {
    const Index plane = vertex_[static_cast<std::size_t>(k)];
    const double length = std::sqrt(edges_.col(k).squaredNorm());
    const double outward = is_kink(plane) ? program_.weight[kink(plane)] - multiplier[k] : 0;
    const double fall = std::min(multiplier[k], outward);
    if (fall >= -rounding * (gradient * length) || fall / length >= steepest) continue;
    steepest = fall / length;
    best = {.leaving = k, .side = multiplier[k] < outward ? -1.0 : 1.0, .fall = fall};
  }
  return best;
}

VertexWalk::End VertexWalk::minimise() {
  const auto planes = static_cast<int>(bound_.size() + program_.slope.size());
  for (int left = steps_by_plane * planes; left > 0; --left) {
    if (steps_since_placed_ >= fresh_for) place_at_vertex();
    const Edge edge = steepest_edge();
    if (edge.leaving >= 0) {
      if (!follow(edge)) return End::unbounded;
    } else if (steps_since_placed_ == 0) {
      return End::optimal;
    } else {
      place_at_vertex();
    }
  }
  return End::exhausted;
}

VertexWalk::End VertexWalk::loosen(Index limit, double bound) {
  assert(bound >= bound_[limit]);
  if (bound == bound_[limit]) return End::optimal;
  slack_[limit] += bound - bound_[limit];
  bound_[limit] = bound;
  const auto place = std::find(vertex_.begin(), vertex_.end(), limit);
  if (place == vertex_.end()) return End::optimal;
  const Index k = place - vertex_.begin();
  return follow({.leaving = k, .side = 1, .fall = -multipliers()[k]}) ? End::optimal : End::unbounded;
}

bool VertexWalk::follow(const Edge& edge) {
  const VectorXd direction = edge.side * edges_.col(edge.leaving);
  const double least = least_rate * std::sqrt(direction.squaredNorm());
  product(program_.kinks, direction, kink_rate_);
  product(program_.limits, direction, limit_rate_);
  const Crossing limit = nearest_limit(edge, least);
  collect_crossings(least, limit.distance);
  const Crossing to = pass_kinks(edge.fall, limit);
  if (to.plane < 0) return false;
  point_ += to.distance * direction;
  excess_ += to.distance * kink_rate_;
  slack_ -= to.distance * limit_rate_;
  exchange(edge, to.plane);
  ++steps_, ++steps_since_placed_;
  return true;
}

/// A plane of the vertex is not met, except that a loosened limit is met again where it now stands.
VertexWalk::Crossing VertexWalk::nearest_limit(const Edge& edge, double least) const {
  Crossing nearest = {.distance = infinity, .plane = -1};
  const Index leaving = vertex_[static_cast<std::size_t>(edge.leaving)];
  for (Index k = 0; k < slack_.size(); ++k) {
    if (limit_rate_[k] <= least || (in_vertex_[static_cast<std::size_t>(k)] && k != leaving)) continue;
    const double distance = std::max(slack_[k], 0.0) / limit_rate_[k];
    if (distance < nearest.distance) nearest = {distance, k};
  }
  return nearest;
}

void VertexWalk::collect_crossings(double least, double within) {
  crossings_.clear();
  for (Index i = 0; i < excess_.size(); ++i) {
    const double towards = is_above(i) ? -kink_rate_[i] : kink_rate_[i];
    if (towards <= least || in_vertex_[static_cast<std::size_t>(bound_.size() + i)]) continue;
    const double away = std::max(is_above(i) ? excess_[i] : -excess_[i], 0.0);
    if (away < within * towards) crossings_.push_back({away / towards, bound_.size() + i});
  }
}

/// From the nearest kink on, as long as the function still falls behind it. A heap, because few of many are passed; its order
/// is that of distance and number, so that what is passed does not depend on the library.
VertexWalk::Crossing VertexWalk::pass_kinks(double fall, Crossing limit) {
  const auto later = [](const Crossing& a, const Crossing& b) {
    return a.distance > b.distance || (a.distance == b.distance && a.plane > b.plane);
  };
  std::make_heap(crossings_.begin(), crossings_.end(), later);
  while (!crossings_.empty()) {
    std::pop_heap(crossings_.begin(), crossings_.end(), later);
    const Crossing next = crossings_.back();
    crossings_.pop_back();
    const Index i = kink(next.plane);
    fall += program_.weight[i] * std::fabs(kink_rate_[i]);
    if (fall >= 0) return next;
    set_above(i, !is_above(i));
  }
  return limit;
}

void VertexWalk::set_above(Index i, bool above) {
  if (is_above(i) == above) return;
  above_[static_cast<std::size_t>(i)] = above;
  const double factor = above ? program_.weight[i] : -program_.weight[i];
  for (Index j = 0; j < gradient_.size(); ++j) gradient_[j] += factor * program_.kinks(i, j);
}

/// Puts a plane in the place of another and brings the edges up to date.
void VertexWalk::exchange(const Edge& edge, Index entering) {
  const Index leaving = vertex_[static_cast<std::size_t>(edge.leaving)];
  in_vertex_[static_cast<std::size_t>(leaving)] = false;
  in_vertex_[static_cast<std::size_t>(entering)] = true;
  vertex_[static_cast<std::size_t>(edge.leaving)] = entering;
  if (is_kink(leaving)) set_above(kink(leaving), edge.side > 0);
  if (is_kink(entering)) set_above(kink(entering), false);
  (is_kink(entering) ? excess_[kink(entering)] : slack_[entering]) = 0;

  VectorXd rates;
  product(edges_.transpose(), normal(entering), rates);
  const VectorXd renewed = edges_.col(edge.leaving) / rates[edge.leaving];
  for (Index j = 0; j < edges_.cols(); ++j) edges_.col(j) -= rates[j] * renewed;
  edges_.col(edge.leaving) = renewed;
}

}  // namespace ballast::sizing
