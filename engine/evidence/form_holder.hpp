#pragma once
#include "engine/evidence/captured.hpp"
#include "engine/evidence/gathering.hpp"

namespace demarche::evidence {

// Gives a construction's statement its holder: who is named in it, or else the voice in whose words it stands. Gathers
// the statement; words of the voice that speak of somebody else's stance are left out.
void give_holder(Gathering& gathering, const program::Construction& construction, const Captured& c,
                 Candidate candidate);

}  // namespace demarche::evidence
