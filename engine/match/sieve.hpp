#pragma once
#include <span>
#include <vector>

#include "engine/match/automaton.hpp"

namespace demarche::match {

// What the words of one sentence rule out, asked before a pattern is run. One a thread, for sentence after sentence.
class Sieve {
 public:
  explicit Sieve(const text::Vocabulary& vocabulary) : last_(vocabulary.size()) {}

  // Looks at a sentence. `SomeChart` is the chart the patterns will run over: it says which tokens they may leave out.
  template <typename SomeChart>
  void read(const Tokens& tokens, const SomeChart& chart) {
    begin_ += size_;
    size_ = tokens.size;
    for (std::uint32_t i = 0; i < size_; ++i) last_[tokens[i].word] = begin_ + i + 1;
    next_.resize(size_);
    std::uint64_t bits = 0;  // what can come behind token i
    for (std::uint32_t i = size_; i-- > 0;) {
      next_[i] = bits;
      bits = word_bit(tokens[i].word) | (chart.is_transparent(i) ? bits : 0);
      if (chart.skippable_sibling(i)) bits = Opening::anything;
    }
  }

  // True when one of these words stands at `from` or behind it, or when there are none.
  bool holds(std::span<const text::WordId> needed, std::uint32_t from) const {
    for (text::WordId word : needed)
      if (last_[word] > begin_ + from) return true;
    return needed.empty();
  }

  // False when no match that begins with the word at `at` can go on as it must.
  bool may_go_on(std::uint64_t next, std::span<const text::WordId> needed, std::uint32_t at) const {
    return (next == Opening::anything || (next & next_[at]) != 0) && holds(needed, at + 1);
  }

 private:
  std::vector<std::uint32_t> last_;  // by word: one behind the last token with it, counted over all sentences
  std::vector<std::uint64_t> next_;  // by token: the bits of the words that patterns can find next
  std::uint32_t begin_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace demarche::match
