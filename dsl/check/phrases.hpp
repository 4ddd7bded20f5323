#pragma once
#include "dsl/model/model.hpp"
#include "engine/base/diagnostic.hpp"

namespace demarche::dsl::check {

// Reports phrases that contain themselves and marks them, so that nobody fills them in for ever.
void mark_recursive_phrases(model::Model& model, Diagnostics& diagnostics);
// Warns of phrases outside the library that nothing reaches.
void report_unused_phrases(const model::Model& model, Diagnostics& diagnostics);

}  // namespace demarche::dsl::check
