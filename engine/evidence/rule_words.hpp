#pragma once
#include <vector>

#include "engine/evidence/candidates.hpp"
#include "engine/evidence/rule_index.hpp"

namespace demarche::evidence {

// Statements that a rule's own words (`when`) find in a sentence.
std::vector<Candidate> find_rule_words(const SentenceInput& input, const RuleIndex& rules, std::optional<Date> day,
                                       std::vector<Rejected>& rejected);

// True when the words of a veto (`ignore`) stand in the sentence; `actor` is set when they name one;
// when tracing, the words' patterns are added to `uses`.
bool veto_stands(const SentenceInput& input, const RuleIndex& rules, std::uint32_t rule, std::optional<Date> day,
                 std::optional<lexicon::ActorIndex>& actor, std::vector<Use>& uses);

}  // namespace demarche::evidence
