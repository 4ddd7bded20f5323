#pragma once
#include <random>
#include <string>

#include "dsl/syntax/tree.hpp"

// Rule files as untidy people write them: the same cells with other blanks, line ends and comments between them.
namespace demarche::test {

// Says the same as the file of the tree, in a layout by chance: indentation, tabs, empty lines, line ends within
// brackets, before `|` and after commas, comments wherever one may stand, braces on lines of their own.
std::string with_other_layout(const dsl::syntax::Tree& tree, std::mt19937& random);

// The text with a few of its characters taken away, doubled or replaced: mostly signs that mean something.
std::string with_mistakes(std::string text, std::mt19937& random);

}  // namespace demarche::test
