#include "engine/run/names.hpp"

namespace demarche::run {

namespace {

std::string_view name_of(lexicon::ActorKind kind) {
  switch (kind) {
    case lexicon::ActorKind::state:
      return "state";
    case lexicon::ActorKind::organisation:
      return "organisation";
    case lexicon::ActorKind::bloc:
      return "bloc";
  }
  return "";
}

}  // namespace

report::Names names_of(const program::Program& program, const lexicon::ActorTable& actors) {
  report::Names names;
  for (const auto& actor : actors.actors) names.actors[actor.id] = {actor.name, std::string(name_of(actor.kind))};
  for (const auto& issue : program.issues)
    if (!issue.title.empty()) names.issues[issue.id] = issue.title;
  return names;
}

}  // namespace demarche::run
