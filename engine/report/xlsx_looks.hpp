#pragma once
#include <string_view>

#include "engine/position/matrix.hpp"
#include "engine/report/workbook.hpp"

// How the sheets look. Blue for, orange against, violet for both: pairs that colour-blind readers tell apart and that
// differ in grey, too; a sign says the same in every cell.
namespace demarche::report::xlsx {

inline constexpr std::string_view matrix_sheet = "Matrix";
inline constexpr std::string_view cells_sheet = "Cells";
inline constexpr std::string_view evidence_sheet = "Evidence";
inline constexpr std::string_view quotes_sheet = "Quotes";
inline constexpr std::string_view method_sheet = "Method";

inline const Style title{.bold = true, .size = 16};
inline const Style note{.ink = 0x595959};
inline const Style head{.bold = true, .wrap = true, .bordered = true, .fill = 0xE7E6E6};
inline const Style column_head{.bold = true, .wrap = true, .centered = true, .bordered = true, .fill = 0xE7E6E6};
inline const Style plain{.top = true};
inline const Style wrapped{.wrap = true, .top = true};
inline const Style figure{.top = true, .number = "0.00##"};
inline const Style bold{.bold = true, .top = true};
inline const Style middle{.centered = true, .top = true};
inline const Style total{.centered = true, .number = "0;-0;\"–\""};
inline const Style back{.centered = true, .top = true, .ink = 0x0B57A4};

// A cell of the matrix, by what it says; paler where it is thin or conditional.
Style look_of(const position::Cell& cell);
// The same for a code by itself.
Style look_of(position::Code code);

}  // namespace demarche::report::xlsx
