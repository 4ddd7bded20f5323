#pragma once

// The figures of a cell, from its supporting (S) and opposing (O) weight. docs/positions.md derives them.
namespace demarche::position {

struct Interval {
  double low = 0;
  double high = 1;
};

double lean(double support, double oppose);      // (S-O)/(S+O), -1 to +1; 0 when there is nothing
double strength(double support, double oppose);  // ln((S+0.5)/(O+0.5))
// 95% Jeffreys interval on S/(S+O): quantiles of Beta(S+0.5, O+0.5), with the end at 0 or 1 where one side is empty.
Interval jeffreys(double support, double oppose);

// The regularised incomplete beta function I_x(a, b), and its inverse in x.
double beta_cdf(double x, double a, double b);
double beta_quantile(double probability, double a, double b);

}  // namespace demarche::position
