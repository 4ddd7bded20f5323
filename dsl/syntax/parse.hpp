#pragma once
#include <cstddef>
#include <memory>

#include "dsl/syntax/tree.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace demarche::dsl::syntax {

inline constexpr std::size_t max_nesting = 64;
inline constexpr std::size_t max_file_bytes = 8u << 20;

// Always gives a tree of the whole file: errors are nodes of it. The text must be UTF-8.
Tree parse(std::shared_ptr<const SourceFile> file);

// Says what the error nodes of a tree mean.
void report_errors(const Tree& tree, Diagnostics& diagnostics);

// PEGTL's own analysis of the grammar: rules that could loop without consuming. 0 when all is well.
std::size_t grammar_problems();

}  // namespace demarche::dsl::syntax
