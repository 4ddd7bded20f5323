#pragma once
#include <string>
#include <vector>

#include "cli/context.hpp"

// Ids on the command line. A misspelt one must not look like a silent country.
namespace demarche::cli {

// Says on stderr that there is no such actor, and which one is meant: a name of an actor gives its id. Sets
// `exit_code`.
bool known_actor(Context& context, const std::string& id, const lexicon::ActorTable& actors);
// The id that a name or a misspelt id stands for; empty when none is near.
std::string meant_actor(const std::string& word, const lexicon::ActorTable& actors);
// Like `known_actor` for one of a list of ids; `what` is "issue", "rule" ...
bool known_id(Context& context, const char* what, const std::string& id, const std::vector<std::string>& ids);

}  // namespace demarche::cli
