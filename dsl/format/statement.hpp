#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "dsl/format/sheet.hpp"
#include "dsl/syntax/tree.hpp"

// One statement: the cells of a line put on one row or, where it is too long or was written so, on several.
namespace demarche::dsl::format {

// Where a statement stands.
struct Frame {
  std::string_view block;  // the keyword of the block around it: "issue"; empty at the margin
  std::size_t indent = 0;
  bool one_line = false;  // of a block that is written `{ ... }` on one line: nothing is padded
};

// True when the parser could not read the line, or when it must stand as it is for another reason.
bool must_be_kept(const syntax::Tree& tree, syntax::NodeIndex line, std::string_view block);

// The rows of a line that is not to be kept; at least one.
std::vector<Row> lay_out(const syntax::Tree& tree, syntax::NodeIndex line, const Frame& frame);

// Where the last cell of a line ends: blanks behind it belong to nothing.
std::uint32_t content_end(const syntax::Tree& tree, syntax::NodeIndex node);

// The text of a cell as it is written back: `< a  b >` becomes `<a b>`, curly quotes become straight ones.
std::string cell_text(const syntax::Tree& tree, syntax::NodeIndex cell);

// True for words whose place directly behind the cell before them has a meaning: `'s`, `-regional`, `:noun`.
bool clings(const syntax::Tree& tree, syntax::NodeIndex cell);

// A comment without the blanks behind it.
std::string comment_text(std::string_view comment);

}  // namespace demarche::dsl::format
