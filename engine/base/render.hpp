#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

// Diagnostics as text for people. Nothing here looks at the terminal: the caller says whether there are colours.
namespace demarche {

struct RenderOptions {
  bool colour = false;
  std::size_t width = 100;  // columns of source shown; longer lines are cut around the place
};

// rules.stance:12:12: error[unknown-issue]: unknown issue `sanctons`
//    12 |   not in   sanctons
//       |            ^~~~~~~~
//       = help: did you mean `sanctions`?
std::string render(const Diagnostic& diagnostic, const RenderOptions& options = {});
// All, with an empty line between each two and the count at the end; empty when there are none.
std::string render(const std::vector<Diagnostic>& diagnostics, const RenderOptions& options = {});

// rules.stance:12:12: error[unknown-issue]: unknown issue `sanctons` (did you mean `sanctions`?)
std::string render_line(const Diagnostic& diagnostic);

// "2 errors, 1 warning"
std::string count_line(const std::vector<Diagnostic>& diagnostics);

// Columns that a text takes on a terminal: wide East Asian characters take two, combining marks none.
std::size_t display_width(std::string_view text);

}  // namespace demarche
