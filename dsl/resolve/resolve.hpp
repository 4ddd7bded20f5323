#pragma once
#include "dsl/model/model.hpp"
#include "dsl/resolve/load.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/lexicon/actors.hpp"

namespace demarche::dsl::resolve {

// All files together, names looked up, extensions merged.
model::Model resolve(const Loaded& loaded, const lexicon::ActorTable& actors, Diagnostics& diagnostics);

}  // namespace demarche::dsl::resolve
