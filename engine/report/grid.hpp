#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/position/matrix.hpp"

// A matrix as a table shows it: sorted, turned, cut down to some cells, counted. Formats write a grid.
namespace demarche::report {

// What a cell shows.
enum class Content : std::uint8_t {
  standard,  // what suits the format: a sign with the number of documents for readers, the code for programs
  code,      // "mixed (shifted)", "support via EU"
  lean,      // -1 to +1; empty without a side
  counts,    // "6 for, 2 against": words, because spreadsheets take 6:2 for a time and 6/2 for a date
  quote,     // the best sentence of each direction, with who said it, when and where
};

enum class Order : std::uint8_t {
  written,  // as the matrix has them
  name,     // by title: A to Z, capitals and small letters alike
  id,
  count,  // most positions first, then most documents
  lean,   // most supporting first: by the mean lean of the cells that have one; those without any last
};

struct View {
  Content content = Content::standard;
  Order rows = Order::written;
  Order columns = Order::written;
  bool transpose = false;         // issues as rows
  bool totals = false;            // how many cells of each code, by row and by column
  std::vector<std::string> only;  // cells that are one of these (is_filter); empty: all
};

inline constexpr std::size_t code_count = 0
#define DEMARCHE_CODE(enumerator, name, meaning) +1
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
    ;

// How many cells have each code, by the number of the code.
using Census = std::array<std::uint32_t, code_count>;

struct Grid {
  std::string title;
  bool transposed = false;  // rows are issues, columns actors
  Content content = Content::standard;
  bool totals = false;
  std::vector<position::Head> rows;
  std::vector<position::Head> columns;
  std::vector<const position::Cell*> cells;  // row by row; null: left out by `only`. They point into the matrix

  const position::Cell* at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
  bool empty() const { return rows.empty() || columns.empty(); }
};

// The grid speaks of the matrix's cells, so the matrix must outlive it. Rows and columns that `only` leaves without a
// cell are left out.
Grid make_grid(const position::Matrix& matrix, const View& view);

Census census_of_row(const Grid& grid, std::size_t row);
Census census_of_column(const Grid& grid, std::size_t column);
Census census_of_all(const Grid& grid);
// All codes as readers go through them: support, oppose, mixed, conditional, neutral, mentioned, silent, no-coverage.
const std::array<position::Code, code_count>& codes_in_order();
// Those of them that some cell has.
std::vector<position::Code> codes_that_occur(const Grid& grid);

// Whether `--only` knows the word: the name of a code, or one of position, thin, shifted, ambivalent, via, claims.
bool is_filter(std::string_view word);
std::vector<std::string> filters();

std::optional<Content> parse_content(std::string_view word);
std::optional<Order> parse_order(std::string_view word);
inline constexpr std::array<std::string_view, 5> content_names{"standard", "code", "lean", "counts", "quote"};
inline constexpr std::array<std::string_view, 5> order_names{"written", "name", "id", "count", "lean"};

}  // namespace demarche::report
