#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/table.hpp"
#include "engine/position/tally.hpp"

// Matrices of what is named on the command line, counted like any other.
namespace demarche::cli {

// The matrix of these actors and issues: each name is an issue, or what --rows takes (an actor, a group, a region, a
// class). Without one of either kind, the rows or columns are those of the table's own matrix. Nothing, which has been
// said with what may be meant, when a name is neither.
std::optional<position::Matrix> matrix_of(Context& context, Table& table, const std::vector<std::string>& names);

position::Tally tally_of(const std::vector<evidence::DocumentResult>& results);

}  // namespace demarche::cli
