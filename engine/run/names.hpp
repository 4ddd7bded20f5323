#pragma once
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"
#include "engine/report/table_input.hpp"

namespace demarche::run {

// What the ids of actor lists and rules stand for.
report::Names names_of(const program::Program& program, const lexicon::ActorTable& actors);

}  // namespace demarche::run
