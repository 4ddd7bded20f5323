#pragma once
#include <algorithm>
#include <vector>

#include "engine/lexicon/actors.hpp"

// Actors of a text, in the order in which they were found, each once.
namespace demarche::holder {

inline bool holds(const std::vector<lexicon::ActorIndex>& actors, lexicon::ActorIndex actor) {
  return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

inline bool holds_all(const std::vector<lexicon::ActorIndex>& actors, const std::vector<lexicon::ActorIndex>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](lexicon::ActorIndex actor) { return holds(actors, actor); });
}

inline void add_unique(std::vector<lexicon::ActorIndex>& to, const std::vector<lexicon::ActorIndex>& from) {
  for (lexicon::ActorIndex actor : from)
    if (!holds(to, actor)) to.push_back(actor);
}

}  // namespace demarche::holder
