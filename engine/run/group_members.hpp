#pragma once
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/position/matrix.hpp"
#include "engine/report/page_input.hpp"

namespace demarche::run {

// For each group that has evidence and speaks for its members (docs/positions.md), the rows that belong to it, and
// when.
std::vector<report::GroupMember> group_members(const position::Matrix& matrix,
                                               const std::vector<evidence::DocumentResult>& results,
                                               const lexicon::ActorTable& actors);

}  // namespace demarche::run
