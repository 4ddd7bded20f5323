#include "engine/lexicon/actors.hpp"

#include <algorithm>

namespace demarche::lexicon {
namespace {

bool covers(const DateRange& dates, std::optional<Date> day) { return !day || dates.contains(*day); }

}  // namespace

bool Person::in_office(std::optional<Date> day) const {
  return !day || std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return term.dates.contains(*day); });
}

ActorIndex ActorTable::find(std::string_view id) const {
  auto it = std::lower_bound(actors.begin(), actors.end(), id,
                             [](const Actor& actor, std::string_view wanted) { return actor.id < wanted; });
  return it != actors.end() && it->id == id ? static_cast<ActorIndex>(it - actors.begin()) : none;
}

bool ActorTable::is_member(ActorIndex member, std::string_view group, std::optional<Date> day) const {
  if (ActorIndex index = find(group); index != none) {
    const auto& members = actors[index].members;
    return std::any_of(members.begin(), members.end(), [&](const Membership& membership) {
      return membership.member == member && covers(membership.dates, day);
    });
  }
  auto region = regions.find(std::string(group));
  return region != regions.end() && std::binary_search(region->second.begin(), region->second.end(), member);
}

bool ActorTable::is_group(std::string_view id) const {
  ActorIndex index = find(id);
  return index != none ? !actors[index].members.empty() : regions.contains(std::string(id));
}

PersonIndex ActorTable::holder_of(ActorIndex actor, OfficeIndex office, std::optional<Date> day) const {
  if (!day) return none;
  auto first = std::lower_bound(people.begin(), people.end(), actor,
                                [](const Person& person, ActorIndex wanted) { return person.actor < wanted; });
  PersonIndex found = none;
  for (auto it = first; it != people.end() && it->actor == actor; ++it) {
    bool holds = std::any_of(it->terms.begin(), it->terms.end(), [&](const Term& term) {
      return term.office == office && term.dates.contains(*day);
    });
    if (!holds) continue;
    if (found != none) return none;
    found = static_cast<PersonIndex>(it - people.begin());
  }
  return found;
}

bool ActorTable::is_style_of_others(std::string_view word, const std::vector<ActorIndex>& these) const {
  auto bears = [word](const Actor& actor) {
    return std::find(actor.styles.begin(), actor.styles.end(), word) != actor.styles.end();
  };
  return !std::any_of(these.begin(), these.end(), [&](ActorIndex actor) { return bears(actors[actor]); }) &&
         std::any_of(actors.begin(), actors.end(), bears);
}

}  // namespace demarche::lexicon
