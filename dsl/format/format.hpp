#pragma once
#include <cstddef>
#include <string>
#include <string_view>

// The one layout of rule files: what `demarche fmt` writes. docs/language.md, "Layout", says what it looks like.
namespace demarche::dsl {

struct Formatted {
  std::string text;      // ends with a line end unless it is empty; line ends are those of the input's first line
  std::size_t kept = 0;  // statements that the parser could not read: they stand as they stood, byte for byte
  bool same = true;      // false: the new text did not read back as the old one, so `text` is the old one
};

// `text` is UTF-8, with or without a byte order mark (which is dropped). Formatting what has been formatted changes
// nothing.
Formatted format_rules(std::string_view text);

}  // namespace demarche::dsl
