#!/usr/bin/env python3
"""Computes the reference values beside this file anew, in 80 digits with mpmath.

    tests/golden/references.py            writes elementary.txt, black76.txt, implied.txt and indicators.txt (seconds)

A line is a name, the operands, and each result as two doubles: the nearest one and what is missing from it. The operands are
doubles printed so that they read back exactly; the points are drawn by a fixed seed, with the edges of each domain added.
"""
import math
import os
import random

from mpmath import erfc, exp, expm1, log, log1p, mp, mpf, pi, sqrt

mp.dps = 80
HERE = os.path.dirname(os.path.abspath(__file__))


def double(x):
    """The nearest double, with gradual underflow, which float() of mpmath rounds twice."""
    if x == 0:
        return 0.0
    shift = mpf(2) ** max(53 - int(mp.floor(log(abs(x), 2))) - 1, -971)
    shift = min(shift, mpf(2) ** 1074)
    return math.ldexp(float(mp.nint(x * shift)), -int(mp.nint(log(shift, 2))))


def line(out, name, operands, results):
    fields = [name] + [repr(float(x)) for x in operands]
    for r in results:
        high = double(r)
        fields += [repr(high), f"{float(r - mpf(high)):.3e}"]
    out.write(" ".join(fields) + "\n")


def cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def scaled_tail(z):
    if z > 1e6:
        return (1 - 1 / z**2 + 3 / z**4 - 15 / z**6) / (z * sqrt(2 * pi))
    return exp(z * z / 2) * erfc(z / sqrt(mpf(2))) / 2


def quantile(p):
    """By Newton on the logarithm of the lesser tail, of p a double."""
    least = p if p < mpf(1) / 2 else 1 - p
    if least == mpf(1) / 2:
        return mpf(0)
    x = -sqrt(-2 * log(least)) if least < mpf("0.05") else (least - mpf(1) / 2) * sqrt(2 * pi)
    for _ in range(200):
        step = log(cdf(x) / least) * cdf(x) / exp(-x * x / 2) * sqrt(2 * pi)
        x -= step
        if abs(step) < mpf(10) ** -60:
            break
    return x if p < mpf(1) / 2 else -x


def elementary(out):
    draw = random.Random(76)
    spread = lambda low, high, n: [draw.uniform(low, high) for _ in range(n)]
    powers = lambda low, high, n: [math.exp(draw.uniform(low, high)) for _ in range(n)]
    tiny = [2.0**-k for k in (1, 10, 26, 27, 30, 53, 54, 60, 300, 1022)]
    signed_tiny = tiny + [-x for x in tiny]
    half_ln2 = [(k + 0.5) * math.log(2) for k in range(-1075, 1024, 61)]
    for x in spread(-708.3, 709.7, 400) + spread(-1, 1, 300) + spread(-745.1, -708.4, 40) + signed_tiny + half_ln2:
        line(out, "exp", [x], [exp(mpf(x))])
    for x in spread(-40, 709.7, 200) + spread(-1, 1, 300) + signed_tiny:
        line(out, "expm1", [x], [expm1(mpf(x))])
    for x in powers(-744, 709, 300) + spread(0.5, 2, 300) + [5e-324, 1.7976931348623157e308] + [1 + t for t in tiny]:
        line(out, "log", [x], [log(mpf(x))])
    for x in spread(-0.999, 3, 300) + powers(-40, 40, 100) + [-t for t in powers(-40, -0.1, 100)] + signed_tiny:
        line(out, "log1p", [x], [log1p(mpf(x))])
    for x, y in zip(powers(-5, 5, 300) + powers(-50, 50, 200), spread(-3, 3, 300) + spread(-13, 13, 200)):
        line(out, "pow", [x, y], [mpf(x) ** mpf(y)])
    for a, b in [(a, a * r) for a, r in zip(powers(-200, 200, 300), spread(0.3, 3, 200) + [1 + t for t in powers(-36, -3, 100)])]:
        line(out, "log_ratio", [a, b], [log(mpf(a) / mpf(b))])
    for x in spread(-37, 8, 400) + spread(-4, 4, 400) + signed_tiny:
        line(out, "normal_cdf", [x], [cdf(mpf(x))])
    for x in spread(-37, 37, 200) + spread(-4, 4, 100):
        line(out, "normal_density", [x], [exp(-mpf(x) ** 2 / 2) / sqrt(2 * pi)])
    for z in spread(-37, 40, 300) + spread(-2, 5, 300) + powers(3, 80, 30) + signed_tiny:
        line(out, "normal_scaled_tail", [z], [scaled_tail(mpf(z))])
    for p in spread(0, 1, 300) + powers(-740, -2, 300) + [1 - t for t in powers(-36, -2, 100)]:
        line(out, "normal_quantile", [p], [quantile(mpf(p))])


