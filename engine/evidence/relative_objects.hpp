#pragma once
#include <vector>

#include "engine/mention/sentence.hpp"

// What a relative clause's verb speaks of stands before the clause: "the treaty, which Norway supports".
namespace demarche::evidence {

struct Antecedent {
  std::uint32_t issue = 0;  // into SentenceView::issues
  bool of_deed = false;     // "left the deal, a move that Peru called rash": the deed is meant, and not the thing
};

// The issues that a relative clause is told of whose verb ends before `token` without an object of its own: the clause
// has a subject of its own, and ends here or goes on with an adverb, a conjunction, or "since", "as", "because".
// Empty when the token does not end such a verb.
std::vector<Antecedent> antecedents(const mention::SentenceView& view, std::uint32_t token);

}  // namespace demarche::evidence
