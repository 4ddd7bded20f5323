#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/import/coded.hpp"

namespace demarche::import {

// A table of coded statements: what DNA exports as CSV, or any other with columns for the document, the actor, the
// concept and whether it agrees. Columns are found by their names, whatever the case. Nothing, and the reason in
// `error`, when the table cannot be used; rows that cannot be used are among `left_out`.
std::optional<Coded> read_statement_table(std::string_view text, const Variables& variables, std::string& error);

}  // namespace demarche::import
