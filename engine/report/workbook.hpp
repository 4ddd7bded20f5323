#pragma once
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/date.hpp"

// A spreadsheet file (.xlsx), written cell by cell. The only user of libxlsxwriter. Rows and columns count from 0.
namespace demarche::report {

struct Style {
  bool bold = false;
  bool italic = false;
  bool wrap = false;
  bool centered = false;
  bool bordered = false;
  bool top = false;               // text at the top of its cell, not at its foot
  std::uint32_t fill = 0xFFFFFF;  // 0xRRGGBB; white: none
  std::uint32_t ink = 0x000000;
  std::string_view number = {};  // a number format; empty: as it comes
  int size = 11;                 // points
  friend auto operator<=>(const Style&, const Style&) = default;
};

// What Excel allows in one sheet, and in one cell.
inline constexpr std::uint32_t most_rows = 1'048'576;
inline constexpr std::uint32_t most_columns = 16'384;
inline constexpr std::size_t longest_text = 32'767;  // UTF-16 units

struct CellPlace {
  std::string_view sheet;
  std::uint32_t row = 0;
  std::uint16_t column = 0;
};

// A text as a cell can hold it: characters that XML cannot have replaced, `_x0041_` kept from being read as "A", and
// cut behind 32,767 UTF-16 units with a mark that says how long it was.
std::string cell_text(std::string_view text);

class Workbook {
 public:
  // `created` is the day that the file's properties name: never today, so that equal content gives equal bytes.
  Workbook(const std::string& title, const std::string& author, Date created);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  class Sheet {
   public:
    // Never taken for a formula, a number or a link.
    void text(std::uint32_t row, std::uint32_t column, std::string_view text, const Style& style = {});
    void number(std::uint32_t row, std::uint32_t column, double value, const Style& style = {});
    // A real date; as text before March 1900, which Excel's calendar does not have or has wrong.
    void date(std::uint32_t row, std::uint32_t column, Date day, Style style = {});
    // A link within the file, with words that show when the pointer rests on it. Excel allows 65,530 links in a sheet:
    // behind that many the text alone is written.
    void link(std::uint32_t row, std::uint32_t column, std::string_view text, const CellPlace& to, std::string_view tip,
              const Style& style = {});
    // A link to the web for http and https; any other text stays text.
    void web_link(std::uint32_t row, std::uint32_t column, std::string_view url, const Style& style = {});

    void width(std::uint32_t first, std::uint32_t last, double characters);
    void height(std::uint32_t row, double points);
    void freeze(std::uint32_t rows, std::uint32_t columns);
    void filter(std::uint32_t first_row, std::uint32_t first_column, std::uint32_t last_row, std::uint32_t last_column);
    // Paper: one page wide, the rows up to `head_row` on every page, and of the columns only those up to `last_column`.
    void print_wide(std::uint32_t head_row, std::uint32_t last_row, std::uint32_t last_column);

   private:
    friend class Workbook;
    struct State;
    explicit Sheet(State* state) : state_(state) {}
    State* state_;
  };
  Sheet add_sheet(const std::string& name);

  // The file; nothing can be added behind it. Throws std::runtime_error with the reason when it cannot be made.
  std::string bytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace demarche::report
