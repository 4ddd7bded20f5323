#pragma once
#include <vector>

#include "engine/mention/sentence.hpp"

namespace demarche::mention {

// What the nouns of a document's issues stand for later on: after "the Zangezur corridor", "such a corridor" means it.
class IssueMemory {
 public:
  explicit IssueMemory(const Lexis& lexis);

  // Adds a match for every noun that takes up an issue of the last sentences, or of this one, which is noted before.
  // `sentence` counts from 0.
  void add_repeats(SentenceView& view, std::uint32_t sentence) const;
  // Adds a match for every "its" that takes up an issue named before in the sentence: "... pleaded for its end".
  void add_possessives(SentenceView& view) const;
  // Keeps the nouns of the sentence's own issues.
  void note(const SentenceView& view, std::uint32_t sentence);

 private:
  struct Known {
    text::WordId noun = text::unknown_word;
    std::uint32_t issue = 0;
    std::uint32_t pattern = 0;
    int side = +1;
    std::uint32_t sentence = 0;
    std::uint32_t end = 0;  // token of that sentence from which on the noun means it
  };
  struct Place {
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
  };
  const Known* meant_by(text::WordId noun, Place place, std::uint32_t farthest) const;
  std::uint32_t reach_of(const SentenceView& view, std::uint32_t noun) const;
  bool goes_on(const SentenceView& view, std::uint32_t token) const;
  const IssueMatch* owner_of(const SentenceView& view, std::uint32_t pronoun) const;
  bool can_stand_for(const SentenceView& view, std::uint32_t token) const;

  const Lexis& lexis_;
  std::vector<Known> known_;  // each noun and issue once
};

}  // namespace demarche::mention
