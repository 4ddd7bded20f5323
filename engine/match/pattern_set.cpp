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
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::uint32_t pattern = 0; pattern < automata_.size(); ++pattern) {
    for (text::WordId word : automata_[pattern].first_words) patterns_[next[word]++] = pattern;
    if (automata_[pattern].any_first) open_.push_back(pattern);
  }
}

std::span<const std::uint32_t> PatternSet::beginning_with(text::WordId word) const {
  if (word + 1 >= starts_.size()) return {};
  return {patterns_.data() + starts_[word], patterns_.data() + starts_[word + 1]};
}

}  // namespace demarche::match
