#pragma once
#include <utility>
#include <vector>

#include "engine/evidence/record.hpp"

namespace demarche::position {

using Said = std::pair<evidence::Stance, evidence::Strength>;

// The net stance of one document on one issue, for one holder (codebook, "Net stance of a document"): what all of its rows
// say; else what is said most strongly; else, when two are said equally strongly, neutral. Order does not matter: two rows
// that differ always have one before the other, which alone is no change of mind. `said` must not be empty.
evidence::Stance net_stance(const std::vector<Said>& said);

}  // namespace demarche::position
