#pragma once
#include <set>

#include "dsl/lint/context.hpp"

// Which actors a class stands for, at whatever time.
namespace demarche::dsl::linting {

// Indices into the actor table. Groups of the rule files and regions are filled in.
std::set<lexicon::ActorIndex> actors_of(const Context& context, const program::ActorClass& actors);
// Those of one id: an actor itself, or the members of a group or region.
std::set<lexicon::ActorIndex> members_of(const Context& context, const std::string& id);
// "actors of `EU` outside `NATO`"
std::string in_words(const program::ActorClass& actors);

}  // namespace demarche::dsl::linting
