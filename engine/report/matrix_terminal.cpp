#include "engine/report/matrix_terminal.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/render.hpp"
#include "engine/report/padded.hpp"

namespace demarche::report {

namespace {

using position::Code;
using position::Matrix;

constexpr std::size_t widest_column = 13;
constexpr std::size_t widest_name = 26;

// Breaks an issue id at its hyphens so that it fits a narrow column: "foreign-forces-presence" takes three lines.
std::vector<std::string> wrap_head(const std::string& id) {
  std::vector<std::string> lines(1);
  std::size_t begin = 0;
  while (begin < id.size()) {
    const std::size_t hyphen = id.find('-', begin);
    const std::size_t end = hyphen == std::string::npos ? id.size() : hyphen + 1;
    const std::string piece = id.substr(begin, end - begin);
    if (!lines.back().empty() && display_width(lines.back()) + display_width(piece) > widest_column) lines.emplace_back();
    lines.back() += piece;
    begin = end;
  }
  return lines;
}

// Colours that a colour-blind reader can tell apart; the sign says the same.
std::string_view colour_of(Code code) {
  switch (code) {
    case Code::support:
      return "\x1b[34;1m";  // blue
    case Code::oppose:
      return "\x1b[33;1m";  // orange, or what the terminal has for it
    case Code::mixed:
      return "\x1b[35;1m";
    case Code::conditional:
    case Code::neutral:
      return "\x1b[36m";
    case Code::mentioned:
    case Code::silent:
    case Code::no_coverage:
      return "\x1b[2m";
  }
  return "";
}

class Table {
 public:
  Table(const Matrix& matrix, const TerminalOptions& options) : matrix_(matrix), options_(options) {
    for (const auto& row : matrix.rows) {
      id_width_ = std::max(id_width_, display_width(row.id));
      if (row.title != row.id) name_width_ = std::max(name_width_, std::min(widest_name, display_width(row.title)));
    }
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) add_column(column);
    const std::size_t widest = widths_.empty() ? 0 : *std::max_element(widths_.begin(), widths_.end());
    if (stub_width() + 2 + widest > options.width) name_width_ = 0;  // too narrow for names: ids will do
  }

  std::string print() const {
    std::string out;
    for (std::size_t first = 0; first < widths_.size();) {
      const std::size_t last = end_of_block(first);
      if (first > 0) out += '\n';
      append_block(out, first, last);
      first = last;
    }
    return out;
  }

 private:
  void add_column(std::size_t column) {
    heads_.push_back(wrap_head(matrix_.columns[column].id));
    std::size_t width = 3;
    for (const auto& line : heads_.back()) width = std::max(width, display_width(line));
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row)
      width = std::max(width, display_width(short_text(matrix_.at(row, column), options_.signs)));
    widths_.push_back(width);
  }

  std::size_t stub_width() const { return id_width_ + (name_width_ ? 1 + name_width_ : 0); }

  // As many columns as fit, at least one.
  std::size_t end_of_block(std::size_t first) const {
    std::size_t used = stub_width() + 2 + widths_[first];
    std::size_t last = first + 1;
    while (last < widths_.size() && used + 2 + widths_[last] <= options_.width) used += 2 + widths_[last++];
    return last;
  }

  void append_block(std::string& out, std::size_t first, std::size_t last) const {
    std::size_t lines = 0;
    for (std::size_t column = first; column < last; ++column) lines = std::max(lines, heads_[column].size());
    for (std::size_t line = 0; line < lines; ++line) append_head_line(out, first, last, line, lines);
    std::size_t rule = stub_width();
    for (std::size_t column = first; column < last; ++column) rule += 2 + widths_[column];
    for (std::size_t i = 0; i < rule; ++i) out += options_.signs == Signs::unicode ? "─" : "-";
    out += '\n';
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) append_row(out, row, first, last);
  }

  // Heads stand on the rule: a short one begins lower.
  void append_head_line(std::string& out, std::size_t first, std::size_t last, std::size_t line, std::size_t lines) const {
    std::string text(stub_width(), ' ');
    for (std::size_t column = first; column < last; ++column) {
      const auto& head = heads_[column];
      const std::size_t skip = lines - head.size();
      text += "  " + padded(line >= skip ? head[line - skip] : "", widths_[column]);
    }
    append_line(out, text);
  }

  void append_row(std::string& out, std::size_t row, std::size_t first, std::size_t last) const {
    std::string text = padded(matrix_.rows[row].id, id_width_);
    if (name_width_) {
      const auto& head = matrix_.rows[row];
      text += " " + padded(head.title == head.id ? "" : head.title, name_width_);
    }
    for (std::size_t column = first; column < last; ++column) {
      const auto& cell = matrix_.at(row, column);
      const std::string value = padded(short_text(cell, options_.signs), widths_[column]);
      text += "  ";
      text += options_.color ? std::string(colour_of(cell.code)) + value + "\x1b[0m" : value;
    }
    append_line(out, text);
  }

  static void append_line(std::string& out, std::string text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    out += text + "\n";
  }

  const Matrix& matrix_;
  const TerminalOptions& options_;
  std::size_t id_width_ = 3;
  std::size_t name_width_ = 0;
  std::vector<std::vector<std::string>> heads_;
  std::vector<std::size_t> widths_;
};

// Breaks the legend between its entries, which three spaces part.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string out;
  std::size_t used = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t gap = text.find("   ", begin);
    const std::string piece = text.substr(begin, gap == std::string::npos ? gap : gap - begin);
    if (used > 0 && used + 3 + display_width(piece) > width) {
      out += '\n';
      used = 0;
    }
    out += (used > 0 ? "   " : "") + piece;
    used += (used > 0 ? 3 : 0) + display_width(piece);
    begin = gap == std::string::npos ? text.size() : gap + 3;
  }
  return out + "\n";
}

}  // namespace

std::string matrix_terminal(const Matrix& matrix, const TerminalOptions& options) {
  std::string out = matrix.title.empty() ? "" : matrix.title + "\n\n";
  if (matrix.rows.empty() || matrix.columns.empty()) return out + "no positions found\n";
  out += Table(matrix, options).print();
  return out + "\n" + wrapped(legend(options.signs), options.width);
}

}  // namespace demarche::report
