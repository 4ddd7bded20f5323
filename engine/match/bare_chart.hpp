#pragma once
#include "engine/match/automaton.hpp"

namespace demarche::match {

// A sentence in which nothing is known but its words: for lists of words, which look at nothing else.
class BareChart final : public Chart {
 public:
  void hits(const program::Node&, std::uint32_t, std::vector<Hit>&) const override {}
  bool stops_gap(std::uint32_t) const override { return true; }
  bool is_transparent(std::uint32_t) const override { return false; }
  std::uint32_t skippable_sibling(std::uint32_t) const override { return 0; }
};

}  // namespace demarche::match
