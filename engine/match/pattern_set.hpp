#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/automaton.hpp"
#include "engine/match/sieve.hpp"

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

  // Calls `visit` for the patterns that begin with the word at this token and that its sentence does not rule out,
  // ascending, with the state at which they begin with it.
  template <typename Visit>
  void each_possible(const Sieve& sieve, const Tokens& tokens, std::uint32_t at, Visit visit) const {
    const text::WordId word = tokens[at].word;
    if (word + 1 >= starts_.size()) return;
    for (std::uint32_t i = starts_[word]; i < starts_[word + 1]; ++i) {
      const Demand& demand = demands_[i];
      if (sieve.may_go_on(demand.next, {needed_.data() + demand.needed, demand.needed_count}, at))
        visit(patterns_[i], demand.state);
    }
  }

 private:
  // What a match that begins with a word must go on with.
  struct Demand {
    std::uint64_t next = 0;
    std::uint32_t state = 0;   // of the automaton, where the match begins
    std::uint32_t needed = 0;  // into `needed_`
    std::uint32_t needed_count = 0;
  };
  void take(std::uint32_t pattern, std::vector<std::uint32_t>& ends);

  std::vector<Automaton> automata_;
  std::vector<std::uint32_t> starts_;  // by word: where its patterns begin in `patterns_`
  std::vector<std::uint32_t> patterns_;
  std::vector<Demand> demands_;  // beside `patterns_`
  std::vector<text::WordId> needed_;
  std::vector<std::uint32_t> open_;
};

}  // namespace demarche::match
