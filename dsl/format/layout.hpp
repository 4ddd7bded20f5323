#pragma once
#include <cstddef>
#include <string>

#include "dsl/syntax/tree.hpp"

// A whole file: items, blocks, comments, empty lines.
namespace demarche::dsl::format {

// The file in the one layout; `kept` counts the statements that stand as they stood.
std::string lay_out_file(const syntax::Tree& tree, std::size_t& kept);

}  // namespace demarche::dsl::format
