#pragma once
#include "engine/mention/sentence.hpp"

namespace demarche::mention {

// True when words of demand stand in the group of the verb at this token: "Y should adhere to ..."
bool is_demanded(const SentenceView& view, std::uint32_t verb);

// "Under no circumstances will Peru agree to ...", "nor will it sign": the token of the negator that opens the clause
// and of the helping verb behind it, which stands before the subject. Both 0 where no such words open it.
struct InvertedNegation {
  std::uint32_t negator = 0;
  std::uint32_t auxiliary = 0;
};
InvertedNegation inverted_negation(const SentenceView& view, std::uint32_t clause);

// "May I condemn ...", "might we urge ...": the helping verb with which a speaker asks leave for what he does with
// these words; it stands before the subject and hedges nothing. The end of the sentence's tokens where none opens the
// clause.
std::uint32_t asks_leave(const SentenceView& view, std::uint32_t clause);

}  // namespace demarche::mention
