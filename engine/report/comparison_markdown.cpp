#include "engine/report/cell_text.hpp"
#include "engine/report/comparison.hpp"
#include "engine/report/matrix_markdown.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using position::Comparison;
using position::Relation;

std::string title_of(const Comparison& comparison) {
  std::string title;
  for (std::size_t row = 0; row < comparison.matrix.rows.size(); ++row) {
    if (row > 0) title += row + 1 == comparison.matrix.rows.size() ? " and " : ", ";
    title += markdown_text(comparison.matrix.rows[row].title);
  }
  return title;
}

std::string table(const Comparison& comparison) {
  const auto& matrix = comparison.matrix;
  std::string out = "| issue |";
  std::string rule = "|---|";
  for (const auto& row : matrix.rows) {
    out += " " + markdown_text(row.title) + " |";
    rule += ":---:|";
  }
  out += " |\n" + rule + "---|\n";
  for (std::size_t i = 0; i < position::relation_count; ++i)
    for (const auto column : comparison.columns_with(static_cast<Relation>(i))) {
      out += "| " + markdown_text(matrix.columns[column].title) + " |";
      for (std::size_t row = 0; row < matrix.rows.size(); ++row)
        out += " " + markdown_text(short_text(matrix.at(row, column), Signs::unicode)) + " |";
      out += " " + std::string(heading_of(static_cast<Relation>(i))) + " |\n";
    }
  return out;
}

std::string quote_text(const Quote& quote, const std::string& actor) {
  std::string out = "- > " + markdown_text(quoted(quote)) + "\n  >\n  > " + markdown_text(attribution(quote, actor));
  const std::string& url = quote.document->url;
  if (is_safe_link(url)) out += " ([link](<" + xml_text(url) + ">))";
  return out + "\n";
}

std::string quotes_of(const Comparison& comparison, const Origin& origin, Relation relation) {
  const auto& matrix = comparison.matrix;
  std::string out;
  for (const auto column : comparison.columns_with(relation)) {
    out += "\n### " + markdown_text(matrix.columns[column].title) + "\n";
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
      const auto& cell = matrix.at(row, column);
      const auto quotes = telling_quotes(cell, origin.results);
      if (quotes.empty()) continue;
      out += "\n**" + markdown_text(matrix.rows[row].title) + "**: " + markdown_text(code_text(cell)) + "\n\n";
      for (const auto& quote : quotes) out += quote_text(quote, matrix.rows[row].title);
    }
  }
  return out.empty() ? out : "\n## " + std::string(heading_of(relation)) + "\n" + out;
}

}  // namespace

std::string comparison_markdown(const Comparison& comparison, const Origin& origin) {
  std::string out = "# " + title_of(comparison) + "\n\n";
  for (const auto& pair : comparison.pairs)
    out += "- " + markdown_text(agreement_sentence(comparison.matrix, pair)) + "\n";
  out += "\n" + table(comparison) + "\nLegend: " + legend(Signs::unicode) + "\n";
  for (std::size_t i = 0; i + 1 < position::relation_count; ++i)
    out += quotes_of(comparison, origin, static_cast<Relation>(i));
  return out + "\n---\n\n" + markdown_text(provenance_line(origin.provenance, comparison.matrix.options)) + "\n";
}

}  // namespace demarche::report
