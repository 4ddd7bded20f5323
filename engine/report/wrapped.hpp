#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::report {

// A text broken between words into lines of at most `width` terminal columns, each with `indent` spaces in front
// (counted) and a line break behind. A word that is wider than a line has one of its own.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace demarche::report
