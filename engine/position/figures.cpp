#include "engine/position/figures.hpp"

#include <cmath>

namespace demarche::position {

namespace {

// Keeps the divisions of Lentz's method away from zero.
double away_from_zero(double value) { return std::fabs(value) < 1e-300 ? 1e-300 : value; }

// The continued fraction of the incomplete beta function, by Lentz's method. It converges fast for x < (a+1)/(a+b+2).
double beta_fraction(double x, double a, double b) {
  double c = 1;
  double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double value = d;
  for (int m = 1; m <= 100000; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    value *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    const double step = d * c;
    value *= step;
    if (std::fabs(step - 1) < 1e-15) break;
  }
  return value;
}

// What all values of one beta distribution have in common: its logarithm of the reciprocal of the beta function.
double log_scale(double a, double b) { return std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b); }

double scaled_beta_cdf(double x, double a, double b, double scale) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front = std::exp(scale + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

}  // namespace

double lean(double support, double oppose) {
  const double all = support + oppose;
  return all > 0 ? (support - oppose) / all : 0;
}

double strength(double support, double oppose) { return std::log((support + 0.5) / (oppose + 0.5)); }

Interval jeffreys(double support, double oppose) {
  const double a = support + 0.5;
  const double b = oppose + 0.5;
  // With nothing on one side the quantile would exclude the one value that was seen (Brown, Cai and DasGupta 2001).
  return {support > 0 ? beta_quantile(0.025, a, b) : 0, oppose > 0 ? beta_quantile(0.975, a, b) : 1};
}

double beta_cdf(double x, double a, double b) { return scaled_beta_cdf(x, a, b, log_scale(a, b)); }

double beta_quantile(double probability, double a, double b) {
  double low = 0;
  double high = 1;
  const double scale = log_scale(a, b);
  for (int step = 0; step < 60; ++step) {  // 60 halvings: more digits than a double near 1 has
    const double middle = (low + high) / 2;
    (scaled_beta_cdf(middle, a, b, scale) < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace demarche::position