def black76(side, forward, strike, deviation):
    d1 = log(forward / strike) / deviation + deviation / 2
    return side * (forward * cdf(side * d1) - strike * cdf(side * (d1 - deviation)))


def greeks(side, forward, strike, volatility, years, rate):
    """As BlackGreeks lists them."""
    root = sqrt(years)
    deviation, discount = volatility * root, exp(-rate * years)
    d1 = log(forward / strike) / deviation + deviation / 2
    d2 = d1 - deviation
    density = exp(-d1 * d1 / 2) / sqrt(2 * pi)
    price = discount * black76(side, forward, strike, deviation)
    vega = discount * forward * density * root
    return [
        price,
        discount * side * cdf(side * d1),
        discount * density / (forward * deviation),
        rate * price - discount * forward * density * volatility / (2 * root),
        vega,
        -years * price,
        -discount * density * d2 / volatility,
        vega * d1 * d2 / volatility,
    ]


def options(out):
    draw = random.Random(1976)
    count = 0
    while count < 900:
        forward = math.exp(draw.uniform(0, 9))
        deviation = math.exp(draw.uniform(math.log(1e-8), math.log(20)))
        near = draw.choice([draw.uniform(-1, 1), draw.uniform(-5, 5), draw.uniform(-37, 37)])
        log_strike = deviation * near + draw.choice([-0.5, 0, 0.5]) * deviation**2
        if abs(log_strike) > 12:
            continue
        strike = forward * math.exp(log_strike)
        prices = [black76(side, mpf(forward), mpf(strike), mpf(deviation)) for side in (1, -1)]
        if min(prices) < mpf(10) ** -250 * min(forward, strike):
            continue
        line(out, "black76", [forward, strike, deviation], prices)
        count += 1
    for _ in range(400):
        operands = [draw.choice([-1, 1]), math.exp(draw.uniform(2, 9))]
        operands += [operands[1] * math.exp(draw.uniform(-1, 1)), draw.uniform(0.05, 2), math.exp(draw.uniform(-6, 1.5))]
        operands += [draw.uniform(-0.02, 0.1)]
        line(out, "greeks", operands, greeks(operands[0], *map(mpf, operands[1:])))


# Strike, price and about the deviation of options on a forward of 1, found among some millions of random ones: here the worth
# has many roundings and each counts in full. A difference of tails alone leaves 4 to 5.4 ulp.
DEMANDING = [
    (1.0, 0.3547151799687323, 0.921),
    (1.0, 0.3736646707570428, 0.974),
    (1.0000000290249067, 7.215725536334836e-08, 2.15e-07),
    (1.0000000573163823, 2.192830756648766e-08, 1.13e-07),
    (1.0000177700320603, 1.4637946503258588e-05, 5.62e-05),
    (1.000081480545394, 0.30879251861217216, 0.795),
    (1.0001287675301043, 0.0003111659951118809, 0.000932),
    (1.0003833881552713, 0.0005273783921732255, 0.00176),
    (1.0072809564355472, 0.3768824011671066, 0.989),
    (1.00854254496334, 0.3340951460758634, 0.871),
    (1.0257300392829782, 0.27054299549901156, 0.716),
    (1.040773696371535, 0.3524597703316465, 0.95),
    (1.0529144375662083, 0.36472025757101467, 0.993),
    (1.06586438645177, 0.16267629651585955, 0.475),
    (1.1515799912339824, 0.32706887441957133, 0.966),
    (1.3348023114807186, 0.27465994732324533, 0.944),
    (1.3940433409918835, 0.27147717221384865, 0.968),
    (1.8004213682902563, 0.563004502762334, 1.93),
    (2.077707186840469, 0.4893226462133606, 1.8),
    (2.2777349721865074, 0.5162550396408888, 1.92),
]


