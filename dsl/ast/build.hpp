#pragma once
#include "dsl/ast/ast.hpp"
#include "dsl/syntax/tree.hpp"
#include "engine/base/diagnostic.hpp"

namespace demarche::dsl::ast {

// Reads the meaning of every line. A statement with an error is left out or kept with what is right in it.
File build(const syntax::Tree& tree, Diagnostics& diagnostics);

}  // namespace demarche::dsl::ast
