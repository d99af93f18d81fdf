// The same algebra as core/, in plain JavaScript over typed arrays: what a careful author would write without C++. Everything is
// local and written out, because calls that return several numbers cost more here than the arithmetic; the exponential is core's,
// with a table for the powers of two, which beats Math.exp by a tenth, and Math.log beats core's. The honest column.

const ROOT = 0.3989422804014327;
const POWERS = Float64Array.from({ length: 2148 }, (_, k) => 2 ** (k - 1074));

function exp(x) {
  x = x < -708 ? -708 : x > 709 ? 709 : x;
  const k = x * 1.4426950408889634 + 6755399441055744 - 6755399441055744;
  const r = x - k * 0.6931471803691238 - k * 1.9082149292705877e-10, r2 = r * r;
  let even = 2.762275168362285e-07, odd = 2.51122109807823e-08;
  even = even * r2 + 2.4801515155146387e-05; odd = odd * r2 + 2.7557235746472745e-06;
  even = even * r2 + 0.0013888888921304951; odd = odd * r2 + 0.00019841269893382214;
  even = even * r2 + 0.041666666666618606; odd = odd * r2 + 0.008333333333319606;
  even = even * r2 + 0.5; odd = odd * r2 + 0.16666666666666677;
  return POWERS[(k + 1074) | 0] * (1 + (r + r2 * (even + r * odd)));
}

export function prices(c, out) {
  const { sign, strike, years, forward, volatility, rate } = c;
  for (let i = 0; i < out.length; ++i) {
    const f = forward[i], k = strike[i], s = volatility[i] * Math.sqrt(years[i]);
    const centre = Math.abs(Math.log(f / k)) / s, near = centre - 0.5 * s, far = centre + 0.5 * s;
    const decay = exp(-0.5 * near * near), inside = near < -1;
    const u = (inside ? -near : near) + 1, v = far + 1;
    let q = 3.5679747448007128e-06, dq = q;
    q = q * u + 8.608792709006481e-05;
    let p = 1.4234159811128926e-06, dp = p;
    dq = dq * v + q; q = q * u + 0.0010602521358889908; p = p * u + 3.5767529927851876e-05;
    dq = dq * v + q; q = q * u + 0.008549739088103714; dp = dp * v + p; p = p * u + 0.00045732351899631314;
    dq = dq * v + q; q = q * u + 0.04937635867498289; dp = dp * v + p; p = p * u + 0.0038309849724173476;
    dq = dq * v + q; q = q * u + 0.21219562433470757; dp = dp * v + p; p = p * u + 0.023037634840311485;
    dq = dq * v + q; q = q * u + 0.6871864011823461; dp = dp * v + p; p = p * u + 0.1034460064170089;
    dq = dq * v + q; q = q * u + 1.6672823545428999; dp = dp * v + p; p = p * u + 0.35136291696118394;
    dq = dq * v + q; q = q * u + 2.9564189766412143; dp = dp * v + p; p = p * u + 0.896133953448821;
    dq = dq * v + q; q = q * u + 3.6351860781722314; dp = dp * v + p; p = p * u + 1.66229315978447;
    dq = dq * v + q; q = q * u + 2.7808548212703257; dp = dp * v + p; p = p * u + 2.071357981248145;
    dq = dq * v + q; q = q * u + 1.0; dp = dp * v + p; p = p * u + 1.387142978835005;
    const apart = inside ? 2 * centre : s, q2 = q + apart * dq, over = 1 / (q * q2);
    const worth = inside ? 1 - decay * ((p * q2 + (p + apart * dp) * q) * over) : decay * (s * ((p * dq - dp * q) * over));
    const pay = sign[i] * (f - k);
    out[i] = exp(-rate[i] * years[i]) * ((f < k ? f : k) * worth + (pay > 0 ? pay : 0));
  }
}

