#!/usr/bin/env python3
"""The minimax coefficients in core/: computes every table anew and prints it as C++, with the error it leaves.

    scripts/coefficients.py [exp | atanh | tail | tail-rational | tail-rough | tail-fine | density-mean | quantile | gauss-legendre ...]      (all of them without a name; one minute)

Needs mpmath. Remez exchange in 60 digits for P/Q with Q(0) = 1, relative error; the equations are linear once the
levelled error is multiplied by the last Q. Coefficients are rounded to double at the end, which adds at most half an ulp
each; what an evaluation in double makes of them is measured by the tests.
"""
import sys

from mpmath import atanh, cos, erfc, exp, expm1, factorial, legendre, log, lu_solve, matrix, mp, mpf, nstr, pi, polyroots, sqrt, taylor

mp.dps = 60


def polynomial(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def level(xs, values, weights, degrees, q, repeats):
    """P, Q and the error E with weight·(P/Q - f) = ±E at the reference points xs."""
    m, n = degrees
    size = m + n + 2
    error = mpf(0)
    for _ in range(repeats):
        rows, right = matrix(size, size), matrix(size, 1)
        for k, (x, f, w) in enumerate(zip(xs, values, weights)):
            for i in range(m + 1):
                rows[k, i] = x**i
            for j in range(n):
                rows[k, m + 1 + j] = -f * x ** (j + 1)
            rows[k, size - 1] = (-1) ** k * polynomial(q, x) / w
            right[k] = f
        solved = lu_solve(rows, right)
        p, q = list(solved[: m + 1]), [mpf(1)] + list(solved[m + 1 : size - 1])
        settled = abs(solved[size - 1] - error) <= abs(error) * mpf(10) ** -8
        error = solved[size - 1]
        if settled or n == 0:
            break
    return p, q, error


def extrema(points, errors, size):
    """The greatest error of each run of one sign, and of those the `size` that alternate and are greatest."""
    best = []
    for point, e in zip(points, errors):
        if not best or e * best[-1][1] < 0:
            best.append((point, e))
        elif abs(e) > abs(best[-1][1]):
            best[-1] = (point, e)
    while len(best) > size:
        best.pop(0 if abs(best[0][1]) < abs(best[-1][1]) else -1)
    return [point for point, _ in best]


def remez(f, low, high, degrees, weight=None, warp=lambda t: t, turns=12, grid=24):
    """P, Q and their greatest error on [warp(low), warp(high)]; points lie evenly (as Chebyshev's) in t."""
    weight = weight or (lambda x: 1 / f(x))
    size = sum(degrees) + 2
    ts = [low + (high - low) * (1 - cos(pi * k / (size - 1))) / 2 for k in range(size)]
    q, known = [mpf(1)] + [mpf(0)] * degrees[1], {}

    def at(t):
        if t not in known:
            x = warp(t)
            known[t] = (x, f(x), weight(x))
        return known[t]

    for turn in range(turns):
        xs, values, weights = zip(*(at(t) for t in ts))
        p, q, levelled = level(xs, values, weights, degrees, q, 30 if turn == 0 else 8)
        points = [a + (b - a) * i / grid for a, b in zip(ts, ts[1:]) for i in range(grid)] + [ts[-1]]
        errors = [(polynomial(p, x) / polynomial(q, x) - v) * w for x, v, w in map(at, points)]
        greatest = max(map(abs, errors))
        ts = extrema(points, errors, size)
        if len(ts) < size:
            raise ArithmeticError(f"{len(ts)} of {size} extrema")
        if greatest < abs(levelled) * mpf("1.01"):
            return p, q, greatest
    return p, q, greatest


def mobius(centre):
    """(-1, 1) to (0, inf) with 0 to `centre`."""
    return lambda t: centre * (1 + t) / (1 - t)


def from_mobius(centre, x):
    return (x - centre) / (x + centre)


def table(name, coefficients):
    print(f"{name} = {{")
    print("    " + ", ".join(repr(float(c)) for c in coefficients) + "};")


def scaled_tail(z):
    """e^(z^2/2)·Phi(-z)."""
    if z > 1000:
        total, term = mpf(0), mpf(1)
        for k in range(14):
            total += term
            term *= -(2 * k + 1) / z**2
        return total / z / sqrt(2 * pi)
    return exp(z * z / 2) * erfc(z / sqrt(2)) / 2


def quantile(log_p):
    """x < 0 with ln Phi(x) = log_p, by Newton."""
    x = -sqrt(-2 * log_p) if log_p < -3 else (exp(log_p) - mpf(1) / 2) * sqrt(2 * pi)
    for _ in range(100):
        tail = erfc(-x / sqrt(2)) / 2
        step = (log(tail) - log_p) * tail / exp(-x * x / 2) * sqrt(2 * pi)
        x -= step
        if abs(step) < mpf(10) ** -50:
            return x
    raise ArithmeticError("quantile")


def fit_exp():
    # e^r = 1 + r + r^2·(1/2 + r·P(r)): the first three are exact.
    def rest(r):
        if abs(r) < mpf("1e-9"):
            return mpf(1) / 6 + r / 24 + r * r / 120 + r**3 / 720
        return ((expm1(r) - r) / r**2 - mpf(1) / 2) / r

    half = log(mpf(2)) / 2 * mpf("1.0001")
    p, _, error = remez(rest, -half, half, (8, 0), weight=lambda r: (r * r + half**2 / 8) ** mpf("1.5"))
    print(f"// exp: error {nstr(error, 2)}")
    table("exp", p)


def fit_atanh():
    # 2·atanh(s) = 2·s + s^3·P(s^2)
    def rest(w):
        return 2 * (atanh(sqrt(w)) / sqrt(w) - 1) / w if w > mpf("1e-20") else mpf(2) / 3 + 2 * w / 5

    top = mpf("0.2006") ** 2
    p, _, error = remez(rest, mpf(0), top, (6, 0), weight=lambda w: (w + top / 20) / 2)
    print(f"// atanh: error {nstr(error, 2)} of 2·atanh(s)")
    table("atanh", p)


def fit_tail():
    # (1 + z)·R(z) is between 0.39 and 0.53 for all z >= 0.
    centre = mpf(5)

    def flat(t):
        return 1 / sqrt(2 * pi) if t >= 1 else (1 + mobius(centre)(t)) * scaled_tail(mobius(centre)(t))

    p, _, error = remez(flat, mpf(-1), mpf(1), (23, 0))
    print(f"// tail: error {nstr(error, 2)}")
    table("tail", p)


def fit_tail_rational(name, degrees):
    start, centre = mpf(-1), mpf(4)
    low, high = from_mobius(centre, mpf(0)), from_mobius(centre, mpf("38.6") - start)
    p, q, error = remez(lambda w: scaled_tail(w + start), low, high, degrees, warp=mobius(centre))
    print(f"// {name}: error {nstr(error, 2)}")
    table("numerator", p)
    table("denominator", q)


def fit_tail_fine():
    # R(z) = R(3/4) - t·S(t)/(23/4), t = (z - 3/4)/(z + 5), for z in [-0.32, 60]. The slope of t·S(t) is fitted, which is
    # (z + 5)^2·(phi(0) - z·R(z)), the less closely the more an error of it fades in the deviation, by about 1 + z^2/6.
    centre, pole = mpf("0.75"), mpf(5)
    place = lambda t: (centre + pole * t) / (1 - t)
    from_place = lambda z: (z - centre) / (z + pole)

    def slope(t):
        z = place(t)
        return (1 / sqrt(2 * pi) - z * scaled_tail(z)) * (z + pole) ** 2

    def weight(t):
        return 1 / slope(t) / (1 + max(place(t), mpf(0)) ** 2 / 6)

    p, _, error = remez(slope, from_place(mpf("-0.32")), from_place(mpf(60)), (23, 0), weight=weight, turns=14, grid=12)
    print(f"// tail-fine: error {nstr(error, 2)}, R(3/4) = {float(scaled_tail(centre))!r}")
    table("tail", [p[k] / (k + 1) for k in range(len(p))])


def fit_density_mean():
    # (1 - mean of e^(-t^2/2) for t from 0 to x)/x^2 in x^2, for x up to 1.25, from a fit to the slope of the mean in x^2.
    def slope(v):
        if v < mpf("1e-4"):
            return sum((-1) ** k * (k + 1) * v**k / ((2 * k + 3) * 2 ** (k + 1) * factorial(k + 1)) for k in range(10))
        return (sqrt(pi / (2 * v)) * (1 - erfc(sqrt(v / 2))) - exp(-v / 2)) / (2 * v)

    p, _, error = remez(slope, mpf(0), mpf("1.25") ** 2, (10, 0), weight=lambda v: mpf(1))
    print(f"// density-mean: error {nstr(error, 2)} of the slope")
    table("mean", [p[k] / (k + 1) for k in range(len(p))])


def fit_quantile():
    top = mpf("0.180625")  # 0.425^2

    def centre(u):  # x = q·P(u)/Q(u), u = top - q^2, q = p - 1/2
        q = sqrt(top - u)
        return quantile(log(mpf(1) / 2 - q)) / -q if q > mpf("1e-20") else sqrt(2 * pi)

    p, q, error = remez(centre, mpf(0), top, (7, 7))
    print(f"// quantile, |p - 1/2| <= 0.425: error {nstr(error, 2)}")
    table("numerator", p)
    table("denominator", q)
    for low, high, spread in ((mpf("1.6"), mpf(5), 4), (mpf(5), mpf("27.3"), 10)):
        ends = [from_mobius(mpf(spread), x) for x in (mpf(0), high - low)]
        p, q, error = remez(lambda r: -quantile(-((r + low) ** 2)), *ends, (7, 7), warp=mobius(mpf(spread)), grid=10)
        print(f"// quantile, {nstr(low, 3)} <= sqrt(-ln p) <= {nstr(high, 3)}: error {nstr(error, 2)}")
        table("numerator", p)
        table("denominator", q)


def fit_gauss_legendre():
    for n in (5, 8, 16):
        roots = sorted(polyroots(taylor(lambda x: legendre(n, x), 0, n)[::-1], maxsteps=500, extraprec=200))
        slope = lambda x: n * (legendre(n - 1, x) - x * legendre(n, x)) / (1 - x * x)
        print(f"// gauss-legendre, {n} nodes")
        table("nodes", [(1 + x) / 2 for x in roots])
        table("weights", [1 / ((1 - x * x) * slope(x) ** 2) for x in roots])


FITS = {
    "exp": fit_exp,
    "atanh": fit_atanh,
    "tail": fit_tail,
    "tail-rational": lambda: fit_tail_rational("tail-rational", (10, 11)),
    "tail-rough": lambda: fit_tail_rational("tail-rough", (4, 5)),
    "tail-fine": fit_tail_fine,
    "density-mean": fit_density_mean,
    "quantile": fit_quantile,
    "gauss-legendre": fit_gauss_legendre,
}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or FITS:
        FITS[wanted]()
