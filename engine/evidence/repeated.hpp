#pragma once
#include "engine/evidence/candidates.hpp"

namespace demarche::evidence {

// No word counts twice: a stance word on another's way to the same issue makes no statement of its own, unless it has
// a holder of its own ("rejected Y's plan").
void drop_repeated(std::vector<Candidate>& candidates);

}  // namespace demarche::evidence
