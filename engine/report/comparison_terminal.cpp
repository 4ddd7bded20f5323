#include <algorithm>

#include "engine/base/render.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/comparison.hpp"
#include "engine/report/padded.hpp"
#include "engine/report/wrapped.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using position::Comparison;
using position::Relation;

class Page {
 public:
  Page(const Comparison& comparison, const Origin& origin, const TerminalOptions& options)
      : comparison_(comparison), matrix_(comparison.matrix), origin_(origin), options_(options) {
    for (const auto& row : matrix_.rows) id_width_ = std::max(id_width_, display_width(row.id));
    for (const auto& cell : matrix_.cells)
      sign_width_ = std::max(sign_width_, display_width(short_text(cell, options.signs)));
  }

  std::string print() {
    for (const auto& pair : comparison_.pairs) out_ += wrapped(agreement_sentence(matrix_, pair), options_.width, 0);
    for (std::size_t i = 0; i + 1 < position::relation_count; ++i) add_group(static_cast<Relation>(i));
    add_silent();
    out_ += "\n" + wrapped(provenance_line(origin_.provenance, matrix_.options), options_.width, 0);
    return std::move(out_);
  }

 private:
  void add_group(Relation relation) {
    const auto columns = comparison_.columns_with(relation);
    if (columns.empty()) return;
    out_ += "\n" + bold(std::string(heading_of(relation))) + "\n";
    for (const auto column : columns) add_issue(column);
  }

  void add_issue(std::size_t column) {
    const auto& head = matrix_.columns[column];
    out_ += "\n  " + one_line(head.title) + (head.title == head.id ? "" : " (" + head.id + ")") + "\n";
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) add_position(row, column);
  }

  void add_position(std::size_t row, std::size_t column) {
    const auto& cell = matrix_.at(row, column);
    std::string line = "    " + padded(matrix_.rows[row].id, id_width_) + "  " +
                       padded(short_text(cell, options_.signs), sign_width_) + "  ";
    const auto quotes = telling_quotes(cell, origin_.results);
    // What the sign does not say: why there is no quote, or that the two quotes are of two times.
    if (quotes.empty() || cell.refinement != position::Refinement::none) line += code_text(cell);
    while (line.ends_with(' ')) line.pop_back();
    out_ += line + "\n";
    for (const auto& quote : quotes) {
      out_ += wrapped(sign_of(quote) + " " + quoted(quote), options_.width, quote_indent);
      out_ += wrapped(attribution(quote, one_line(matrix_.rows[row].title)), options_.width, quote_indent + 2);
    }
  }

  std::string sign_of(const Quote& quote) const {
    switch (quote.record->stance) {
      case evidence::Stance::support:
        return "+";
      case evidence::Stance::oppose:
        return options_.signs == Signs::unicode ? "−" : "-";
      case evidence::Stance::neutral:
        break;
    }
    return "0";
  }

  void add_silent() {
    const auto columns = comparison_.columns_with(Relation::silent);
    if (columns.empty()) return;
    std::string names;
    for (const auto column : columns) names += (names.empty() ? "" : ", ") + matrix_.columns[column].id;
    out_ += "\n" + bold(std::string(heading_of(Relation::silent))) + "\n\n" + wrapped(names, options_.width, 2);
  }

  std::string bold(const std::string& text) const { return options_.color ? "\x1b[1m" + text + "\x1b[0m" : text; }

  static constexpr std::size_t quote_indent = 6;
  const Comparison& comparison_;
  const position::Matrix& matrix_;
  const Origin& origin_;
  const TerminalOptions& options_;
  std::size_t id_width_ = 3;
  std::size_t sign_width_ = 1;
  std::string out_;
};

}  // namespace

std::string comparison_terminal(const Comparison& comparison, const Origin& origin, const TerminalOptions& options) {
  return Page(comparison, origin, options).print();
}

}  // namespace demarche::report
