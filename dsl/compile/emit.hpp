#pragma once
#include "dsl/model/model.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/lexicon/morphology.hpp"
#include "engine/program/program.hpp"

namespace demarche::dsl::lowering {

struct EmitOptions {
  bool alternatives = false;  // number the alternatives of all patterns
};

// The model with all its patterns compiled. What has an error is left out.
program::Program emit(const model::Model& model, const lexicon::Morphology& morphology, Diagnostics& diagnostics,
                      const EmitOptions& options = {});

}  // namespace demarche::dsl::lowering
