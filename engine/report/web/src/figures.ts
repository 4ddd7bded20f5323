// The figures of a cell, as engine/position/figures.cpp computes them; docs/positions.md derives them.

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

// ln of the gamma function for x > 0 (Lanczos, g = 7).
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum = lanczos[0]!;
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);

// The continued fraction of the incomplete beta function, by Lentz's method.
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 100000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

function betaQuantile(probability: number, a: number, b: number): number {
  const constant = logGamma(a + b) - logGamma(a) - logGamma(b);
  const cdf = (x: number) => {
    const front = Math.exp(constant + a * Math.log(x) + b * Math.log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
    return 1 - (front * betaFraction(1 - x, b, a)) / b;
  };
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (cdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export const lean = (support: number, oppose: number) =>
  support + oppose > 0 ? (support - oppose) / (support + oppose) : 0;

export const strength = (support: number, oppose: number) => Math.log((support + 0.5) / (oppose + 0.5));

// 95% Jeffreys interval on the share of support, with the end at 0 or 1 where one side is empty.
export function interval(support: number, oppose: number): [number, number] {
  const a = support + 0.5;
  const b = oppose + 0.5;
  return [support > 0 ? betaQuantile(0.025, a, b) : 0, oppose > 0 ? betaQuantile(0.975, a, b) : 1];
}
