#include "engine/run/agreement.hpp"

#include <algorithm>

#include "engine/run/bootstrap.hpp"
#include "tests/catch.hpp"

using namespace demarche::run;

namespace {

// One string a coder, one sign a unit: categories 1 to 9, or a to i; `.` where the unit was left out.
Ratings ratings(const std::vector<std::string>& coders) {
  Ratings units(coders.front().size());
  for (const auto& coder : coders)
    for (std::size_t u = 0; u < coder.size(); ++u) {
      const char c = coder[u];
      if (c == '.')
        units[u].push_back(std::nullopt);
      else
        units[u].push_back(static_cast<std::uint32_t>(c >= 'a' ? c - 'a' : c - '1'));
    }
  return units;
}

Confusion table(const std::vector<std::vector<std::uint64_t>>& counts) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < counts.size(); ++i) names.push_back(std::to_string(i));
  Confusion confusion(names);
  for (std::size_t a = 0; a < counts.size(); ++a)
    for (std::size_t b = 0; b < counts.size(); ++b) confusion.add(a, b, counts[a][b]);
  return confusion;
}

}  // namespace

TEST_CASE("Krippendorff (2011), A: two observers, two values, no missing data") {
  const auto data = ratings({"1211111121", "2221121111"});
  CHECK(*krippendorff_alpha(data, 2, Metric::nominal) == Approx(0.095).margin(0.0005));
}

TEST_CASE("Krippendorff (2011), B: two observers, five nominal values") {
  const auto data = ratings({"aabbdcccedda", "babbbccceddd"});
  CHECK(*krippendorff_alpha(data, 5, Metric::nominal) == Approx(0.692).margin(0.0005));
}

TEST_CASE("Krippendorff (2011), C: four observers, missing data, nominal and ordinal") {
  const auto data = ratings({"123321412...", "1233224125.3", ".3332342251.", "12332441251."});
  CHECK(*krippendorff_alpha(data, 5, Metric::nominal) == Approx(0.743).margin(0.0005));
  CHECK(*krippendorff_alpha(data, 5, Metric::ordinal) == Approx(0.815).margin(0.0005));
}

TEST_CASE("Cohen (1960), table 2: kappa 0.492") {
  const auto cohen = agreement_of(table({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}), false);
  CHECK(cohen.units == 200);
  CHECK(*cohen.percent == Approx(0.70));
  CHECK(*cohen.kappa == Approx(0.492).margin(0.0005));
  CHECK_FALSE(cohen.alpha_ordinal);
}

TEST_CASE("Gwet (2008): high agreement that kappa and pi deny and AC1 sees") {
  const auto gwet = agreement_of(table({{118, 5}, {2, 0}}), true);
  CHECK(*gwet.percent == Approx(0.944));
  CHECK(*gwet.kappa == Approx(-0.0234).margin(0.00005));
  CHECK(*gwet.pi == Approx(-0.0288).margin(0.00005));
  CHECK(*gwet.ac1 == Approx(0.9408).margin(0.00005));
  CHECK(*gwet.brennan_prediger == Approx(0.888));
}

TEST_CASE("Scott's pi and alpha are near for two coders, and alpha corrects for small samples") {
  const auto both = agreement_of(table({{20, 5}, {10, 15}}), true);
  // Po = 0.7; the mean shares are 0.55 and 0.45: Pe = 0.505.
  CHECK(*both.pi == Approx((0.7 - 0.505) / (1 - 0.505)));
  CHECK(*both.alpha_nominal == Approx(1 - (1 - *both.pi) * 99.0 / 100));
  CHECK(*both.alpha_ordinal == Approx(*both.alpha_nominal));  // two categories have no order
}

TEST_CASE("where chance alone would agree, or nothing is coded, there is no coefficient") {
  const auto nothing = agreement_of(table({{0, 0}, {0, 0}}), true);
  CHECK(nothing.units == 0);
  CHECK_FALSE(nothing.percent);
  CHECK_FALSE(nothing.alpha_nominal);
  const auto one_value = agreement_of(table({{7, 0}, {0, 0}}), true);
  CHECK(*one_value.percent == 1);
  CHECK_FALSE(one_value.kappa);
  CHECK(*one_value.ac1 == 1);
  CHECK_FALSE(krippendorff_alpha(ratings({"1.", ".1"}), 2, Metric::nominal));
}

TEST_CASE("random numbers are the same everywhere, and fair") {
  Random random(1);
  CHECK(random.next() == 0x910A2DEC89025CC1u);  // SplitMix64 of seed 1, as published
  std::vector<int> counts(6, 0);
  for (int i = 0; i < 60000; ++i) ++counts[random.below(6)];
  for (const int count : counts) CHECK((count > 9600 && count < 10400));
  std::vector<int> items{1, 2, 3, 4, 5};
  random.shuffle(items);
  CHECK(std::is_permutation(items.begin(), items.end(), std::vector<int>{1, 2, 3, 4, 5}.begin()));
}

TEST_CASE("a bootstrap interval of a share is near to what theory says") {
  // 80 of 100: the standard error is 0.04, so 95% lie between about 0.72 and 0.88.
  std::vector<double> shares;
  resample(100, 7, [&](const std::vector<std::size_t>& draw) {
    double right = 0;
    for (const auto unit : draw) right += unit < 80;
    shares.push_back(right / 100);
  });
  CHECK(shares.size() == bootstrap_draws);
  const auto interval = percentile_interval(shares);
  REQUIRE(interval);
  CHECK(interval->low == Approx(0.72).margin(0.015));
  CHECK(interval->high == Approx(0.88).margin(0.015));
  CHECK(percentile_interval({4, 1, 3, 2, 5})->low == Approx(1.1));
  CHECK_FALSE(percentile_interval({1}));
}
