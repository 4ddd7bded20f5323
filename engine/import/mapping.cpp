#include "engine/import/mapping.hpp"

#include <functional>
#include <set>

#include "engine/base/yaml.hpp"
#include "engine/base/yaml_write.hpp"

namespace demarche::import {

namespace {

constexpr std::string_view against = "against ";

// Every name of every actor, in small letters; one that two actors have is none's.
std::map<std::string, std::string> ids_by_name(const lexicon::ActorTable& actors) {
  std::map<std::string, std::string> ids;
  auto put = [&](std::string_view name, const std::string& id) {
    const auto [place, fresh] = ids.emplace(lower_ascii(name), id);
    if (!fresh && place->second != id) place->second.clear();
  };
  for (const auto& actor : actors.actors) {
    put(actor.name, actor.id);
    for (const auto& name : actor.names)
      if (name.kind != lexicon::NameKind::adjective && name.kind != lexicon::NameKind::demonym)
        put(name.text, actor.id);
  }
  for (const auto& actor : actors.actors) ids[lower_ascii(actor.id)] = actor.id;
  return ids;
}

std::string known_issue(const std::string& concept_, const program::Program& program) {
  for (const auto& issue : program.issues)
    if (lower_ascii(issue.id) == lower_ascii(concept_) || lower_ascii(issue.title) == lower_ascii(concept_))
      return issue.id;
  return "";
}

template <class Key>
std::map<std::string, std::size_t> uses(const Coded& coded, Key key) {
  std::map<std::string, std::size_t> counts;
  for (const auto& statement : coded.statements) ++counts[statement.*key];
  return counts;
}

std::string times(std::size_t count) { return std::to_string(count) + (count == 1 ? " statement" : " statements"); }

std::string line(const std::string& name, const std::string& value, const std::string& comment) {
  return "  " + yaml::quoted(name) + ": " + yaml::scalar(value) + "  # " + comment + "\n";
}

// Ids that are made from names can meet: the second gets a number.
std::string unique(std::string id, std::set<std::string>& taken) {
  const std::string stem = id;
  for (int number = 2; !taken.insert(id).second; ++number) id = stem + "-" + std::to_string(number);
  return id;
}

void read_pairs(yaml::Fields& fields, const char* key,
                const std::function<void(const std::string&, const std::string&)>& take) {
  for (const auto& [name, value] : fields.pairs(key)) take(std::string(name->text), std::string(value->text));
}

}  // namespace

Mapping draft_mapping(const Coded& coded, const lexicon::ActorTable& actors, const program::Program& program) {
  Mapping mapping;
  const auto ids = ids_by_name(actors);
  std::set<std::string> taken;
  for (const auto& [name, count] : uses(coded, &CodedStatement::actor)) {
    const auto found = ids.find(lower_ascii(name));
    mapping.actors[name] = found != ids.end() && !found->second.empty() ? found->second : unique(id_from(name), taken);
  }
  taken.clear();
  for (const auto& [concept_, count] : uses(coded, &CodedStatement::concept_)) {
    const std::string known = known_issue(concept_, program);
    mapping.issues[concept_] = {known.empty() ? unique(id_from(concept_), taken) : known, false};
  }
  return mapping;
}

std::string mapping_yaml(const Mapping& mapping, const Coded& coded, const lexicon::ActorTable& actors,
                         const program::Program& program) {
  std::string text =
      "# Which name of the imported file is which actor, and which concept which issue. Correct it and import again.\n"
      "# An empty value leaves the name out; several names may have one id; `against ID` says that who agrees with "
      "the\n"
      "# concept opposes the issue.\nactors:\n";
  for (const auto& [name, count] : uses(coded, &CodedStatement::actor)) {
    const auto& id = mapping.actors.at(name);
    text += line(name, id, times(count) + (actors.find(id) == lexicon::none ? "; no actor list knows it" : ""));
  }
  text += "issues:\n";
  for (const auto& [concept_, count] : uses(coded, &CodedStatement::concept_)) {
    const auto& issue = mapping.issues.at(concept_);
    const bool known = !known_issue(issue.id, program).empty();
    text += line(concept_, (issue.against ? std::string(against) : "") + issue.id,
                 times(count) + (known ? "" : "; no rule file defines it"));
  }
  return text;
}

std::optional<Mapping> read_mapping(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics) {
  const auto tree = yaml::parse(std::move(file), diagnostics);
  if (!tree) return std::nullopt;
  Mapping mapping;
  const std::vector<std::string> known{"actors", "issues"};
  yaml::Fields fields(*tree, tree->root, "a mapping", known, diagnostics);
  read_pairs(fields, "actors", [&](const std::string& name, const std::string& id) { mapping.actors[name] = id; });
  read_pairs(fields, "issues", [&](const std::string& concept_, const std::string& value) {
    const bool turned = value.starts_with(against);
    mapping.issues[concept_] = {turned ? value.substr(against.size()) : value, turned};
  });
  return mapping;
}

std::vector<std::string> gaps_of(const Mapping& mapping, const Coded& coded) {
  std::vector<std::string> gaps;
  for (const auto& [name, count] : uses(coded, &CodedStatement::actor))
    if (!mapping.actors.contains(name))
      gaps.push_back("`" + name + "` (" + times(count) + ") stands under no `actors`");
  for (const auto& [concept_, count] : uses(coded, &CodedStatement::concept_))
    if (!mapping.issues.contains(concept_))
      gaps.push_back("`" + concept_ + "` (" + times(count) + ") stands under no `issues`");
  return gaps;
}

}  // namespace demarche::import
