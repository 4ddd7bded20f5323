#pragma once
#include <string>

#include "engine/position/matrix.hpp"
#include "engine/report/cell_text.hpp"

namespace demarche::report {

struct TerminalOptions {
  std::size_t width = 100;  // columns of the terminal; a wider matrix comes in several blocks
  bool color = false;
  Signs signs = Signs::unicode;
};

// The matrix for a terminal: title, table, legend, a line that counts.
std::string matrix_terminal(const position::Matrix& matrix, const TerminalOptions& options);

}  // namespace demarche::report
