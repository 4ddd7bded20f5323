#include "engine/position/net_stance.hpp"

#include <algorithm>
#include <array>

namespace demarche::position {

evidence::Stance net_stance(const std::vector<Said>& said) {
  std::array<int, 3> strongest{-1, -1, -1};
  for (const auto& [stance, strength] : said) {
    int& slot = strongest[static_cast<std::size_t>(stance)];
    slot = std::max(slot, static_cast<int>(strength));
  }
  const auto best = std::max_element(strongest.begin(), strongest.end());
  if (std::count(strongest.begin(), strongest.end(), *best) > 1) return evidence::Stance::neutral;
  return static_cast<evidence::Stance>(best - strongest.begin());
}

}  // namespace demarche::position
