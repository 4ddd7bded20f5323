#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::report {

// Filled up with spaces on the right to a width in terminal columns; a longer text is cut.
std::string padded(std::string_view text, std::size_t width);

}  // namespace demarche::report
