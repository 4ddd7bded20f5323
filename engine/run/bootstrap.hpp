#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

// Bootstrap intervals that are the same bytes on every machine: a generator of our own (SplitMix64) and no distribution
// of the standard library, whose numbers differ from one to the next.
namespace demarche::run {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // A whole number in [0, limit), each as likely; 0 when `limit` is 0.
  std::size_t below(std::size_t limit);
  // Puts the items into a random order (Fisher and Yates).
  template <typename Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::uint64_t state_;
};

struct Interval {
  double low = 0;
  double high = 0;
};

inline constexpr std::size_t bootstrap_draws = 1000;
inline constexpr std::uint64_t bootstrap_seed = 1;

// The 2.5th and 97.5th percentile. Values that are no number (a draw without any evidence has no precision) are to be
// left out before; nothing for fewer than two values.
std::optional<Interval> percentile_interval(std::vector<double> values);

// Draws `units` numbers of units with replacement, `bootstrap_draws` times, and hands each draw to `figure_of`.
void resample(std::size_t units, std::uint64_t seed,
              const std::function<void(const std::vector<std::size_t>&)>& figure_of);

}  // namespace demarche::run
