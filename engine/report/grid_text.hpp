#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/grid.hpp"

// What stands in a cell of a table, as plain text that each format escapes in its way.
namespace demarche::report {

// A quote of a cell and who said it, when and where.
struct CellQuote {
  std::string sign;      // "+", "−", "0": the direction, where the cell has more than one; else empty
  std::string sentence;  // line breaks and tabs are spaces
  std::string by;        // "Foreign Ministry, 2023-05-01, TASS (tass-0501.md)"
};

// The best of each direction that the cell has evidence of: of a shift the old one before the new one.
std::vector<CellQuote> quotes_of(const position::Cell& cell, const std::vector<evidence::DocumentResult>& results,
                                 Signs signs);

// The text of a cell; `standard` is `if_standard`. Quotes stand one below the other. Empty for a null cell.
std::string content_text(const position::Cell* cell, Content content, Content if_standard, Signs signs,
                         const std::vector<evidence::DocumentResult>& results);

// Four digits, without needless zeros: "0.5", "-1".
std::string number_text(double value);
// "6 for", "6 for, 2 against", "1 neutral"; weights have two digits. Empty where there is no position.
std::string counts_text(const position::Cell& cell);
// "Iran", "Presence of extra-regional forces": the title, or the id when it has none.
const std::string& title_of(const position::Head& head);

}  // namespace demarche::report
