#pragma once
#include <cstdint>
#include <string>

#include "engine/golden/golden.hpp"

namespace demarche::golden {

// The statement that begins on a line of a rule file: the line, and when it opens a block, all to the line that closes
// it. Blocks of more than `most_lines` are cut, with a line that says so. Empty when there is no such line.
std::string statement_text(const RuleText& text, std::uint32_t line, std::size_t most_lines = 40);

}  // namespace demarche::golden
