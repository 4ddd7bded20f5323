#include "engine/report/table_formats.hpp"

#include <algorithm>

#include "engine/report/evidence_csv.hpp"
#include "engine/report/grid_formats.hpp"
#include "engine/report/matrix_markdown.hpp"
#include "engine/report/matrix_sqlite.hpp"
#include "engine/report/matrix_xlsx.hpp"

namespace demarche::report {

namespace {

// As `demarche matrix` shows it when nothing else is asked for.
TableFile as_grid(std::string_view format, const TableInput& input) {
  const Grid grid = make_grid(input.matrix, {});
  return {grid_format(format)->write({grid, input.matrix, input.results, input.provenance}), ""};
}

TableFile csv(const TableInput& input) { return as_grid("csv", input); }
TableFile json(const TableInput& input) { return as_grid("json", input); }
TableFile markdown(const TableInput& input) { return {matrix_markdown(input.matrix, input.results), ""}; }
TableFile evidence(const TableInput& input) { return {evidence_csv(input), ""}; }

}  // namespace

const std::vector<TableFormat>& table_formats() {
  static const std::vector<TableFormat> formats{
      {"xlsx", ".xlsx", "Excel workbook: matrix, cells, evidence, quotes, method", false, matrix_xlsx},
      {"sqlite", ".sqlite", "SQLite database: documents, evidence, cells, silences", false, matrix_sqlite},
      {"csv", ".csv", "actors by issues, the code of each cell", true, csv},
      {"json", ".json", "every figure of every cell, with quotes", true, json},
      {"md", ".md", "the matrix and its quotes in Markdown", true, markdown},
      {"evidence-csv", "", "one piece of evidence a line, and whether it counts", true, evidence}};
  return formats;
}

const TableFormat* table_format(std::string_view name) {
  const auto& all = table_formats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& format) { return format.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const TableFormat* table_format_of(std::string_view path) {
  const auto& all = table_formats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& format) {
    return !format.ending.empty() && path.ends_with(format.ending);
  });
  return found == all.end() ? nullptr : &*found;
}

TableFile export_table(const TableFormat& format, const TableInput& input) { return format.write(input); }

}  // namespace demarche::report
