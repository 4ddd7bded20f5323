#include "engine/golden/uses.hpp"

namespace demarche::golden {

UseFinder::UseFinder(const program::Program& program, const RuleTexts& texts) : texts_(texts) {
  for (const auto& rule : program.rules) places_[{"rule", rule.id}] = rule.place;
  for (const auto& issue : program.issues) places_[{"issue", issue.id}] = issue.place;
  for (const auto& construction : program.constructions)
    places_[{"construction", construction.id}] = construction.place;
}

void UseFinder::add(std::vector<Use>& uses, const std::string& part, const std::string& name) const {
  const auto place = places_.find({part, name});
  if (place == places_.end()) return;
  uses.push_back({part, name, texts_.name_of(place->second.file), texts_.line_at(place->second), {}});
}

std::vector<Use> UseFinder::of(const evidence::Record& record) const {
  std::vector<Use> uses;
  add(uses, "rule", record.rule);
  add(uses, "issue", record.issue);
  add(uses, "construction", record.construction);
  return uses;
}

}  // namespace demarche::golden
