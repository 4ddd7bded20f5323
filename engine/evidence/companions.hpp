#pragma once
#include "engine/evidence/gathering.hpp"

namespace demarche::evidence {

// The companions hold what the holder of the statement beside them holds, its inverse, or what the construction says.
// Adds them to the candidates found.
void add_companions(const SentenceInput& input, Found& found, std::vector<Rejected>& rejected);

}  // namespace demarche::evidence
