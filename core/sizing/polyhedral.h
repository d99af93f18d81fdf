#pragma once
#include <Eigen/Core>
#include <vector>

/// The least value of a convex piecewise linear function on a polyhedron, exactly: at a vertex, with the multipliers that prove
/// it.
namespace ballast::sizing {

/// Minimise   slope·x + Σ_i weight_i·max(0, kink_i·x - offset_i)   subject to   limit_k·x <= bound_k.
/// d variables, n kinks, K limits. The polyhedron must be bounded in every direction in which the function falls.
struct PolyhedralProgram {
  Eigen::VectorXd slope;   ///< d
  Eigen::MatrixXd kinks;   ///< n x d
  Eigen::VectorXd offset;  ///< n
  Eigen::VectorXd weight;  ///< n, >= 0
  Eigen::MatrixXd limits;  ///< K x d
  Eigen::VectorXd bound;   ///< K
};

/// A plane is a limit (0 to K - 1) or a kink (K + i); a vertex is d of them whose normals are independent.
using Vertex = std::vector<Eigen::Index>;

/// Walks from vertex to vertex along edges until none leads down. This is the simplex method, but a step goes on through kinks
/// while the function still falls, so one step may pass thousands of them: Barrodale and Roberts, "An improved algorithm for
/// discrete l1 linear approximation", SIAM Journal on Numerical Analysis 10 (1973), 839, with limits added and the steepest
/// edge taken. A step costs one pass over the kinks.
///
/// Ties (several planes through one vertex) may make it stand still; the caller shifts offsets and bounds apart by amounts that
/// do not matter, walks, and reads the answer off the same planes without the shifts.
class VertexWalk {
 public:
  /// Starts at a vertex that holds all limits. The program must outlive the walk.
  VertexWalk(const PolyhedralProgram& program, Vertex start);

  enum class End : signed char {
    optimal,
    unbounded,  ///< an edge leads down for ever
    exhausted,  ///< more steps than any well-posed program takes
  };
  End minimise();

  /// Loosens limit k to `bound`, walks along the edge that this opens as far as it leads down, and leaves the rest to
  /// `minimise`. From an optimal vertex only.
  End loosen(Eigen::Index limit, double bound);

  const Vertex& vertex() const { return vertex_; }
  const Eigen::VectorXd& point() const { return point_; }
  /// One for each plane of the vertex: what the least value falls by when that limit is loosened by one; for a kink, the part
  /// of its weight that counts.
  Eigen::VectorXd multipliers() const;
  /// Whether kink i counts in full: it is above its offset and not a plane of the vertex.
  bool is_above(Eigen::Index kink) const { return above_[static_cast<std::size_t>(kink)]; }
  double value() const;
  /// Where the planes of the vertex would meet if limits and kinks had these bounds and offsets.
  Eigen::VectorXd point_with(const Eigen::VectorXd& bound, const Eigen::VectorXd& offset) const;
  int steps() const { return steps_; }

 private:
  struct Edge {
    Eigen::Index leaving = -1;  ///< place in the vertex, -1 for none
    double side = 0;            ///< -1 towards the inside of the plane, +1 away from it
    double fall = 0;            ///< the function's slope along it, < 0
  };
  struct Crossing {
    double distance;
    Eigen::Index plane;
  };

  bool is_kink(Eigen::Index plane) const { return plane >= bound_.size(); }
  Eigen::Index kink(Eigen::Index plane) const { return plane - bound_.size(); }
  Eigen::VectorXd normal(Eigen::Index plane) const;
  double height(Eigen::Index plane) const;

  void place_at_vertex();
  void settle_sides();
  Edge steepest_edge() const;
  bool follow(const Edge& edge);
  Crossing nearest_limit(const Edge& edge, double least) const;
  void collect_crossings(double least, double within);
  Crossing pass_kinks(double fall, Crossing limit);
  void exchange(const Edge& edge, Eigen::Index entering);
  void set_above(Eigen::Index kink, bool above);

  const PolyhedralProgram& program_;
  Eigen::VectorXd bound_;
  Vertex vertex_;
  std::vector<char> in_vertex_;  ///< by plane
  std::vector<char> above_;      ///< by kink
  Eigen::MatrixXd edges_;        ///< inverse of the normals: column k leaves plane k and keeps the others
  Eigen::VectorXd point_;
  Eigen::VectorXd gradient_;   ///< of all that is not a plane of the vertex
  Eigen::VectorXd excess_;     ///< kink·x - offset
  Eigen::VectorXd slack_;      ///< bound - limit·x
  Eigen::VectorXd kink_rate_;  ///< change per unit along the edge
  Eigen::VectorXd limit_rate_;
  std::vector<Crossing> crossings_;
  int steps_ = 0, steps_since_placed_ = 0;
};

}  // namespace ballast::sizing