def implied_line(out, strike, price, deviation):
    """By Newton on ln(price), from next to the root."""
    s = deviation
    for _ in range(20):
        d1 = -log(strike) / s + s / 2
        value = black76(1, mpf(1), strike, s)
        step = log(value / price) * value / exp(-d1 * d1 / 2) * sqrt(2 * pi)
        s -= step
        if abs(step) < s * mpf(10) ** -40:
            break
    line(out, "implied", [1.0, float(strike), float(price)], [s])


def implied(out):
    """Prices as doubles, and the deviation that gives exactly that double."""
    draw = random.Random(2015)
    logs = [0.0, 1e-16, 1e-10, 1e-6, 1e-4, 1e-3, 1e-2, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0]
    for log_strike in logs:
        for _ in range(40):
            deviation = mpf(math.exp(draw.uniform(math.log(1e-8), math.log(12))))
            if log_strike and draw.random() < 0.7:
                deviation = mpf(log_strike / draw.uniform(0.05, 36))
            strike = mpf(math.exp(log_strike))
            price = mpf(double(black76(1, mpf(1), strike, deviation)))
            if price < mpf(10) ** -300 or price >= 1 - mpf(2) ** -20:
                continue
            implied_line(out, strike, price, deviation)
    for strike, price, deviation in DEMANDING:
        implied_line(out, mpf(strike), mpf(price), mpf(deviation))


def fading(first, later, keep):
    """What a recursion a = keep·a + (1 - keep)·x comes to that begins with `first`, as the sum that it is."""
    n = len(later)
    return keep**n * first + (1 - keep) * sum(keep ** (n - 1 - k) * x for k, x in enumerate(later))


def exponential(series, period):
    """By day, from the first value on."""
    keep = 1 - mpf(2) / (period + 1)
    return [fading(series[0], series[1 : day + 1], keep) for day in range(len(series))]


def relative_strength(closes, period):
    """Of the last close: Wilder's averages, which begin with the mean of the first `period` changes."""
    changes = [after - before for before, after in zip(closes, closes[1:])]
    gain, loss = (
        fading(sum(moves[:period]) / period, moves[period:], 1 - mpf(1) / period)
        for moves in ([max(c, mpf(0)) for c in changes], [max(-c, mpf(0)) for c in changes])
    )
    return 100 * gain / (gain + loss)


def beta(asset, market):
    """Covariance over variance, from the definition."""
    mean_asset, mean_market = sum(asset) / len(asset), sum(market) / len(market)
    covariance = sum((a - mean_asset) * (m - mean_market) for a, m in zip(asset, market))
    return covariance / sum((m - mean_market) ** 2 for m in market)


def returns(closes):
    return [after / before - 1 for before, after in zip(closes, closes[1:])]


def indicators(out):
    """Closes of three series as they are published, and by day what indicators.h defines on them. No recursion is taken over
    from the code: each average is the sum that it stands for."""
    draw = random.Random(1978)
    vix, spx, token, days = 15.0, 2700.0, 20.0, []
    for _ in range(160):
        shock = draw.gauss(0, 1)
        vix *= math.exp(0.07 * shock)
        spx *= math.exp(-0.007 * shock + 0.006 * draw.gauss(0, 1))
        token *= math.exp(0.03 * shock + 0.01 * draw.gauss(0, 1))
        days.append([round(vix, 2), round(spx, 2), round(token, 4)])
        line(out, "closes", days[-1], [])
    vix, spx, token = ([mpf(day[i]) for day in days] for i in range(3))
    gap = [fast - slow for fast, slow in zip(exponential(spx, 12), exponential(spx, 26))]
    signal = exponential(gap, 9)
    spx_returns, token_returns = returns(spx), returns(token)
    for day in range(len(days)):
        line(out, "edr", [day], [vix[day] / sqrt(mpf(252))])
        line(out, "macd", [day], [gap[day], signal[day], gap[day] - signal[day]])
        if day >= 14:
            line(out, "rsi", [day], [relative_strength(spx[: day + 1], 14)])
        if day >= 60:
            line(out, "beta", [day], [beta(token_returns[day - 60 : day], spx_returns[day - 60 : day])])


if __name__ == "__main__":
    for name, write in (("elementary", elementary), ("black76", options), ("implied", implied), ("indicators", indicators)):
        with open(os.path.join(HERE, name + ".txt"), "w", encoding="ascii") as out:
            write(out)
