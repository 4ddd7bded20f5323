#include "engine/report/cell_text.hpp"
#include "engine/report/matrix_markdown.hpp"
#include "engine/report/quotes.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

std::string block(const Quote& quote, const std::string& actor) {
  std::string out = "> " + markdown_text(quoted(quote)) + "\n>\n> — " + markdown_text(attribution(quote, actor));
  if (is_safe_link(quote.document->url)) out += " ([link](<" + xml_text(quote.document->url) + ">))";
  return out + "\n\n";
}

}  // namespace

std::string quotes_markdown(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell) {
  std::string out = "# " + markdown_text(matrix.title.empty() ? "Positions" : matrix.title) + ": quotes\n\n";
  bool any = false;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    std::string section;
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const auto& cell = matrix.at(row, column);
      if (!position::is_position(cell.code)) continue;
      section += "### " + markdown_text(matrix.columns[column].title) + ": " + markdown_text(code_text(cell)) + "\n\n";
      for (const Quote& quote : best_quotes(cell, origin.results, per_cell))
        section += block(quote, matrix.rows[row].title);
    }
    if (section.empty()) continue;
    any = true;
    out += "## " + markdown_text(matrix.rows[row].title) + "\n\n" + section;
  }
  if (!any) out += "No positions were found.\n\n";
  return out + "---\n\n" + markdown_text(provenance_line(origin.provenance, matrix.options)) + "\n";
}

}  // namespace demarche::report
