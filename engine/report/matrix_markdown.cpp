#include "engine/report/matrix_markdown.hpp"

#include "engine/report/cell_text.hpp"
#include "engine/report/matrix_json.hpp"

namespace demarche::report {

namespace {

using position::Matrix;
using Results = std::vector<evidence::DocumentResult>;

std::string table(const Matrix& matrix) {
  std::string out = "| |";
  std::string rule = "|---|";
  for (const auto& column : matrix.columns) {
    out += " " + markdown_text(column.title) + " |";
    rule += ":---:|";
  }
  out += "\n" + rule + "\n";
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    out += "| **" + markdown_text(matrix.rows[row].title) + "** |";
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      out += " " + short_text(matrix.at(row, column), Signs::unicode) + " |";
    out += "\n";
  }
  return out;
}

std::string quote_text(const evidence::Record& record) {
  std::string out = "- > " + markdown_text(record.sentence) + "\n\n  ";
  if (!record.speaker.empty()) out += markdown_text(record.speaker) + ", ";
  out += record.date ? to_string(*record.date) : std::string("undated");
  if (!record.source.empty()) out += ", " + markdown_text(record.source);
  return out + " (" + markdown_text(record.doc) + ", " + std::string(evidence::name_of(record.stance)) + ", " +
         std::string(evidence::name_of(record.strength)) + ")\n";
}

std::string quotes(const Matrix& matrix, const Results& results) {
  std::string out;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const auto& cell = matrix.at(row, column);
      if (cell.quotes.empty()) continue;
      out += "\n### " + markdown_text(matrix.rows[row].title) + ": " + markdown_text(matrix.columns[column].title) + ": " +
             markdown_text(code_text(cell)) + "\n\n";
      for (const auto& ref : cell.quotes) out += quote_text(record_at(results, ref));
    }
  return out.empty() ? out : "\n## Evidence\n" + out;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  // A sign that would open a list at the start of a line.
  if (out.starts_with("- ") || out.starts_with("+ ")) out.insert(0, "\\");
  return out;
}

std::string matrix_markdown(const Matrix& matrix, const Results& results) {
  std::string out = "# " + markdown_text(matrix.title.empty() ? "Positions" : matrix.title) + "\n\n";
  if (matrix.rows.empty() || matrix.columns.empty()) return out + "No positions were found.\n";
  out += table(matrix) + "\n" + "Legend: " + legend(Signs::unicode) + "\n";
  return out + quotes(matrix, results);
}

}  // namespace demarche::report
