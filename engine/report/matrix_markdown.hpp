#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"

namespace demarche::report {

// The matrix as a Markdown table, its legend, and below it the best quotes of each cell with a position.
std::string matrix_markdown(const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results);

// A text inside Markdown: what would be markup is escaped, line breaks are spaces.
std::string markdown_text(std::string_view text);

}  // namespace demarche::report
