#pragma once
#include <vector>

#include "engine/evidence/candidates.hpp"
#include "engine/evidence/rule_index.hpp"

namespace demarche::evidence {

// A candidate that a rule asks for, for one of its holders.
struct Statement {
  Candidate candidate;
  lexicon::ActorIndex actor = lexicon::none;
  std::uint32_t rule = 0;  // into Program::rules
};

struct Settled {
  std::vector<Statement> statements;  // at most one a holder and issue
};

// From candidates to statements: rules, guards and vetoes, then one a holder and issue. A rule's own words go before
// the library, unless they are weak and the library found more; a declared statement before an ascribed one, the longer
// match before the shorter; opposite signs that nothing decides are not coded. What falls is added to `rejected`.
Settled settle(const SentenceInput& input, const RuleIndex& rules, Conditions& conditions, std::uint32_t sentence,
               std::optional<Date> day, std::vector<Candidate> candidates, std::vector<Rejected>& rejected);

// 0 to 1: how good a quote the statement makes. Strength 0.3 / 0.6 / 0.8, +0.2 in the holder's own voice, halved when
// it is conditional, hedged, a question or ascribed.
double score_of(const Candidate& candidate);

}  // namespace demarche::evidence
