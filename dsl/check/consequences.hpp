#pragma once
#include "dsl/resolve/load.hpp"
#include "engine/base/diagnostic.hpp"

namespace demarche::dsl::check {

// One message for one mistake: takes away what follows from another error in the same statement, as "this test has no
// text" where its line `text` could not be read.
void drop_consequences(const resolve::Loaded& loaded, Diagnostics& diagnostics);

}  // namespace demarche::dsl::check
