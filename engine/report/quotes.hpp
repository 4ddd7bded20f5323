#pragma once
#include <cstddef>
#include <string>

#include "engine/position/matrix.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/origin.hpp"
#include "engine/report/quote.hpp"

// The best evidence of every cell with a position, ready to paste: `demarche quotes`. At most `per_cell` pieces a cell.
namespace demarche::report {

std::string quotes_text(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell,
                        const TerminalOptions& options);
std::string quotes_markdown(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell);
// One line a quote.
std::string quotes_csv(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell);
std::string quotes_json(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell);

}  // namespace demarche::report
