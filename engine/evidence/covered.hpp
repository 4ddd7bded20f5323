#pragma once
#include "engine/evidence/candidates.hpp"

namespace demarche::evidence {

// No word counts twice: a stance word on another's way to the same issue makes no statement of its own, unless it has
// a holder of its own ("rejected Y's plan"). Of two places of one issue that a stance word reaches the nearer counts.
void drop_covered(const mention::SentenceView& view, std::vector<Candidate>& candidates);

}  // namespace demarche::evidence
