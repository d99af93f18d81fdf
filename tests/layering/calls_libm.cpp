// What core/ must not do. The layering test reads this library to show that it would notice.
#include <cmath>

double calls_libm(double x) { return std::exp(x) + std::pow(x, 0.3) + std::sqrt(x); }