export function greeks(c, out) {
  const { sign, strike, years, forward, volatility, rate } = c;
  const [price, delta, gamma, theta, vega, rho, vanna, volga] = out;
  for (let i = 0; i < price.length; ++i) {
    const f = forward[i], k = strike[i], t = years[i], sigma = volatility[i], side = sign[i], rt = rate[i];
    const root = Math.sqrt(t), s = sigma * root, overS = 1 / s, discount = exp(-rt * t);
    const centre = Math.abs(Math.log(f / k)) * overS, near = centre - 0.5 * s, far = centre + 0.5 * s;
    const decay = exp(-0.5 * near * near), inside = near < -1;
    const u = (inside ? -near : near) + 1, v = far + 1;
    let q = 3.5679747448007128e-06, dq = q;
    q = q * u + 8.608792709006481e-05;
    let p = 1.4234159811128926e-06, dp = p;
    dq = dq * v + q; q = q * u + 0.0010602521358889908; p = p * u + 3.5767529927851876e-05;
    dq = dq * v + q; q = q * u + 0.008549739088103714; dp = dp * v + p; p = p * u + 0.00045732351899631314;
    dq = dq * v + q; q = q * u + 0.04937635867498289; dp = dp * v + p; p = p * u + 0.0038309849724173476;
    dq = dq * v + q; q = q * u + 0.21219562433470757; dp = dp * v + p; p = p * u + 0.023037634840311485;
    dq = dq * v + q; q = q * u + 0.6871864011823461; dp = dp * v + p; p = p * u + 0.1034460064170089;
    dq = dq * v + q; q = q * u + 1.6672823545428999; dp = dp * v + p; p = p * u + 0.35136291696118394;
    dq = dq * v + q; q = q * u + 2.9564189766412143; dp = dp * v + p; p = p * u + 0.896133953448821;
    dq = dq * v + q; q = q * u + 3.6351860781722314; dp = dp * v + p; p = p * u + 1.66229315978447;
    dq = dq * v + q; q = q * u + 2.7808548212703257; dp = dp * v + p; p = p * u + 2.071357981248145;
    dq = dq * v + q; q = q * u + 1.0; dp = dp * v + p; p = p * u + 1.387142978835005;
    const apart = inside ? 2 * centre : s, p2 = p + apart * dp, q2 = q + apart * dq, over = 1 / (q * q2);
    const nearTail = p * q2 * over, farTail = p2 * q * over;
    const worth = inside ? 1 - decay * (nearTail + farTail) : decay * (s * ((p * dq - dp * q) * over));
    const pay = side * (f - k), above = f > k, least = above ? k : f, overF = 1 / f, overSigma = root * overS;
    const value = discount * (least * worth + (pay > 0 ? pay : 0));
    const n = discount * (least * decay * ROOT);
    const tail = (above ? k * overF * farTail : nearTail) * decay;
    const d1 = above ? far : -near, d2 = above ? near : -far;
    price[i] = value;
    delta[i] = discount * side * (side * (above || inside ? 1 : -1) > 0 ? 1 - tail : tail);
    gamma[i] = n * overS * overF * overF;
    theta[i] = rt * value - 0.5 * n * sigma * (sigma * overS);
    vega[i] = n * root;
    rho[i] = -t * value;
    vanna[i] = -n * overF * d2 * overSigma;
    volga[i] = n * root * d1 * d2 * overSigma;
  }
}

function upperTail(z) {
  const t = (z - 5) / (z + 5);
  let r = -3.697224189856699e-10;
  r = r * t + -2.8662285134875016e-10;
  r = r * t + 4.3342617979704016e-09;
  r = r * t + 3.6513015092148856e-09;
  r = r * t + -3.0788229881419243e-08;
  r = r * t + -2.6342132105131527e-08;
  r = r * t + 1.9604998375112097e-07;
  r = r * t + 1.2795198103287588e-07;
  r = r * t + -1.307249578989227e-06;
  r = r * t + -7.04067467013003e-08;
  r = r * t + 9.059711779115881e-06;
  r = r * t + -9.896066154090506e-06;
  r = r * t + -5.360753926706692e-05;
  r = r * t + 0.00018233413450201007;
  r = r * t + 7.79158748599297e-06;
  r = r * t + -0.001676072342337846;
  r = r * t + 0.0065220006692149335;
  r = r * t + -0.015170415402784116;
  r = r * t + 0.02453696324356464;
  r = r * t + -0.026401042966291588;
  r = r * t + 0.010002352385233546;
  r = r * t + 0.031030368425963305;
  r = r * t + -0.09155228183400908;
  r = r * t + 0.46151582985003775;
  return r / (1 + z);
}

