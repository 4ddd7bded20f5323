#include "engine/report/matrix_terminal.hpp"

#include <algorithm>

#include "engine/base/render.hpp"
#include "engine/report/grid_text.hpp"
#include "engine/report/padded.hpp"

namespace demarche::report {

namespace {

using evidence::DocumentResult;
using position::Code;

constexpr std::size_t widest_column = 13;
constexpr std::size_t widest_name = 26;

// Nothing that a title holds may move the cursor or break a line.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }, ' ');
  return out;
}

// Breaks an issue id at its hyphens so that it fits a narrow column: "foreign-forces-presence" takes three lines.
std::vector<std::string> wrap_head(const std::string& id) {
  std::vector<std::string> lines(1);
  std::size_t begin = 0;
  while (begin < id.size()) {
    const std::size_t hyphen = id.find('-', begin);
    const std::size_t end = hyphen == std::string::npos ? id.size() : hyphen + 1;
    const std::string piece = id.substr(begin, end - begin);
    if (!lines.back().empty() && display_width(lines.back()) + display_width(piece) > widest_column)
      lines.emplace_back();
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

// A row or column of a table, be it of cells or of totals.
struct Field {
  std::string text;
  std::optional<Code> code;
};

class Table {
 public:
  Table(const Grid& grid, const std::vector<DocumentResult>& results, const TerminalOptions& options)
      : options_(options), rows_(grid.rows), cell_rows_(grid.rows.size()) {
    for (auto& row : rows_) row = {one_line(row.id), one_line(title_of(row))};
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      heads_.push_back(wrap_head(one_line(grid.columns[column].id)));
      auto& fields = columns_.emplace_back();
      for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const auto* cell = grid.at(row, column);
        fields.push_back({content_text(cell, grid.content, Content::standard, options.signs, results),
                          cell ? std::optional(cell->code) : std::nullopt});
      }
    }
    if (grid.totals) add_totals(grid);
    measure();
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
  // More columns at the right, more rows below: the codes that occur.
  void add_totals(const Grid& grid) {
    const auto codes = codes_that_occur(grid);
    std::vector<Census> by_column;
    for (std::size_t column = 0; column < grid.columns.size(); ++column)
      by_column.push_back(census_of_column(grid, column));
    for (const Code code : codes) {
      const auto number = static_cast<std::size_t>(code);
      heads_.push_back(wrap_head(std::string(position::name_of(code))));
      auto& fields = columns_.emplace_back();
      for (std::size_t row = 0; row < cell_rows_; ++row)
        fields.push_back({count_text(census_of_row(grid, row)[number]), code});
    }
    const Census all = census_of_all(grid);
    for (const Code code : codes) {
      const auto number = static_cast<std::size_t>(code);
      rows_.push_back({std::string(position::name_of(code)), ""});
      for (std::size_t column = 0; column < by_column.size(); ++column)
        columns_[column].push_back({count_text(by_column[column][number]), code});
      for (std::size_t other = 0; other < codes.size(); ++other)
        columns_[by_column.size() + other].push_back({codes[other] == code ? count_text(all[number]) : "", code});
    }
  }

  // A zero is left blank: what is there is what one looks for.
  static std::string count_text(std::uint32_t count) { return count == 0 ? "" : std::to_string(count); }

  void measure() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      if (i >= cell_rows_) {  // the name of a total takes the room of id and name
        total_width_ = std::max(total_width_, display_width(row.id));
        continue;
      }
      id_width_ = std::max(id_width_, display_width(row.id));
      if (!row.title.empty() && row.title != row.id)
        name_width_ = std::max(name_width_, std::min(widest_name, display_width(row.title)));
    }
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      std::size_t width = 3;
      for (const auto& line : heads_[column]) width = std::max(width, display_width(line));
      for (const auto& field : columns_[column]) width = std::max(width, display_width(field.text));
      widths_.push_back(width);
    }
    const std::size_t widest = widths_.empty() ? 0 : *std::max_element(widths_.begin(), widths_.end());
    if (stub_width() + 2 + widest > options_.width) name_width_ = 0;  // too narrow for names: ids will do
  }

  std::size_t stub_width() const { return std::max(total_width_, id_width_ + (name_width_ ? 1 + name_width_ : 0)); }

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
    append_rule(out, first, last);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (row > 0 && row == cell_rows_) append_rule(out, first, last);
      append_row(out, row, first, last);
    }
  }

  void append_rule(std::string& out, std::size_t first, std::size_t last) const {
    std::size_t rule = stub_width();
    for (std::size_t column = first; column < last; ++column) rule += 2 + widths_[column];
    for (std::size_t i = 0; i < rule; ++i) out += options_.signs == Signs::unicode ? "─" : "-";
    out += '\n';
  }

  // Heads stand on the rule: a short one begins lower.
  void append_head_line(std::string& out, std::size_t first, std::size_t last, std::size_t line,
                        std::size_t lines) const {
    std::string text(stub_width(), ' ');
    for (std::size_t column = first; column < last; ++column) {
      const auto& head = heads_[column];
      const std::size_t skip = lines - head.size();
      text += "  " + padded(line >= skip ? head[line - skip] : "", widths_[column]);
    }
    append_line(out, text);
  }

  void append_row(std::string& out, std::size_t row, std::size_t first, std::size_t last) const {
    const auto& head = rows_[row];
    std::string text = row < cell_rows_ ? padded(head.id, id_width_) : head.id;
    if (name_width_ && row < cell_rows_) text += " " + padded(head.title == head.id ? "" : head.title, name_width_);
    text = padded(text, stub_width());
    for (std::size_t column = first; column < last; ++column) {
      const Field& field = columns_[column][row];
      const std::string value = padded(field.text, widths_[column]);
      text += "  ";
      text += options_.color && field.code ? std::string(colour_of(*field.code)) + value + "\x1b[0m" : value;
    }
    append_line(out, text);
  }

  static void append_line(std::string& out, std::string text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    out += text + "\n";
  }

  const TerminalOptions& options_;
  std::vector<position::Head> rows_;  // those of the cells, then those of the totals
  std::size_t cell_rows_ = 0;
  std::vector<std::vector<std::string>> heads_;
  std::vector<std::vector<Field>> columns_;
  std::size_t id_width_ = 3;
  std::size_t name_width_ = 0;
  std::size_t total_width_ = 0;
  std::vector<std::size_t> widths_;
};

