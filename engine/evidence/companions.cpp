#include "engine/evidence/companions.hpp"

namespace demarche::evidence {

namespace {

// The statement that the list joins: the nearest one behind the list's words, else the first.
const Candidate* joined_statement(const std::vector<Candidate>& candidates, const Companions& companions) {
  const Candidate* main = nullptr;
  for (const Candidate& candidate : candidates) {
    if (!candidate.own_holder || candidate.construction == companions.construction) continue;
    bool nearer = !main || (main->head_begin < companions.begin && candidate.head_begin > companions.begin);
    if (nearer) main = &candidate;
  }
  return main;
}

Candidate companion_of(const Candidate& candidate, const Companions& companions, const program::Program& program) {
  Candidate companion = candidate;
  companion.construction = companions.construction;
  companion.uses.insert(companion.uses.end(), companions.uses.begin(), companions.uses.end());
  companion.holder = companions.list;
  companion.kind = Kind::narrated;
  const auto& construction = program.constructions[static_cast<std::size_t>(companions.construction)];
  if (construction.gives == program::Construction::Gives::inverse) companion.sign = -companion.sign;
  return companion;
}

}  // namespace

void add_companions(Gathering& gathering, const std::vector<Companions>& found) {
  std::vector<Candidate> added;
  for (const Companions& companions : found) {
    const Candidate* main = joined_statement(gathering.candidates, companions);
    if (!main) continue;
    for (const Candidate& candidate : gathering.candidates) {
      if (candidate.head_begin != main->head_begin || candidate.holder.actors != main->holder.actors) continue;
      Candidate companion = companion_of(candidate, companions, gathering.in.lexis.program);
      if (!settle_voice(gathering.in, companion)) added.push_back(std::move(companion));
    }
  }
  for (Candidate& companion : added) gathering.candidates.push_back(std::move(companion));
}

}  // namespace demarche::evidence
