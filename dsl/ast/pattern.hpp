#pragma once
#include "dsl/ast/line.hpp"

namespace demarche::dsl::ast {

// Whether `not` is the operator or, in `words negator = not | never`, a word.
enum class NotIs { an_operator, a_word };

Pattern build_pattern(const Context& context, const Cells& cells, Span where_empty, NotIs not_is = NotIs::an_operator);

// The rest of the line is one pattern.
Pattern rest_as_pattern(Line& line, NotIs not_is = NotIs::an_operator);
// P, then any number of `[not] after Q`, `[not] before Q`.
Pattern pattern_and_qualifiers(Line& line, std::vector<Qualifier>& qualifiers);
// P, then perhaps `within sentence`; split at `and` when `several`.
Condition condition(Line& line, bool several);

}  // namespace demarche::dsl::ast
