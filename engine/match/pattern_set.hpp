#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/automaton.hpp"

namespace demarche::match {

// Many patterns, found by the word a match begins with: a token asks only the patterns that can begin with it.
class PatternSet {
 public:
  // Adds a pattern and returns its number: 0, 1, 2 ... The node must outlive the set.
  std::uint32_t add(const program::Node& node, const text::Vocabulary& vocabulary);
  // Makes the index; call once, after the last `add`.
  void finish(const text::Vocabulary& vocabulary);

  // The patterns that can begin with this word, ascending.
  std::span<const std::uint32_t> beginning_with(text::WordId word) const;
  // The patterns that can begin with something that is no single word (an actor, an issue).
  const std::vector<std::uint32_t>& open_patterns() const { return open_; }
  const Automaton& automaton(std::uint32_t pattern) const { return automata_[pattern]; }
  std::size_t size() const { return automata_.size(); }

 private:
  std::vector<Automaton> automata_;
  std::vector<std::uint32_t> starts_;    // by word: where its patterns begin in `patterns_`
  std::vector<std::uint32_t> patterns_;
  std::vector<std::uint32_t> open_;
};

}  // namespace demarche::match
