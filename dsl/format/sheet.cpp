#include "dsl/format/sheet.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace demarche::dsl::format {

namespace {
// Comments stand under each other where their lines are no longer than this; a long line does not push the others out.
constexpr std::size_t alignable = 80;

// Calls `align(first, last)` for every run of neighbouring rows that belong together.
template <typename Joins, typename Align>
void for_each_run(std::vector<Row>& rows, Joins joins, Align align) {
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && !rows[end].blank_before && joins(rows[end - 1], rows[end])) ++end;
    align(rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
}

using RowIterator = std::vector<Row>::iterator;

std::size_t equals_column(const Row& row) { return columns_of(std::string_view(row.code).substr(0, row.equals)); }

void align_equals(RowIterator first, RowIterator last) {
  if (first->family.empty()) return;
  std::size_t column = 0;
  for (auto row = first; row != last; ++row) column = std::max(column, equals_column(*row));
  for (auto row = first; row != last; ++row) {
    std::size_t padding = column - equals_column(*row);
    row->code.insert(row->equals, padding, ' ');
  }
}

std::size_t code_width(const Row& row) { return row.indent + columns_of(row.code); }

bool has_trailing_comment(const Row& row) {
  return !row.comment.empty() && !row.code.empty() && !row.kept && row.code.find('\n') == std::string::npos;
}

void align_comments(RowIterator first, RowIterator last) {
  std::size_t column = 0;
  for (auto row = first; row != last; ++row)
    if (has_trailing_comment(*row) && code_width(*row) <= alignable) column = std::max(column, code_width(*row));
  for (auto row = first; row != last; ++row) {
    if (!has_trailing_comment(*row)) continue;
    std::size_t padding = code_width(*row) <= alignable ? column - code_width(*row) : 0;
    row->code.append(padding, ' ');
  }
}
}  // namespace

std::size_t columns_of(std::string_view text) { return utf8::count_code_points(text); }

std::string print(std::vector<Row> rows) {
  for_each_run(
      rows, [](const Row& a, const Row& b) { return !a.family.empty() && a.family == b.family; }, align_equals);
  for_each_run(
      rows, [](const Row& a, const Row& b) { return has_trailing_comment(a) && has_trailing_comment(b); },
      align_comments);
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    if (row.blank_before && i > 0) out += '\n';
    if (!row.kept) out.append(row.indent, ' ');
    out += row.code;
    if (!row.code.empty() && !row.comment.empty()) out += "  ";
    out += row.comment;
    if (!row.to_the_end) out += '\n';
  }
  return out;
}

}  // namespace demarche::dsl::format