function quantile(p) {
  const r = Math.sqrt(-2 * Math.log(p));
  const z = r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308)));
  return z > 0 ? z : 0;
}

function roughNear(w, y, n) {
  const c = (Math.PI * n) / (Math.sqrt(n * n + 2 * Math.PI) - n), tail = w * (1 + c / y);
  return quantile(tail < 0.5 ? tail : 0.5);
}

function start(y, w, complement) {
  const turn = Math.sqrt(2 * y), turnTail = upperTail(turn);
  if (w >= 0.5) {
    const opposite = quantile(complement / (1 + 2 * turnTail));
    return opposite + Math.sqrt(opposite * opposite + 2 * y);
  }
  const turnWorth = 0.5 - turnTail, floor = w / ROOT, tangent = floor + (turn - turnWorth / ROOT);
  const linear = tangent < floor ? floor : tangent;
  if (!(w < turnWorth)) return linear;
  const outer = quantile(w), inner = ((0.5 - w) * y) / (1.2533 * w);
  const first = roughNear(w, y, outer < inner ? outer : inner), byTangent = y / linear - 0.5 * linear;
  const least = first < byTangent ? byTangent : first;
  const n = least + ((roughNear(w, y, least) - least) * least * least) / (least * least + 0.4);
  return (2 * y) / (n + Math.sqrt(n * n + 2 * y));
}

function step(y, w, complement, s) {
  const above = w >= 0.5, centre = y / s, near = centre - 0.5 * s, far = centre + 0.5 * s;
  const decay = exp(-0.5 * near * near), inside = near < (above ? 0 : -1);
  const u = (inside ? -near : near) + 1, v = far + 1;
  let q = 3.5679747448007128e-06, dq = q;
  q = q * u + 8.608792709006481e-05;
  let p = 1.4234159811128926e-06, dp = p;
  dq = dq * v + q; q = q * u + 0.0010602521358889908; p = p * u + 3.5767529927851876e-05;
  dq = dq * v + q; q = q * u + 0.008549739088103714; dp = dp * v + p; p = p * u + 0.00045732351899631314;
  dq = dq * v + q; q = q * u + 0.04937635867498289; dp = dp * v + p; p = p * u + 0.0038309849724173476;
  dq = dq * v + q; q = q * u + 0.21219562433470757; dp = dp * v + p; p = p * u + 0.023037634840311485;
  dq = dq * v + q; q = q * u + 0.6871864011823461; dp = dp * v + p; p = p * u + 0.1034460064170089;
  dq = dq * v + q; q = q * u + 1.6672823545428999; dp = dp * v + p; p = p * u + 0.35136291696118394;
  dq = dq * v + q; q = q * u + 2.9564189766412143; dp = dp * v + p; p = p * u + 0.896133953448821;
  dq = dq * v + q; q = q * u + 3.6351860781722314; dp = dp * v + p; p = p * u + 1.66229315978447;
  dq = dq * v + q; q = q * u + 2.7808548212703257; dp = dp * v + p; p = p * u + 2.071357981248145;
  dq = dq * v + q; q = q * u + 1.0; dp = dp * v + p; p = p * u + 1.387142978835005;
  const apart = inside ? 2 * centre : s, q2 = q + apart * dq, over = 1 / (q * q2);
  const decayed = decay * (inside ? (p * q2 + (p + apart * dp) * q) * over : s * ((p * dq - dp * q) * over));
  const value = above === inside ? decayed : 1 - decayed;
  const slope = (s * decay * ROOT) / value, r = above ? -slope : slope;
  const half = 0.5 * s, m = near * far, second = 1 + m - r;
  const third = 1 + 3 * m + m * m - 3 * centre * centre - half * half - 3 * r * (1 + m) + 2 * r * r;
  const newton = Math.log((above ? complement : w) / value) / r;
  const dx = (newton * (1 + 0.5 * second * newton)) / (1 + newton * (second + third * newton * (1 / 6)));
  const b = dx > 0.7 ? 0.7 : dx < -0.7 ? -0.7 : dx;
  return s + s * (b * (1 + b * (0.5 + b * (1 / 6 + b * (1 / 24)))));
}

