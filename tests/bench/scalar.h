#pragma once

/// What a C++ programmer writes first: one path and one option after the other, with the standard library's functions and
/// generators, and with what does not change taken out of the loops. The same market, pool and options as PathDays and Surface.
namespace bench::scalar {

/// Black-76 as a textbook has it, undiscounted; side 1 for a call, -1 for a put.
double black76(double side, double forward, double strike, double deviation);

/// As PathDays::walk, of draws of its own.
double walk(int paths, int days);

/// As Surface::on_smiles.
double surface();

}  // namespace bench::scalar
