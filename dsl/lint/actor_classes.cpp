#include "dsl/lint/actor_classes.hpp"

namespace demarche::dsl::linting {

namespace {
using Set = std::set<lexicon::ActorIndex>;

void add_members(const Context& context, const std::string& id, Set& found, int depth) {
  constexpr int deepest = 8;  // groups may name groups
  if (depth > deepest) return;
  const auto& table = context.actors();
  for (const auto& group : context.model().groups) {
    if (group.id != id) continue;
    for (const auto& member : group.members) {
      if (auto index = table.find(member); index != lexicon::none)
        found.insert(index);
      else
        add_members(context, member, found, depth + 1);
    }
  }
  if (auto region = table.regions.find(id); region != table.regions.end())
    found.insert(region->second.begin(), region->second.end());
  if (auto index = table.find(id); index != lexicon::none)
    for (const auto& member : table.actors[index].members) found.insert(member.member);
}

// Of a region or group, and the actor itself: `<actor outside EU>` does not mean the EU either.
Set with_itself(const Context& context, const std::string& id) {
  Set found = members_of(context, id);
  if (auto index = context.actors().find(id); index != lexicon::none) found.insert(index);
  return found;
}
}  // namespace

Set members_of(const Context& context, const std::string& id) {
  Set found;
  add_members(context, id, found, 0);
  return found;
}

Set actors_of(const Context& context, const program::ActorClass& actors) {
  Set found;
  const auto& table = context.actors();
  for (const auto& id : actors.ids)
    if (auto index = table.find(id); index != lexicon::none) found.insert(index);
  for (const auto& id : actors.in) found.merge(members_of(context, id));
  if (actors.ids.empty() && actors.in.empty())
    for (lexicon::ActorIndex i = 0; i < table.actors.size(); ++i) found.insert(i);
  for (const auto& id : actors.outside)
    for (auto index : with_itself(context, id)) found.erase(index);
  return found;
}

std::string in_words(const program::ActorClass& actors) {
  std::string out = "<actor";
  auto add = [&](std::string_view word, const std::vector<std::string>& list) {
    for (const auto& id : list) out += say(" ", word, " ", id);
  };
  add("in", actors.in);
  add("outside", actors.outside);
  return out + ">";
}

}  // namespace demarche::dsl::linting