export function implied(c, out) {
  const { sign, strike, years, forward, rate, price } = c;
  for (let i = 0; i < out.length; ++i) {
    const f = forward[i], k = strike[i], pay = sign[i] * (f - k), least = f < k ? f : k;
    const left = price[i] * exp(rate[i] * years[i]) - (pay > 0 ? pay : 0);
    const y = Math.abs(Math.log(f / k)), w = left / least, complement = (least - left) / least;
    const s = step(y, w, complement, step(y, w, complement, start(y, w, complement)));
    out[i] = !(left >= 0) || left > least ? NaN : left === 0 ? 0 : s / Math.sqrt(years[i]);
  }
}

// --- Paths: a day of a path, VIX, SPX, token and pool ---------------------------------------------------------------

const DAY = 1 / 365;

/** xoshiro128++ (Blackman, Vigna 2019): 32 bits at a time, because JavaScript has no fast 64-bit product. */
class Bits {
  constructor(seed) {
    this.s = new Uint32Array(4);
    for (let i = 0; i < 4; ++i) this.s[i] = Math.imul(seed + i + 1, 0x9e3779b9) ^ (0x85ebca6b >>> i);
  }
}

const TAIL_P = [1.4234371107496835, 4.630337327667983, 5.769495327699333, 3.647845812454597, 1.2704567568041985, 0.2417803095106652, 0.0227237947652343, 0.0007745430138522315];
const TAIL_Q = [1.0, 2.0531912623866386, 1.6763839367744806, 0.6897666103889096, 0.14810373206977007, 0.015198633293374652, 0.0005475923942875827, 1.0507460213535049e-09];
const FAR_P = [6.657904643501104, 5.462237763598976, 1.7836651233160337, 0.296223142237508, 0.02648440914272426, 0.0012392699505776499, 2.700563701874903e-05, 1.9983773233559056e-07];
const FAR_Q = [1.0, 0.5995998290064968, 0.13680675140452056, 0.01485156572861364, 0.0007848360814288361, 1.838968334115568e-05, 1.4130569435215158e-07, 2.0101788691507416e-15];

/** As core's; a branch here pays, since six draws of seven are central and need no logarithm. */
function normalQuantile(p) {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const v = 0.180625 - q * q;
    return q * (((((((2508.969383626178 * v + 33429.43854233802) * v + 67264.07627710342) * v + 45921.13171285207) * v + 13731.529484700943) * v + 1971.5768684379088) * v + 133.14123940829387) * v + 3.3871328727963665) /
      (((((((5226.2861862977325 * v + 28728.201654349046) * v + 39306.995142900676) * v + 21213.44693982409) * v + 5394.136673637462) * v + 687.182469857333) * v + 42.313204198299566) * v + 1);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p)), far = r > 5, v = far ? r - 5 : r - 1.6;
  const n = far ? FAR_P : TAIL_P, d = far ? FAR_Q : TAIL_Q;
  let numerator = n[7], denominator = d[7];
  for (let i = 6; i >= 0; --i) { numerator = numerator * v + n[i]; denominator = denominator * v + d[i]; }
  return (q < 0 ? -numerator : numerator) / denominator;
}

/**
 * The same market and pool as bench::PathDays, one path after the other, so that all of a path's state stays in registers: what is
 * quickest in JavaScript. Returns the mean loss of a pool of 100,000 USD.
 */
