#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Agreement of coders beyond chance. Sources:
//   Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania.
//   Cohen, J. (1960). A coefficient of agreement for nominal scales. Educ. Psychol. Meas. 20, 37-46.
//   Scott, W. A. (1955). Reliability of content analysis. Public Opinion Quarterly 19, 321-325.
//   Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
//     Br. J. Math. Stat. Psychol. 61, 29-48.
//   Brennan, R. L. and Prediger, D. J. (1981). Coefficient kappa. Educ. Psychol. Meas. 41, 687-699.
// tests/unit/run/agreement_test.cpp recomputes their worked examples.
namespace demarche::run {

// What each coder said of each unit: a number of the category, 0 upwards in the order of the scale; nothing where a
// coder left the unit out. All units have the same number of coders.
using Ratings = std::vector<std::vector<std::optional<std::uint32_t>>>;

enum class Metric { nominal, ordinal };

// Krippendorff's alpha. Units that fewer than two coders coded say nothing and are left out. Nothing when no unit is
// left; 1 when nobody ever used a second category.
std::optional<double> krippendorff_alpha(const Ratings& ratings, std::uint32_t categories, Metric metric);

// Two coders' counts: `at(a, b)` units that the first put into category a and the second into b.
class Confusion {
 public:
  explicit Confusion(std::vector<std::string> categories)
      : names_(std::move(categories)), counts_(names_.size() * names_.size(), 0) {}

  void add(std::size_t first, std::size_t second, std::uint64_t count = 1) {
    counts_[first * size() + second] += count;
  }
  std::uint64_t at(std::size_t first, std::size_t second) const { return counts_[first * size() + second]; }
  std::size_t size() const { return names_.size(); }
  const std::vector<std::string>& names() const { return names_; }
  std::uint64_t total() const;
  // The same units as a table of ratings.
  Ratings ratings() const;

 private:
  std::vector<std::string> names_;
  std::vector<std::uint64_t> counts_;
};

// Each coefficient of two coders, over the same units; nothing where it is not defined: no unit, or chance alone would
// agree always.
struct Agreement {
  std::uint64_t units = 0;
  std::optional<double> percent;  // share of units on which the coders agree, 0 to 1
  std::optional<double> alpha_nominal;
  std::optional<double> alpha_ordinal;  // only where the categories have an order
  std::optional<double> kappa;          // Cohen
  std::optional<double> pi;             // Scott
  std::optional<double> ac1;            // Gwet
  std::optional<double> brennan_prediger;
};

Agreement agreement_of(const Confusion& confusion, bool ordered);

}  // namespace demarche::run
