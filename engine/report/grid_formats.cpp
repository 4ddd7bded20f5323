#include "engine/report/grid_formats.hpp"

#include <algorithm>

#include "engine/report/matrix_json.hpp"
#include "engine/report/table_csv.hpp"
#include "engine/report/table_html.hpp"
#include "engine/report/table_latex.hpp"
#include "engine/report/table_markdown.hpp"

namespace demarche::report {

namespace {

std::string csv(const GridInput& in) { return table_csv(in.grid, in.results, Separator::comma); }
std::string csv_long(const GridInput& in) { return table_csv_long(in.grid, in.results); }
std::string tsv(const GridInput& in) { return table_csv(in.grid, in.results, Separator::tab); }
std::string json(const GridInput& in) { return table_json(in.grid, in.matrix, in.results, in.provenance); }
std::string markdown(const GridInput& in) {
  return table_markdown(in.grid, in.results, in.provenance, in.matrix.options);
}
std::string latex(const GridInput& in) { return table_latex(in.grid, in.results, in.provenance, in.matrix.options); }
std::string html(const GridInput& in) { return table_html(in.grid, in.results, in.provenance, in.matrix.options); }

std::string beside(const std::string& path, const GridInput& in, std::vector<CsvColumn> columns, Separator separator) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return csv_metadata({name, in.grid.title, std::move(columns), separator}, in.provenance, in.matrix.options);
}
std::string beside_csv(const std::string& path, const GridInput& in) {
  return beside(path, in, wide_columns(in.grid), Separator::comma);
}
std::string beside_csv_long(const std::string& path, const GridInput& in) {
  return beside(path, in, long_columns(), Separator::comma);
}
std::string beside_tsv(const std::string& path, const GridInput& in) {
  return beside(path, in, wide_columns(in.grid), Separator::tab);
}

}  // namespace

const std::vector<GridFormat>& grid_formats() {
  static const std::vector<GridFormat> formats{
      {"csv", ".csv", "as on the screen, with codes, for spreadsheets", true, csv, beside_csv},
      {"csv-long", "", "a cell a line with every figure, for R and Python", true, csv_long, beside_csv_long},
      {"tsv", ".tsv", "as csv, with tabs", true, tsv, beside_tsv},
      {"json", ".json", "every figure of every cell, with quotes", false, json, nullptr},
      {"md", ".md", "Markdown", false, markdown, nullptr},
      {"latex", ".tex", "booktabs and longtable, for \\input", false, latex, nullptr},
      {"html", ".html", "a page of its own, accessible, light and dark", false, html, nullptr}};
  return formats;
}

const GridFormat* grid_format(std::string_view name) {
  const auto& all = grid_formats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& format) { return format.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const GridFormat* grid_format_of(std::string_view path) {
  const auto& all = grid_formats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& format) {
    return !format.ending.empty() && path.ends_with(format.ending);
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace demarche::report
