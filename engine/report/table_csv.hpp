#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

// Tables for spreadsheets, R and Python: RFC 4180, lines end with a line feed, texts are safe from being taken for
// formulas (csv_field), numbers are plain.
namespace demarche::report {

enum class Separator : char { comma = ',', tab = '\t' };

// As on the screen: a row each, a column each, the code in a cell unless the grid asks for something else. With totals,
// more columns `n_support` ... and more rows of that name.
std::string table_csv(const Grid& grid, const std::vector<evidence::DocumentResult>& results, Separator separator);

// A cell a line with every figure and its best quote; cells that are left out have no line. The columns are those of
// long_columns(), always the same.
std::string table_csv_long(const Grid& grid, const std::vector<evidence::DocumentResult>& results);

struct CsvColumn {
  std::string name;
  std::string datatype;  // of CSV on the Web: string, integer, number, boolean, date
  std::string meaning;
};
const std::vector<CsvColumn>& long_columns();

// What stands beside a CSV file, as it cannot say it itself: "CSV on the Web" metadata (W3C, FILE.csv-metadata.json)
// with the columns and the provenance. `path` is the file's name; `long_form` tells which of the two it is.
std::string csv_metadata(const std::string& path, const Grid& grid, bool long_form, Separator separator,
                         const Provenance& provenance, const position::Options& options);

inline constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

}  // namespace demarche::report