// Breaks a text between its pieces, which `gap` parts.
std::string wrapped_at(const std::string& text, std::string_view gap, std::size_t width) {
  std::string out;
  std::size_t used = 0;
  const std::size_t gap_width = display_width(gap);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t at = text.find(gap, begin);
    const std::string piece = text.substr(begin, at == std::string::npos ? at : at - begin);
    if (used > 0 && used + gap_width + display_width(piece) > width) {
      out += '\n';
      used = 0;
    }
    if (used > 0) out += gap;
    out += piece;
    used += (used > 0 ? gap_width : 0) + display_width(piece);
    begin = at == std::string::npos ? text.size() : at + gap.size();
  }
  return out + "\n";
}

// Words in lines with two blanks in front.
std::string paragraph(const std::string& text, std::size_t width) {
  std::string out;
  std::string lines = wrapped_at(text, " ", width > 12 ? width - 2 : 10);
  for (std::size_t begin = 0; begin < lines.size();) {
    const auto end = lines.find('\n', begin);
    out += "  " + lines.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return out;
}

std::string quote_list(const Grid& grid, const std::vector<DocumentResult>& results, const TerminalOptions& options) {
  std::string out;
  for (std::size_t row = 0; row < grid.rows.size(); ++row)
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const auto* cell = grid.at(row, column);
      if (!cell || cell->quotes.empty()) continue;
      out += (out.empty() ? "" : "\n") + one_line(title_of(grid.rows[row])) + ", " +
             one_line(title_of(grid.columns[column])) + ": " + code_text(*cell) + "\n";
      for (const auto& quote : quotes_of(*cell, results, options.signs))
        out += paragraph((quote.sign.empty() ? "" : quote.sign + " ") + one_line(quote.sentence), options.width) +
               paragraph("  " + one_line(quote.by), options.width);
    }
  return out.empty() ? "no quotes\n" : out;
}

}  // namespace

std::string matrix_terminal(const position::Matrix& matrix, const TerminalOptions& options) {
  return table_terminal(make_grid(matrix, {}), {}, options);
}

std::string table_terminal(const Grid& grid, const std::vector<DocumentResult>& results,
                           const TerminalOptions& options) {
  std::string out = grid.title.empty() ? "" : one_line(grid.title) + "\n\n";
  if (grid.empty()) return out + "no positions found\n";
  if (grid.content == Content::quote) return out + quote_list(grid, results, options);
  out += Table(grid, results, options).print();
  if (grid.content != Content::standard) return out;
  return out + "\n" + wrapped_at(legend(options.signs), "   ", options.width);
}

std::string provenance_terminal(const Provenance& provenance, const position::Options& counted,
                                const TerminalOptions& options) {
  std::string line = provenance_line(provenance, counted);
  constexpr std::string_view dot = " · ";
  if (options.signs == Signs::plain)
    for (auto at = line.find(dot); at != std::string::npos; at = line.find(dot, at)) line.replace(at, dot.size(), "; ");
  return wrapped_at(line, options.signs == Signs::plain ? "; " : dot, options.width);
}

}  // namespace demarche::report
