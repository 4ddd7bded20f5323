#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/table.hpp"
#include "engine/position/build_matrix.hpp"

// Matrices of other actors and issues than those the rules show, counted the same way.
namespace demarche::cli {

position::Tally tally_of(const std::vector<evidence::DocumentResult>& results);

// What the table's own matrix would show of these rows and columns.
position::Matrix rebuilt(const Table& table, const position::Matrix& like, std::vector<position::Head> rows,
                         std::vector<position::Head> columns);

position::Head actor_head(const std::string& id, const Table& table);
position::Head issue_head(const std::string& id, const Table& table);

bool is_issue(const std::string& id, const Table& table);

// The actors that a name on the command line stands for: itself, or the members of a group that the rules define.
// Empty, which has been said with what may be meant, when there is no such actor or group.
std::vector<position::Head> actors_named(Context& context, const std::string& name, const Table& table);

// Actors and issues told apart by what they are. Nothing, which has been said, when one is neither.
struct Chosen {
  std::vector<position::Head> actors;
  std::vector<position::Head> issues;
};
std::optional<Chosen> choose(Context& context, const std::vector<std::string>& names, const Table& table);

}  // namespace demarche::cli
