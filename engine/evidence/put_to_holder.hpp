#pragma once
#include <optional>

#include "engine/evidence/candidates.hpp"

namespace demarche::evidence {

// "was asked to back it", "has yet to condemn it", "denied endorsing it", "may oppose it": words that put a stance to
// their subject, which does not take it there. Why the candidate is none; nothing when it is one.
std::optional<Reason> put_to_holder(const SentenceInput& in, const Candidate& candidate);

}  // namespace demarche::evidence
