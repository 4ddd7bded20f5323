#pragma once
#include <string>
#include <string_view>

#include "engine/position/matrix.hpp"

// How a cell is written in a few characters or words: the same in every format.
namespace demarche::report {

enum class Signs { unicode, plain };

// "+", "-", "±", "→+" (shifted to support), "(+)" (conditional), "0" (neutral), "." (mentioned), "" (silent),
// " " (no coverage). Plain signs are ASCII only.
std::string symbol(const position::Cell& cell, Signs signs);
// "support", "mixed (shifted)", "oppose via EU": the code as CSV has it.
std::string code_text(const position::Cell& cell);
// "+ 5", "− 2?" : sign, documents, a question mark for thin; "+ EU" for a position by a group.
std::string short_text(const position::Cell& cell, Signs signs);
// What the signs mean, one line.
std::string legend(Signs signs);

}  // namespace demarche::report
