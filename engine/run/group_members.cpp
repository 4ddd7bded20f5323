#include "engine/run/group_members.hpp"

#include <set>
#include <string>

#include "engine/position/build_matrix.hpp"

namespace demarche::run {

std::vector<report::GroupMember> group_members(const position::Matrix& matrix,
                                               const std::vector<evidence::DocumentResult>& results,
                                               const lexicon::ActorTable& actors) {
  std::set<std::string> holders;
  for (const auto& result : results)
    for (const auto& record : result.records) holders.insert(record.actor);
  std::set<lexicon::ActorIndex> groups;
  for (const auto& id : holders)
    if (const auto actor = actors.find(id); actor != lexicon::none && position::speaks_for_members(actor, actors))
      groups.insert(actor);
  std::vector<report::GroupMember> members;
  for (const auto group : groups)
    for (const auto& row : matrix.rows) {
      const auto actor = actors.find(row.id);
      if (actor == lexicon::none || actor == group) continue;
      report::GroupMember member{actors.actors[group].id, row.id, {}};
      for (const auto& membership : actors.actors[group].members)
        if (membership.member == actor) member.when.push_back(membership.dates);
      if (!member.when.empty()) members.push_back(std::move(member));
    }
  return members;
}

}  // namespace demarche::run
