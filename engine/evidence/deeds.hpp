#pragma once
#include "engine/evidence/gathering.hpp"

namespace demarche::evidence {

// Deeds: a verb phrase of the issue itself, with its doer as the holder.
void find_deeds(Gathering& gathering);

}  // namespace demarche::evidence
