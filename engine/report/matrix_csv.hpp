#pragma once
#include <string>
#include <string_view>

#include "engine/position/matrix.hpp"

namespace demarche::report {

// RFC 4180, lines end with a line feed. First column: actor id, second its name, then the code of each issue.
std::string matrix_csv(const position::Matrix& matrix);

// One CSV field, quoted where needed. A text that a spreadsheet would take for a formula (= + - @, tab, carriage return in
// front) gets an apostrophe, which spreadsheets show as text.
std::string csv_field(std::string_view text);

}  // namespace demarche::report
