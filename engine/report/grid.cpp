#include "engine/report/grid.hpp"

#include <algorithm>
#include <numeric>

namespace demarche::report {

namespace {

using position::Cell;
using position::Code;
using position::Head;

constexpr std::array<Code, code_count> reading_order{Code::support, Code::oppose,    Code::mixed,  Code::conditional,
                                                     Code::neutral, Code::mentioned, Code::silent, Code::no_coverage};

struct Filter {
  std::string_view name;
  bool (*holds)(const Cell&);
};

constexpr Filter more_filters[] = {
    {"position", [](const Cell& cell) { return position::is_position(cell.code); }},
    {"thin", [](const Cell& cell) { return cell.thin; }},
    {"shifted", [](const Cell& cell) { return cell.refinement == position::Refinement::shifted; }},
    {"ambivalent", [](const Cell& cell) { return cell.refinement == position::Refinement::ambivalent; }},
    {"via", [](const Cell& cell) { return !cell.via.empty(); }},
    {"claims", [](const Cell& cell) { return cell.claims.support + cell.claims.oppose + cell.claims.neutral > 0; }},
};

bool fits(const Cell& cell, const std::vector<std::string>& only) {
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& word) {
           if (position::name_of(cell.code) == word) return true;
           return std::any_of(std::begin(more_filters), std::end(more_filters),
                              [&](const Filter& filter) { return filter.name == word && filter.holds(cell); });
         });
}

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// What rows or columns are sorted by.
struct Weight {
  std::uint64_t positions = 0;
  std::uint64_t documents = 0;
  double lean = 0;  // sum over the cells that have one
  std::uint32_t leaning = 0;

  void add(const Cell* cell) {
    if (!cell || !position::is_position(cell->code)) return;
    ++positions;
    documents += cell->documents;
    if (cell->support + cell->oppose <= 0) return;
    lean += cell->lean;
    ++leaning;
  }
  double mean() const { return leaning > 0 ? lean / leaning : -2; }  // below all that lean
};

// The numbers of the heads in the order wanted; equal ones stay as they were.
std::vector<std::size_t> sorted(const std::vector<Head>& heads, const std::vector<Weight>& weights, Order order) {
  std::vector<std::size_t> numbers(heads.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  auto by = [&](auto less) { std::stable_sort(numbers.begin(), numbers.end(), less); };
  switch (order) {
    case Order::written:
      break;
    case Order::name:
      by([&](auto a, auto b) { return folded(heads[a].title) < folded(heads[b].title); });
      break;
    case Order::id:
      by([&](auto a, auto b) { return heads[a].id < heads[b].id; });
      break;
    case Order::count:
      by([&](auto a, auto b) {
        return std::pair(weights[a].positions, weights[a].documents) >
               std::pair(weights[b].positions, weights[b].documents);
      });
      break;
    case Order::lean:
      by([&](auto a, auto b) { return weights[a].mean() > weights[b].mean(); });
      break;
  }
  return numbers;
}

Grid with_order(const Grid& from, const View& view) {
  std::vector<Weight> row_weights(from.rows.size()), column_weights(from.columns.size());
  for (std::size_t row = 0; row < from.rows.size(); ++row)
    for (std::size_t column = 0; column < from.columns.size(); ++column) {
      row_weights[row].add(from.at(row, column));
      column_weights[column].add(from.at(row, column));
    }
  auto rows = sorted(from.rows, row_weights, view.rows);
  auto columns = sorted(from.columns, column_weights, view.columns);
  if (!view.only.empty()) {
    std::vector<bool> row_kept(from.rows.size()), column_kept(from.columns.size());
    for (std::size_t row = 0; row < from.rows.size(); ++row)
      for (std::size_t column = 0; column < from.columns.size(); ++column)
        if (from.at(row, column)) row_kept[row] = column_kept[column] = true;
    std::erase_if(rows, [&](auto row) { return !row_kept[row]; });
    std::erase_if(columns, [&](auto column) { return !column_kept[column]; });
  }
  Grid grid = from;
  grid.rows.clear();
  grid.columns.clear();
  grid.cells.clear();
  for (const auto row : rows) grid.rows.push_back(from.rows[row]);
  for (const auto column : columns) grid.columns.push_back(from.columns[column]);
  for (const auto row : rows)
    for (const auto column : columns) grid.cells.push_back(from.at(row, column));
  return grid;
}

void count(const Cell* cell, Census& census) {
  if (cell) ++census[static_cast<std::size_t>(cell->code)];
}

}  // namespace

Grid make_grid(const position::Matrix& matrix, const View& view) {
  Grid grid;
  grid.title = matrix.title;
  grid.transposed = view.transpose;
  grid.content = view.content;
  grid.totals = view.totals;
  grid.rows = view.transpose ? matrix.columns : matrix.rows;
  grid.columns = view.transpose ? matrix.rows : matrix.columns;
  for (std::size_t row = 0; row < grid.rows.size(); ++row)
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const Cell& cell = view.transpose ? matrix.at(column, row) : matrix.at(row, column);
      grid.cells.push_back(fits(cell, view.only) ? &cell : nullptr);
    }
  return with_order(grid, view);
}

Census census_of_row(const Grid& grid, std::size_t row) {
  Census census{};
  for (std::size_t column = 0; column < grid.columns.size(); ++column) count(grid.at(row, column), census);
  return census;
}

Census census_of_column(const Grid& grid, std::size_t column) {
  Census census{};
  for (std::size_t row = 0; row < grid.rows.size(); ++row) count(grid.at(row, column), census);
  return census;
}

Census census_of_all(const Grid& grid) {
  Census census{};
  for (const Cell* cell : grid.cells) count(cell, census);
  return census;
}

const std::array<Code, code_count>& codes_in_order() { return reading_order; }

std::vector<Code> codes_that_occur(const Grid& grid) {
  const Census census = census_of_all(grid);
  std::vector<Code> codes;
  for (const Code code : reading_order)
    if (census[static_cast<std::size_t>(code)] > 0) codes.push_back(code);
  return codes;
}

std::vector<std::string> filters() {
  std::vector<std::string> words;
  for (const Code code : reading_order) words.emplace_back(position::name_of(code));
  for (const Filter& filter : more_filters) words.emplace_back(filter.name);
  return words;
}

bool is_filter(std::string_view word) {
  const auto words = filters();
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<Content> parse_content(std::string_view word) {
  const auto found = std::find(content_names.begin(), content_names.end(), word);
  if (found == content_names.end()) return std::nullopt;
  return static_cast<Content>(found - content_names.begin());
}

std::optional<Order> parse_order(std::string_view word) {
  const auto found = std::find(order_names.begin(), order_names.end(), word);
  if (found == order_names.end()) return std::nullopt;
  return static_cast<Order>(found - order_names.begin());
}

}  // namespace demarche::report
