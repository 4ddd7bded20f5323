#pragma once
#include <optional>

#include "engine/base/date.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/pattern.hpp"

namespace demarche::mention {

// True when the actor belongs to the class on that day (an unknown day: ever).
bool in_class(const lexicon::ActorTable& actors, lexicon::ActorIndex actor, const program::ActorClass& wanted,
              std::optional<Date> day);

}  // namespace demarche::mention
