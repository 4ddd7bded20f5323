#pragma once
#include <optional>
#include <vector>

#include "engine/why/reduce.hpp"
#include "engine/why/sandbox.hpp"

namespace demarche::why {

// One place at which a pattern and the words of a sentence differ.
struct Difference {
  enum class Kind : std::uint8_t {
    other_word,   // the element met other words
    not_there,    // nothing stands for the element
    extra_words,  // words stand between the elements
    forbidden,    // what a `not` of the pattern forbids stands there
  };
  Kind kind = Kind::other_word;
  const program::Node* element = nullptr;  // of the pattern; for extra words the element behind them
  std::uint32_t begin = 0;                 // tokens, half open
  std::uint32_t end = 0;
};

// The cheapest way to read a sentence as a pattern.
struct Alignment {
  std::uint32_t cost = 0;     // what the differences weigh: 2 a content word, 1 a function word or another form
  std::uint32_t matched = 0;  // content words and names that fit
  std::uint32_t begin = 0;    // tokens, half open
  std::uint32_t end = 0;
  std::vector<Difference> differences;  // in the order of the text
};

inline constexpr std::uint32_t most_cost = 3;

// Aligns a pattern with any stretch of the sentence. Nothing when it costs more than `budget`, or when no content word
// fits. The chart says what names and slots meet, and which tokens do not count.
std::optional<Alignment> align(const program::Node& root, const Seen& seen, const match::Chart& chart,
                               std::uint32_t budget = most_cost);

// Whether any word of the pattern stands in the sentence: what cannot be near is not aligned.
bool shares_word(const program::Node& root, const Words& words);

}  // namespace demarche::why
