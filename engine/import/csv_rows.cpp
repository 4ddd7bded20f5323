#include "engine/import/csv_rows.hpp"

#include <algorithm>

namespace demarche::import {

namespace {

char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'})
    if (std::count(head.begin(), head.end(), c) > std::count(head.begin(), head.end(), best)) best = c;
  return best;
}

class Parser {
 public:
  Parser(std::string_view text, CsvTable& table) : text_(text), table_(table) {}

  void run() {
    while (at_ < text_.size()) {
      CsvRow row{line_, {}};
      const bool whole = read_row(row);
      const bool empty = row.fields.size() == 1 && row.fields.front().empty();
      if (!empty && whole) table_.rows.push_back(std::move(row));
      if (!whole) return;
    }
  }

 private:
  bool read_row(CsvRow& row) {
    for (;;) {
      row.fields.emplace_back();
      if (!read_field(row.fields.back())) {
        table_.error = "the quote that line " + std::to_string(row.line) + " opens is never closed";
        return false;
      }
      if (at_ >= text_.size()) return true;
      const char end = text_[at_++];
      if (end == '\n') {
        ++line_;
        return true;
      }
    }
  }

  // Up to the separator or the end of the line, which it leaves.
  bool read_field(std::string& field) {
    const bool quoted = table_.separator != '\t' && at_ < text_.size() && text_[at_] == '"';
    if (quoted && !read_quoted(field)) return false;
    while (at_ < text_.size() && text_[at_] != table_.separator && text_[at_] != '\n') field += text_[at_++];
    if (!quoted && field.ends_with('\r')) field.pop_back();
    if (quoted && field.ends_with('\r') && at_ < text_.size() && text_[at_] == '\n') field.pop_back();
    return true;
  }

  bool read_quoted(std::string& field) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  CsvTable& table_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

CsvTable read_csv_rows(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CsvTable table;
  table.separator = separator_of(text);
  Parser(text, table).run();
  return table;
}

}  // namespace demarche::import
