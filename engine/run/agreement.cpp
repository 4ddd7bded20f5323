#include "engine/run/agreement.hpp"

#include <algorithm>

namespace demarche::run {

namespace {

// Coincidences of pairs of values within units; each unit of m coders weighs 1 / (m - 1), as in Krippendorff (2011).
struct Coincidences {
  explicit Coincidences(std::uint32_t categories)
      : size(categories), pairs(categories * categories, 0.0), sums(categories, 0.0) {}

  void add(const std::vector<std::optional<std::uint32_t>>& unit) {
    std::vector<std::uint32_t> values;
    for (const auto& value : unit)
      if (value) values.push_back(*value);
    if (values.size() < 2) return;
    const double weight = 1.0 / static_cast<double>(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i)
      for (std::size_t j = 0; j < values.size(); ++j)
        if (i != j) pairs[values[i] * size + values[j]] += weight;
    for (const auto value : values) sums[value] += 1;
    all += static_cast<double>(values.size());
  }

  std::uint32_t size;
  std::vector<double> pairs;
  std::vector<double> sums;
  double all = 0;
};

// The squared difference of two categories. Ordinal: by how many values lie between them, their own counted half.
double difference(const Coincidences& found, std::uint32_t a, std::uint32_t b, Metric metric) {
  if (a == b) return 0;
  if (metric == Metric::nominal) return 1;
  double between = -(found.sums[a] + found.sums[b]) / 2;
  for (std::uint32_t c = std::min(a, b); c <= std::max(a, b); ++c) between += found.sums[c];
  return between * between;
}

// (observed - expected) / (1 - expected).
std::optional<double> beyond_chance(double observed, double expected) {
  if (1 - expected < 1e-12) return std::nullopt;
  return (observed - expected) / (1 - expected);
}

struct Margins {
  explicit Margins(const Confusion& confusion) : first(confusion.size(), 0), second(confusion.size(), 0) {
    const auto total = static_cast<double>(confusion.total());
    for (std::size_t a = 0; a < confusion.size(); ++a)
      for (std::size_t b = 0; b < confusion.size(); ++b) {
        const double share = static_cast<double>(confusion.at(a, b)) / total;
        first[a] += share;
        second[b] += share;
        if (a == b) agreed += share;
      }
  }
  std::vector<double> first;
  std::vector<double> second;
  double agreed = 0;
};

}  // namespace

std::optional<double> krippendorff_alpha(const Ratings& ratings, std::uint32_t categories, Metric metric) {
  Coincidences found(categories);
  for (const auto& unit : ratings) found.add(unit);
  if (found.all < 2) return std::nullopt;
  double observed = 0;
  double expected = 0;
  for (std::uint32_t a = 0; a < categories; ++a)
    for (std::uint32_t b = 0; b < categories; ++b) {
      const double apart = difference(found, a, b, metric);
      observed += found.pairs[a * categories + b] * apart;
      expected += found.sums[a] * found.sums[b] * apart;
    }
  if (expected <= 0) return 1.0;
  return 1 - (found.all - 1) * observed / expected;
}

std::uint64_t Confusion::total() const {
  std::uint64_t sum = 0;
  for (const auto count : counts_) sum += count;
  return sum;
}

Ratings Confusion::ratings() const {
  Ratings ratings;
  for (std::size_t a = 0; a < size(); ++a)
    for (std::size_t b = 0; b < size(); ++b)
      ratings.insert(ratings.end(), at(a, b), {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
  return ratings;
}

Agreement agreement_of(const Confusion& confusion, bool ordered) {
  Agreement result;
  result.units = confusion.total();
  if (result.units == 0 || confusion.size() < 2) return result;
  const Margins margins(confusion);
  const auto categories = static_cast<double>(confusion.size());
  double kappa_chance = 0;
  double pi_chance = 0;
  double ac1_chance = 0;
  for (std::size_t c = 0; c < confusion.size(); ++c) {
    const double mean = (margins.first[c] + margins.second[c]) / 2;
    kappa_chance += margins.first[c] * margins.second[c];
    pi_chance += mean * mean;
    ac1_chance += mean * (1 - mean) / (categories - 1);
  }
  result.percent = margins.agreed;
  result.kappa = beyond_chance(margins.agreed, kappa_chance);
  result.pi = beyond_chance(margins.agreed, pi_chance);
  result.ac1 = beyond_chance(margins.agreed, ac1_chance);
  result.brennan_prediger = beyond_chance(margins.agreed, 1 / categories);
  const auto ratings = confusion.ratings();
  result.alpha_nominal = krippendorff_alpha(ratings, static_cast<std::uint32_t>(confusion.size()), Metric::nominal);
  if (ordered)
    result.alpha_ordinal = krippendorff_alpha(ratings, static_cast<std::uint32_t>(confusion.size()), Metric::ordinal);
  return result;
}

}  // namespace demarche::run
