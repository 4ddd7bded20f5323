#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

// The number of a normalised word (lower case, no accents); `unknown_word` for words that no rule and no actor uses.
using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

// The words that rules and actors know. Filled once, then read from many threads. An open-addressing table: one look-up
// a token is most of what reading costs.
class Vocabulary {
 public:
  Vocabulary();
  WordId intern(std::string_view normalised);
  WordId find(std::string_view normalised) const;
  std::string_view text(WordId id) const { return words_[id]; }
  // Ids are 0 .. size()-1.
  std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = unknown_word;
  };
  static std::uint32_t hash(std::string_view word);
  void grow();

  std::vector<std::string> words_;
  std::vector<Slot> slots_;
};

}  // namespace demarche::text
