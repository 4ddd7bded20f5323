#include "engine/report/table_markdown.hpp"

#include "engine/report/cell_text.hpp"
#include "engine/report/grid_text.hpp"
#include "engine/report/matrix_markdown.hpp"

namespace demarche::report {

namespace {

using evidence::DocumentResult;
using position::Cell;
using position::Code;

std::string cell_markdown(const Grid& grid, const Cell* cell, const std::vector<DocumentResult>& results) {
  if (grid.content != Content::quote || !cell)
    return markdown_text(content_text(cell, grid.content, Content::standard, Signs::unicode, results));
  std::string out;
  for (const auto& quote : quotes_of(*cell, results, Signs::unicode)) {
    if (!out.empty()) out += "<br>";
    if (!quote.sign.empty()) out += "**" + quote.sign + "** ";
    out += markdown_text(quote.sentence) + " *" + markdown_text(quote.by) + "*";
  }
  return out;
}

std::string row_markdown(const Grid& grid, std::size_t row, const std::vector<DocumentResult>& results) {
  std::string out = "| **" + markdown_text(title_of(grid.rows[row])) + "** |";
  for (std::size_t column = 0; column < grid.columns.size(); ++column)
    out += " " + cell_markdown(grid, grid.at(row, column), results) + " |";
  return out;
}

std::string count_markdown(std::uint32_t count) { return " " + (count == 0 ? "" : std::to_string(count)) + " |"; }

// How many cells of each code, below the table and at its right.
struct Totals {
  explicit Totals(const Grid& grid) {
    if (grid.totals) codes = codes_that_occur(grid);
  }

  std::string heads() const {
    std::string out;
    for (const Code code : codes) out += " *" + std::string(position::name_of(code)) + "* |";
    return out;
  }

  std::string of(const Census& census) const {
    std::string out;
    for (const Code code : codes) out += count_markdown(census[static_cast<std::size_t>(code)]);
    return out;
  }

  std::string rows(const Grid& grid) const {
    std::string out;
    for (const Code code : codes) {
      const auto number = static_cast<std::size_t>(code);
      out += "| *" + std::string(position::name_of(code)) + "* |";
      for (std::size_t column = 0; column < grid.columns.size(); ++column)
        out += count_markdown(census_of_column(grid, column)[number]);
      for (const Code other : codes) out += other == code ? count_markdown(census_of_all(grid)[number]) : " |";
      out += "\n";
    }
    return out;
  }

  std::vector<Code> codes;
};

}  // namespace

std::string table_markdown(const Grid& grid, const std::vector<DocumentResult>& results, const Provenance& provenance,
                           const position::Options& options) {
  std::string out = grid.title.empty() ? "" : "# " + markdown_text(grid.title) + "\n\n";
  const std::string source = "*" + markdown_text(provenance_line(provenance, options)) + "*\n";
  if (grid.empty()) return out + "No positions were found.\n\n" + source;
  const Totals totals(grid);
  std::string rule = "|---|";
  out += "| |";
  for (const auto& column : grid.columns) {
    out += " " + markdown_text(title_of(column)) + " |";
    rule += grid.content == Content::quote ? "---|" : ":---:|";
  }
  for (std::size_t i = 0; i < totals.codes.size(); ++i) rule += "---:|";
  out += totals.heads() + "\n" + rule + "\n";
  for (std::size_t row = 0; row < grid.rows.size(); ++row)
    out += row_markdown(grid, row, results) + totals.of(census_of_row(grid, row)) + "\n";
  out += totals.rows(grid);
  if (grid.content == Content::standard) out += "\nLegend: " + legend(Signs::unicode) + "\n";
  return out + "\n" + source;
}

}  // namespace demarche::report
