#include "engine/match/pattern_set.hpp"

namespace demarche::match {

std::uint32_t PatternSet::add(const program::Node& node, const text::Vocabulary& vocabulary) {
  automata_.push_back(compile(node, vocabulary));
  return static_cast<std::uint32_t>(automata_.size() - 1);
}

void PatternSet::finish(const text::Vocabulary& vocabulary) {
  starts_.assign(vocabulary.size() + 1, 0);
  for (const Automaton& automaton : automata_)
    for (text::WordId word : automaton.first_words) ++starts_[word + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  patterns_.resize(starts_.back());
  demands_.resize(starts_.back());
  std::vector<std::uint32_t> ends(starts_.begin(), starts_.end() - 1);
  for (std::uint32_t pattern = 0; pattern < automata_.size(); ++pattern) {
    take(pattern, ends);
    if (automata_[pattern].any_first) open_.push_back(pattern);
  }
}

// Enters a pattern with each of its first words; `ends` is by word: where the entries made so far end.
void PatternSet::take(std::uint32_t pattern, std::vector<std::uint32_t>& ends) {
  const Automaton& automaton = automata_[pattern];
  const auto whole = static_cast<std::uint32_t>(automaton.code.size() - 1);
  for (const Opening& opening : automaton.openings) {
    Demand demand{opening.next, automaton.direct ? opening.state : whole, static_cast<std::uint32_t>(needed_.size()),
                  static_cast<std::uint32_t>(opening.needed.size())};
    needed_.insert(needed_.end(), opening.needed.begin(), opening.needed.end());
    for (text::WordId word : automaton.code[opening.state].words) {
      const std::uint32_t last = ends[word] - 1;
      if (ends[word] > starts_[word] && patterns_[last] == pattern) {
        // Two openings with the same word: what holds for both is hardly worth knowing.
        demands_[last] = {demands_[last].next | demand.next, whole, 0, 0};
        continue;
      }
      patterns_[ends[word]] = pattern;
      demands_[ends[word]++] = demand;
    }
  }
}

std::span<const std::uint32_t> PatternSet::beginning_with(text::WordId word) const {
  if (word + 1 >= starts_.size()) return {};
  return {patterns_.data() + starts_[word], patterns_.data() + starts_[word + 1]};
}

}  // namespace demarche::match
