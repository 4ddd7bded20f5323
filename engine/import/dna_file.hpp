#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/import/coded.hpp"

namespace demarche::import {

// A `.dna` file of Discourse Network Analyzer 2 or 3: an SQLite database with its tables DOCUMENTS, STATEMENTS,
// VARIABLES and DATA... . Nothing, and the reason in `error`, when it is none or lacks what statements need.
std::optional<Coded> read_dna(std::string_view bytes, const Variables& variables, std::string& error);

}  // namespace demarche::import
