#pragma once
#include <vector>

#include "engine/evidence/candidates.hpp"

namespace demarche::evidence {

// "condemned the veto of the truce, calling it an abuse": drops what a pronoun says of the issue where it means the
// noun that the issue only belongs to.
void drop_misread_pronouns(const mention::SentenceView& view, const mention::Lexis& lexis,
                           std::vector<Candidate>& candidates);

}  // namespace demarche::evidence
