#pragma once
#include "cli/golden_commands.hpp"
#include "engine/golden/accept.hpp"

namespace demarche::cli {

// Shows each change that `choice` does not hold yet, cell by cell, and asks on stdin. At the end of the input, as with
// `q`, what was accepted so far is accepted.
void ask(Context& context, const Sides& sides, golden::Choice& choice);

}  // namespace demarche::cli