export function paths(count, days) {
  const m = { vix: 15, spx: 5000, weight: 0.54, fast: 27, slow: 1.55, longRun: 20, calm: 15, tenor: 30 * DAY };
  const rest = Math.log(m.calm / m.longRun), fastRest = m.weight * rest, slowRest = (1 - m.weight) * rest;
  const fastDecay = Math.exp(-m.fast * DAY), slowDecay = Math.exp(-m.slow * DAY);
  const fastTenor = Math.exp(-m.fast * m.tenor), slowTenor = Math.exp(-m.slow * m.tenor);
  const beta = m.weight * fastTenor + (1 - m.weight) * slowTenor;
  const roll = Math.exp((fastTenor * m.fast * fastRest + slowTenor * m.slow * slowRest) * DAY);
  const rootDay = Math.sqrt(DAY), deviation = 0.9 * rootDay, perVix = (0.85 / 100) * rootDay, own = Math.sqrt(1 - 0.75 * 0.75);
  const mean = 1.5 * DAY, none = Math.exp(-mean), one = none * (1 + mean), value0 = 100_000;
  const start = Math.log(m.vix / m.longRun), bits = new Bits(20180205).s;
  let a = bits[0] | 0, b = bits[1] | 0, c = bits[2] | 0, d = bits[3] | 0, sum = 0;
  const uniform = () => {
    let t = (a + d) | 0;
    const high = ((((t << 7) | (t >>> 25)) + a) | 0) >>> 6;
    t = b << 9; c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = (d << 11) | (d >>> 21);
    t = (a + d) | 0;
    const low = ((((t << 7) | (t >>> 25)) + a) | 0) >>> 6;
    t = b << 9; c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = (d << 11) | (d >>> 21);
    return (high * 67108864 + low + 0.5) * 2.220446049250313e-16;
  };
  for (let path = 0; path < count; ++path) {
    let x = m.weight * start, y = (1 - m.weight) * start, v = m.vix, spx = m.spx, token = 1;
    let value = value0, hold = value0, rebalanced = value0, loss = 0, fees = 0, delta = 0.5 * value0, last = 1;
    for (let day = 0; day < days; ++day) {
      const normal = normalQuantile(uniform()), spxNormal = normalQuantile(uniform()), u = uniform();
      const jump = u < none ? 0 : -0.35 * (Math.log(uniform()) + (u < one ? 0 : Math.log(uniform())));
      const shock = deviation * normal + jump;
      spx *= exp(perVix * v * (-0.75 * normal + own * spxNormal) - 0.06 * jump);
      x = fastRest + (x - fastRest) * fastDecay + m.weight * shock;
      y = slowRest + (y - slowRest) * slowDecay + (1 - m.weight) * shock;
      v = m.longRun * exp(x + y);
      token *= roll * exp(beta * shock);
      const root = Math.sqrt(token), gap = 1 - root;
      rebalanced += delta * (token - last);
      value = value0 * root;
      hold = value0 * (0.5 * (1 + token));
      loss = value0 * (-0.5 * gap * gap);
      fees += 0 * value;
      delta = value0 * (0.5 / root);
      last = token;
    }
    sum += loss + 1e-300 * (hold + rebalanced + fees + spx + value);
  }
  return sum / count;
}

// --- A surface of twelve options and a pool ---------------------------------------------------------------------------

