#include "sizing/polyhedral.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using Catch::Matchers::WithinRel;
using namespace ballast::sizing;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// Σ |x - a_i| on [0, 10], as kinks 2·max(0, x - a_i) and the slope -n.
PolyhedralProgram distances(const VectorXd& a) {
  const Index n = a.size();
  PolyhedralProgram program{.slope = VectorXd::Constant(1, -static_cast<double>(n)),
                            .kinks = MatrixXd::Ones(n, 1),
                            .offset = a,
                            .weight = VectorXd::Constant(n, 2),
                            .limits = MatrixXd(2, 1),
                            .bound = VectorXd(2)};
  program.limits << -1, 1;
  program.bound << 0, 10;
  return program;
}

}  // namespace

TEST_CASE("the sum of distances is least at the median, one step from anywhere", "[sizing]") {
  VectorXd a(5);
  a << 7, 1, 3, 9, 4;
  const PolyhedralProgram program = distances(a);
  for (const Index start : {0, 1, 2, 3, 5}) {
    VertexWalk walk(program, {start});
    CHECK(walk.minimise() == VertexWalk::End::optimal);
    CHECK(walk.steps() == 1);
    CHECK_THAT(walk.point()[0], WithinRel(4, 1e-15));
    CHECK_THAT(walk.value() + a.sum(), WithinRel(3 + 3 + 1 + 5, 1e-14));
  }
}

TEST_CASE("a limit on the way stops the walk, and loosening it lets it go on", "[sizing]") {
  VectorXd a(5);
  a << 7, 1, 3, 9, 4;
  PolyhedralProgram program = distances(a);
  program.bound[1] = 2;
  VertexWalk walk(program, {0});
  CHECK(walk.minimise() == VertexWalk::End::optimal);
  CHECK_THAT(walk.point()[0], WithinRel(2, 1e-15));
  CHECK_THAT(walk.multipliers()[0], WithinRel(3, 1e-15));
  CHECK(walk.loosen(1, 2.5) == VertexWalk::End::optimal);
  CHECK_THAT(walk.point()[0], WithinRel(2.5, 1e-15));
  CHECK(walk.loosen(1, 8) == VertexWalk::End::optimal);
  CHECK(walk.minimise() == VertexWalk::End::optimal);
  CHECK_THAT(walk.point()[0], WithinRel(4, 1e-15));
}

TEST_CASE("what falls for ever is said to", "[sizing]") {
  PolyhedralProgram program = distances(VectorXd::Zero(0));
  program.slope[0] = -1;
  program.limits = MatrixXd::Constant(1, 1, -1);
  program.bound = VectorXd::Zero(1);
  VertexWalk walk(program, {0});
  CHECK(walk.minimise() == VertexWalk::End::unbounded);
}
