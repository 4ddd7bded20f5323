#pragma once

#include <cstdint>

#include "engine/mention/lexis.hpp"
#include "engine/mention/sentence.hpp"

namespace demarche::evidence {

// The words of stance that end in front of this token; null for none.
const mention::HeadMatch* head_ending_at(const mention::SentenceView& view, std::uint32_t end);

// The words in front of what a stance may be about, which begins at a token above 0: "insists that", "hopes", "it is
// time".
class OpeningWords {
 public:
  OpeningWords(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t begin);

  // "expressed the conviction that ...", "insists that ...": the words that follow are a statement.
  bool says_that() const;
  // "hopes the truce holds", without a "that"
  bool barely_hopes() const;
  // "hopes that the truce holds" wants it; "insists that the sanctions close the path" does not. Asked only where
  // `says_that` holds.
  bool hopes() const;
  // "it is time the sanctions were lifted", "it is essential that they be lifted"
  bool demands() const;

 private:
  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  std::uint32_t last_ = 0;  // the last word that leads here, determiners left out
};

}  // namespace demarche::evidence
