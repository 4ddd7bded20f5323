#include "engine/report/cell_text.hpp"
#include "engine/report/quotes.hpp"
#include "engine/report/wrapped.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

std::string cell_lines(const position::Head& row, const position::Head& column, const position::Cell& cell) {
  std::string text = one_line(row.title) + " on " + one_line(column.title) + ": " + code_text(cell) + ", " +
                     std::to_string(cell.documents) + (cell.documents == 1 ? " document" : " documents");
  return text + "\n";
}

}  // namespace

std::string quotes_text(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell,
                        const TerminalOptions& options) {
  std::string out;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const auto& cell = matrix.at(row, column);
      if (!position::is_position(cell.code)) continue;
      out += (out.empty() ? "" : "\n") + cell_lines(matrix.rows[row], matrix.columns[column], cell);
      for (const Quote& quote : best_quotes(cell, origin.results, per_cell)) {
        out += "\n" + wrapped(quoted(quote), options.width, 2);
        out += wrapped((options.signs == Signs::unicode ? "— " : "-- ") + attribution(quote, matrix.rows[row].title),
                       options.width, 2);
        if (!quote.document->url.empty()) out += "  " + one_line(quote.document->url) + "\n";
      }
    }
  if (out.empty()) out = "no positions found\n";
  return out + "\n" + wrapped(provenance_line(origin.provenance, matrix.options), options.width, 0);
}

}  // namespace demarche::report
