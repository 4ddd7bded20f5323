#pragma once
#include <functional>

#include "dsl/lint/context.hpp"

namespace demarche::dsl::linting {

// Where an expression stands in its pattern; what `Context::lower` wants to know.
struct Where {
  bool head = true;                      // the first inflected word is still to come
  bool last = true;                      // it ends the pattern
  bool exact = false;                    // before a hyphen: `(extra | trans)-regional`
  model::Form form = model::Form::open;  // of a bracket around it
  bool top = true;                       // the whole pattern
};

// Calls `visit` for the expression and all below it, from left to right. Phrases are not entered.
using Visit = std::function<void(const model::Expr&, const Where&)>;
void walk(Context& context, const model::Expr& expr, const Where& where, const Visit& visit);

// The expression compiled as it stands there, once for each place of the site; empty when it has an error.
std::vector<program::Node> lower_at(Context& context, const Site& site, const model::Expr& expr, const Where& where);

// True when nothing of it needs to stand in a text.
bool may_be_empty(const Context& context, const model::Expr& expr);

}  // namespace demarche::dsl::linting
