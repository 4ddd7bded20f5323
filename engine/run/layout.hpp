#pragma once
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/position/build_matrix.hpp"
#include "engine/program/program.hpp"
#include "engine/run/selection.hpp"

namespace demarche::run {

// The rows and columns that are asked for, with their titles. Groups of the rules and regions stand for their members,
// one row each, as classes with `in` do; a class with `outside` alone stands for those who have evidence that counts
// (`options`) in one of the columns.
position::Layout layout_of(const Shown& shown, const program::Program& program, const lexicon::ActorTable& actors,
                           const std::vector<evidence::DocumentResult>& results, const position::Options& options);

// Its title in the rules; the id when it has none.
std::string issue_title(const std::string& id, const program::Program& program);

}  // namespace demarche::run
