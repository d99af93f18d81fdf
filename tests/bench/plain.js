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
