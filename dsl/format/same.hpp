#pragma once
#include "dsl/syntax/tree.hpp"

namespace demarche::dsl::format {

// True when two files say the same: the same statements of the same cells, the same comments in the same order. Blanks,
// line ends, the shape of quotes and the place of a comment between two cells do not count.
bool says_the_same(const syntax::Tree& a, const syntax::Tree& b);

}  // namespace demarche::dsl::format
