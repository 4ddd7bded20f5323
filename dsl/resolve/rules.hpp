#pragma once
#include <vector>

#include "dsl/model/model.hpp"
#include "dsl/resolve/names.hpp"
#include "dsl/resolve/references.hpp"

namespace demarche::dsl::resolve {

program::Place place_of(const ast::File& file, Span span);

std::vector<model::Condition> resolve_conditions(References& references, const std::vector<ast::Condition>& from,
                                                 program::Scope default_scope, const ast::File& file);

// Adds the rules, matrices and tests of a file.
void add_rules(const Unit& unit, const Names& names, model::Model& model, Diagnostics& diagnostics);

// Gives every rule without a name one that is made from its statement, and makes all names different.
void name_rules(std::vector<model::Rule>& rules);

}  // namespace demarche::dsl::resolve
