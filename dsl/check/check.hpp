#pragma once
#include "dsl/model/model.hpp"
#include "engine/base/diagnostic.hpp"

namespace demarche::dsl::check {

// What is wrong although every name is known. Marks recursive phrases.
void check(model::Model& model, Diagnostics& diagnostics);

}  // namespace demarche::dsl::check
