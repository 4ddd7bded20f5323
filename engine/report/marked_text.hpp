#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evidence/record.hpp"

namespace demarche::report {

// What a stretch of text does in a piece of evidence.
enum class Mark : std::uint8_t { other, holder, issue, stance };

struct MarkedRange {
  evidence::Range range;  // code points of the text; ranges may overlap: the later mark of the enumeration wins
  Mark mark = Mark::other;
};

struct MarkedTextOptions {
  bool colour = false;     // else a line of signs under the words
  std::size_t width = 96;  // columns, the indentation included
  std::size_t indent = 4;
  std::size_t whole = 8;  // texts of more lines lose those far from any mark
};

// A text broken into lines between words, with the marked words in colours or underlined. Wide characters take two
// columns, combining marks none. In lines with Arabic or Hebrew letters, which a terminal turns round, the marked words
// are named instead of underlined. Control characters are shown as `?`. Each line ends with a line break.
std::string marked_text(std::string_view text, const std::vector<MarkedRange>& marks, const MarkedTextOptions& options);

// "marks: ==== who, ^^^^ stance, ~~~~ issue, ---- what else matters", a line; in colours the names alone.
std::string marks_legend(bool colour);

}  // namespace demarche::report
