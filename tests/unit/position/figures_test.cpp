#include "engine/position/figures.hpp"

#include <cmath>

#include "tests/catch.hpp"

using namespace demarche::position;

namespace {
bool close(double a, double b, double by = 1e-6) { return std::fabs(a - b) <= by; }
}  // namespace

TEST_CASE("lean and strength, as in the worked example of docs/positions.md") {
  CHECK(close(lean(6, 2), 0.5));
  CHECK(close(strength(6, 2), std::log(6.5 / 2.5)));
  CHECK(close(strength(6, 2), 0.955511, 1e-5));
  CHECK(lean(0, 0) == 0);
  CHECK(strength(0, 0) == 0);
  CHECK(lean(0, 3) == -1);
}

TEST_CASE("the Jeffreys interval of 6 for and 2 against, as in docs/positions.md") {
  const Interval interval = jeffreys(6, 2);
  // Quantiles of Beta(6.5, 2.5); the integral of the density is checked in the next test.
  CHECK(close(beta_cdf(interval.low, 6.5, 2.5), 0.025, 1e-9));
  CHECK(close(beta_cdf(interval.high, 6.5, 2.5), 0.975, 1e-9));
  CHECK(close(interval.low, 0.408376, 1e-6));
  CHECK(close(interval.high, 0.944033, 1e-6));
}

TEST_CASE("the incomplete beta function agrees with sums that can be written down") {
  CHECK(close(beta_cdf(0.3, 1, 1), 0.3));
  CHECK(close(beta_cdf(0.3, 2, 1), 0.09));
  // I_x(a, b) for whole a and b is the chance of at least a successes in a + b - 1 trials.
  CHECK(close(beta_cdf(0.5, 3, 5), 0.7734375));
  // Arcsine law.
  CHECK(close(beta_cdf(0.2, 0.5, 0.5), 2 / std::acos(-1.0) * std::asin(std::sqrt(0.2)), 1e-9));
  // Simpson's rule on the density of Beta(6.5, 2.5).
  const int steps = 20000;
  const double norm = std::exp(std::lgamma(9.0) - std::lgamma(6.5) - std::lgamma(2.5));
  auto density = [&](double x) { return norm * std::pow(x, 5.5) * std::pow(1 - x, 1.5); };
  double sum = density(0) + density(0.7);
  for (int i = 1; i < steps; ++i) sum += density(0.7 * i / steps) * (i % 2 ? 4 : 2);
  CHECK(close(beta_cdf(0.7, 6.5, 2.5), sum * 0.7 / steps / 3, 1e-8));
}

TEST_CASE("with one side empty the interval keeps the end that was seen") {
  CHECK(jeffreys(3, 0).high == 1);
  CHECK(jeffreys(3, 0).low > 0.4);
  CHECK(jeffreys(0, 3).low == 0);
  CHECK(jeffreys(0, 0).low == 0);
  CHECK(jeffreys(0, 0).high == 1);
  const Interval large = jeffreys(600000, 400000);
  CHECK(close(large.low, 0.6 - 1.959964 * std::sqrt(0.24 / 1e6), 1e-5));
  CHECK(close(large.high, 0.6 + 1.959964 * std::sqrt(0.24 / 1e6), 1e-5));
}
