#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/csv_metadata.hpp"
#include "engine/report/grid.hpp"

// Tables for spreadsheets, R and Python: RFC 4180, lines end with a line feed, texts are safe from being taken for
// formulas (csv_field), numbers are plain.
namespace demarche::report {

// As on the screen: a row each, a column each, the code in a cell unless the grid asks for something else. With totals,
// more columns `n_support` ... and more rows of that name.
std::string table_csv(const Grid& grid, const std::vector<evidence::DocumentResult>& results, Separator separator);

// A cell a line with every figure and its best quote; cells that are left out have no line. The columns are those of
// long_columns(), always the same.
std::string table_csv_long(const Grid& grid, const std::vector<evidence::DocumentResult>& results);

// The columns of the two, which are always the same for table_csv_long.
const std::vector<CsvColumn>& long_columns();
std::vector<CsvColumn> wide_columns(const Grid& grid);

inline constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

}  // namespace demarche::report
