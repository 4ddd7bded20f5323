#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

struct TerminalOptions {
  std::size_t width = 100;  // columns of the terminal; a wider matrix comes in several blocks
  bool color = false;
  Signs signs = Signs::unicode;
};

// The matrix for a terminal: title, table, legend.
std::string matrix_terminal(const position::Matrix& matrix, const TerminalOptions& options);

// The same of a grid, with its totals and what its cells are to show. Quotes do not fit into a table: they come as a
// list, cell by cell.
std::string table_terminal(const Grid& grid, const std::vector<evidence::DocumentResult>& results,
                           const TerminalOptions& options);

// Where it comes from, in as many lines as the width takes; with plain signs in ASCII.
std::string provenance_terminal(const Provenance& provenance, const position::Options& counted,
                                const TerminalOptions& options);

}  // namespace demarche::report
