#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The lines of the new text before they are printed: what still has to be aligned with its neighbours stands apart.
namespace demarche::dsl::format {

struct Row {
  std::size_t indent = 0;
  std::string code;           // empty for a comment on a line of its own; may hold line ends (texts, what is kept)
  std::string comment;        // with its `#`
  bool blank_before = false;  // an empty line stands before it
  bool kept = false;          // `code` is as it was written, with its own indentation
  bool to_the_end = false;    // kept up to the last byte of the file: no line end is added
  // Of a statement on one line with `=`: where the sign stands in `code` (bytes), and what such statements must share
  // to be aligned: "phrase", "extend group". 0 and empty for all else.
  std::size_t equals = 0;
  std::string family;
};

// The number of columns that a text without line ends takes: its code points.
std::size_t columns_of(std::string_view text);

// Aligns `=` and comments of neighbouring rows and puts everything together.
std::string print(std::vector<Row> rows);

}  // namespace demarche::dsl::format