/** What bench::Surface computes, with everything out of the cell that does not depend on both of its coordinates. */
export function surface(values, onSmiles) {
  const days = 200, levels = 200, weight = 0.54, fast = 27, slow = 1.55, longRun = 20, rate = 0.04, rho = 0.6, eta = 0.9;
  const month = 30 / 365, speeds = [[2 * fast, weight * weight], [fast + slow, 2 * weight * (1 - weight)], [2 * slow, (1 - weight) * (1 - weight)]];
  const integral = (years) => speeds.reduce((total, [speed, share]) => total - (share * Math.expm1(-speed * years)) / speed, 0);
  const nu2 = ((0.9 / 100) ** 2 * month * 90 * 90) / integral(month);
  const x = new Float64Array(levels), y = new Float64Array(levels), loss = new Float64Array(levels);
  for (let i = 0; i < levels; ++i) {
    const level = 9 + 0.4 * i, log = Math.log(level / longRun), root = Math.sqrt(Math.sqrt(level / 15));
    x[i] = weight * log; y[i] = (1 - weight) * log;
    loss[i] = 100_000 * (-0.5 * (1 - root) * (1 - root));
  }
  const forward = new Float64Array(levels), logForward = new Float64Array(levels);
  let sum = 0;
  for (let day = 0; day < days; ++day) {
    const row = day * levels;
    for (let i = 0; i < levels; ++i) values[row + i] = loss[i];
    for (const expiry of [210, 240, 320]) {
      const years = (expiry - day) / 365, discount = Math.exp(-rate * years), theta = nu2 * integral(years);
      const phi = eta / Math.sqrt(theta * (1 + theta)), flat = Math.sqrt(theta), overFlat = 1 / flat;
      const fastDecay = Math.exp(-fast * years), slowDecay = Math.exp(-slow * years), logLongRun = Math.log(longRun);
      for (let i = 0; i < levels; ++i) {
        logForward[i] = logLongRun + (fastDecay * x[i] + slowDecay * y[i]);
        forward[i] = exp(logForward[i]);
      }
      for (const k of [15, 20, 25, 35]) {
        const side = k < 20 ? -1 : 1, scale = 100 * (k < 30 ? 4 : -2) * discount, logStrike = Math.log(k), own = 1 - rho * rho;
        for (let i = 0; i < levels; ++i) {
          const f = forward[i], y0 = logStrike - logForward[i];
          let s = flat, overS = overFlat;
          if (onSmiles) {
            const z = phi * y0, shifted = z + rho;
            s = Math.sqrt(0.5 * theta * (1 + rho * z + Math.sqrt(shifted * shifted + own)));
            overS = 1 / s;
          }
          const centre = Math.abs(y0) * overS, near = centre - 0.5 * s, far = centre + 0.5 * s;
          const decay = exp(-0.5 * near * near), inside = near < -1;
          const u = (inside ? -near : near) + 1, v = far + 1;
          let q = 3.5679747448007128e-06, dq = q;
          q = q * u + 8.608792709006481e-05;
          let p = 1.4234159811128926e-06, dp = p;
          dq = dq * v + q; q = q * u + 0.0010602521358889908; p = p * u + 3.5767529927851876e-05;
          dq = dq * v + q; q = q * u + 0.008549739088103714; dp = dp * v + p; p = p * u + 0.00045732351899631314;
          dq = dq * v + q; q = q * u + 0.04937635867498289; dp = dp * v + p; p = p * u + 0.0038309849724173476;
          dq = dq * v + q; q = q * u + 0.21219562433470757; dp = dp * v + p; p = p * u + 0.023037634840311485;
          dq = dq * v + q; q = q * u + 0.6871864011823461; dp = dp * v + p; p = p * u + 0.1034460064170089;
          dq = dq * v + q; q = q * u + 1.6672823545428999; dp = dp * v + p; p = p * u + 0.35136291696118394;
          dq = dq * v + q; q = q * u + 2.9564189766412143; dp = dp * v + p; p = p * u + 0.896133953448821;
          dq = dq * v + q; q = q * u + 3.6351860781722314; dp = dp * v + p; p = p * u + 1.66229315978447;
          dq = dq * v + q; q = q * u + 2.7808548212703257; dp = dp * v + p; p = p * u + 2.071357981248145;
          dq = dq * v + q; q = q * u + 1.0; dp = dp * v + p; p = p * u + 1.387142978835005;
          const apart = inside ? 2 * centre : s, q2 = q + apart * dq, over = 1 / (q * q2);
          const worth = inside ? 1 - decay * ((p * q2 + (p + apart * dp) * q) * over) : decay * (s * ((p * dq - dp * q) * over));
          const pay = side * (f - k);
          values[row + i] += scale * ((f < k ? f : k) * worth + (pay > 0 ? pay : 0));
        }
      }
    }
    for (let i = 0; i < levels; ++i) sum += values[row + i];
  }
  return sum;
}
