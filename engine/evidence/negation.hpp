#pragma once
#include <cstdint>
#include <vector>

#include "engine/evidence/targets.hpp"

namespace demarche::evidence {

struct NegationQuery {
  std::uint32_t head_begin = 0;  // token at which the stance word begins
  bool is_noun = false;          // adjectives may stand before it: "no legal right to"
  bool is_judgement = false;
  bool takes_turns = true;  // a turn right before it turns it: "stopped supporting"
  bool is_opinion = true;   // an opinion before it turns it: "do not think that X helps"; false for deeds
};

struct Negation {
  int negators = 0;
  std::vector<Turning> turnings;  // negators and turns, from right to left
};

// What stands before a stance word in its group: negators, and turns that govern it ("refuses to support").
Negation negation_before(const mention::SentenceView& view, const NegationQuery& query);

// "Neither Serbia nor Turkey supports ...": a negator before the subject that begins at this token.
bool negates_subject(const mention::SentenceView& view, std::uint32_t subject, std::uint32_t head);

// "We do not think that sanctions help", "doubted that ...": the turn with a verb of opinion right before words that
// begin at this token, which turns what they say; null when there is none.
const mention::TurnMatch* doubt_before(const mention::SentenceView& view, std::uint32_t begin);

}  // namespace demarche::evidence
