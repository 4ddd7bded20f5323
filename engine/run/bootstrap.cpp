#include "engine/run/bootstrap.hpp"

#include <algorithm>
#include <cmath>

namespace demarche::run {

// SplitMix64 (Steele, Lea and Flood, 2014).
std::uint64_t Random::next() {
  std::uint64_t value = (state_ += 0x9E3779B97F4A7C15u);
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

std::size_t Random::below(std::size_t limit) {
  if (limit == 0) return 0;
  // Numbers beyond the last whole multiple of the limit would favour the small ones.
  const std::uint64_t bound = limit;
  const std::uint64_t fair = UINT64_MAX - UINT64_MAX % bound;
  std::uint64_t value = next();
  while (value >= fair) value = next();
  return static_cast<std::size_t>(value % bound);
}

std::optional<Interval> percentile_interval(std::vector<double> values) {
  if (values.size() < 2) return std::nullopt;
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
  };
  return Interval{at(0.025), at(0.975)};
}

void resample(std::size_t units, std::uint64_t seed,
              const std::function<void(const std::vector<std::size_t>&)>& figure_of) {
  if (units == 0) return;
  Random random(seed);
  std::vector<std::size_t> draw(units);
  for (std::size_t i = 0; i < bootstrap_draws; ++i) {
    for (auto& unit : draw) unit = random.below(units);
    figure_of(draw);
  }
}

}  // namespace demarche::run
