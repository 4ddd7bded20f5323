#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche::report {

// The columns a text takes on a terminal: combining marks none, East Asian wide characters two.
std::size_t display_width(std::string_view text);
// Filled up with spaces on the right; a longer text is cut.
std::string padded(std::string_view text, std::size_t width);

}  // namespace demarche::report
