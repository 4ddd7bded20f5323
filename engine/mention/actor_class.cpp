#include "engine/mention/actor_class.hpp"

#include <algorithm>

namespace demarche::mention {

bool in_class(const lexicon::ActorTable& actors, lexicon::ActorIndex actor, const program::ActorClass& wanted,
              std::optional<Date> day) {
  auto member = [&](const std::string& group) { return actors.is_member(actor, group, day); };
  if (std::any_of(wanted.outside.begin(), wanted.outside.end(), member)) return false;
  if (wanted.ids.empty() && wanted.in.empty()) return true;
  const std::string& id = actors.actors[actor].id;
  return std::find(wanted.ids.begin(), wanted.ids.end(), id) != wanted.ids.end() ||
         std::any_of(wanted.in.begin(), wanted.in.end(), member);
}

}  // namespace demarche::mention
