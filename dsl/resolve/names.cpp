#include "dsl/resolve/names.hpp"

#include <algorithm>

#include "dsl/messages/say.hpp"

namespace demarche::dsl::resolve {

namespace {
// Names that the language gives a meaning of its own in `<...>`.
constexpr std::string_view reserved[] = {
#define DEMARCHE_SLOT(enumerator, name) name,
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
    "actor",
};
}  // namespace

Names::Names(const Loaded& loaded, const lexicon::ActorTable& actors, Diagnostics& diagnostics)
    : actors_(actors), complete_(loaded.complete), diagnostics_(diagnostics) {
  const auto& units = loaded.units;
  for (const auto& unit : units) {
    declare(phrases_, unit.ast.phrases, unit.ast, "phrase");
    declare(issues_, unit.ast.issues, unit.ast, "issue");
    declare(stances_, unit.ast.stances, unit.ast, "stance");
    declare(turns_, unit.ast.turns, unit.ast, "turn");
    declare(constructions_, unit.ast.constructions, unit.ast, "construction");
    declare(groups_, unit.ast.groups, unit.ast, "group");
    for (const auto& phrase : unit.ast.phrases) check_reserved(phrase.name, unit.ast);
    for (const auto& issue : unit.ast.issues) check_reserved(issue.name, unit.ast);
    for (const auto& group : unit.ast.groups) check_reserved(group.name, unit.ast);
  }
  for (const auto& unit : units) {
    check_extensions(phrases_, unit.ast.phrases, unit.ast, "phrase");
    check_extensions(issues_, unit.ast.issues, unit.ast, "issue");
    check_extensions(stances_, unit.ast.stances, unit.ast, "stance");
    check_extensions(turns_, unit.ast.turns, unit.ast, "turn");
    check_extensions(constructions_, unit.ast.constructions, unit.ast, "construction");
    check_extensions(groups_, unit.ast.groups, unit.ast, "group");
  }
  check_shared(phrases_, issues_, "a phrase and an issue");
  check_shared(phrases_, groups_, "a phrase and a group");
  check_shared(issues_, groups_, "an issue and a group");
  for (const auto& [id, origin] : phrases_) phrase_indices_.emplace(id, phrase_indices_.size());
}

template <typename Item>
void Names::declare(Table& table, const std::vector<Item>& items, const ast::File& file, std::string_view what) {
  for (const auto& item : items) {
    if (item.extend) continue;
    auto [first, added] = table.try_emplace(item.name.text, model::Origin{file.source, item.name.span});
    // The two turns have no first place: one file may give their words on several lines.
    bool more_words = std::is_same_v<Item, ast::Turn> && first->second.file == file.source;
    if (added || more_words) continue;
    auto& d =
        diagnostics_.add(DiagnosticId::duplicate_definition,
                         say("the ", what, " `", item.name.text, "` is defined twice"), file.source, item.name.span);
    d.secondary.push_back({first->second.file, first->second.span, "first defined here"});
    d.help = say("to add to the first one, write `extend ", what, " ", item.name.text, "`");
  }
}

template <typename Item>
void Names::check_extensions(const Table& table, const std::vector<Item>& items, const ast::File& file,
                             std::string_view what) {
  if (!complete_) return;  // what is extended may stand in what could not be read
  for (const auto& item : items) {
    if (!item.extend || table.contains(item.name.text)) continue;
    auto& d =
        diagnostics_.add(DiagnosticId::nothing_to_extend,
                         say("there is no ", what, " `", item.name.text, "` to extend"), file.source, item.name.span);
    if (looks_for_likeness()) suggest(d, item.name.text, ids_of(table));
    if (d.help.empty()) d.help = say("import the file that defines it, or define it without `extend`");
  }
}

void Names::check_reserved(const ast::Name& name, const ast::File& file) {
  if (std::find(std::begin(reserved), std::end(reserved), name.text) == std::end(reserved)) return;
  diagnostics_
      .add(DiagnosticId::reserved_name, say("`", name.text, "` has a meaning of its own in the language"), file.source,
           name.span)
      .help = "choose another name";
}

void Names::check_shared(const Table& first, const Table& second, std::string_view what) {
  for (const auto& [id, origin] : first) {
    auto other = second.find(id);
    if (other == second.end()) continue;
    auto& d =
        diagnostics_.add(DiagnosticId::duplicate_definition, say("`", id, "` names ", what), origin.file, origin.span);
    d.secondary.push_back({other->second.file, other->second.span, "also defined here"});
    d.help = say("`<", id, ">` could mean either: give one of them another name");
  }
}

// With hundreds of mistakes in hand nobody reads suggestions, and each costs a look at every name.
bool Names::looks_for_likeness() const { return diagnostics_.size() < 500; }

std::size_t Names::phrase_index(std::string_view id) const { return phrase_indices_.find(id)->second; }

bool Names::is_group(std::string_view id) const {
  return groups_.contains(id) || actors_.is_group(id) || actors_.regions.contains(std::string(id));
}

std::string Names::issue(const ast::Name& name, const ast::File& file) const {
  if (issues_.contains(name.text)) return name.text;
  auto& d =
      diagnostics_.add(DiagnosticId::unknown_issue, say("unknown issue `", name.text, "`"), file.source, name.span);
  if (looks_for_likeness()) suggest(d, name.text, ids_of(issues_));
  if (d.help.empty()) d.help = say("define it: `issue ", name.text, " { about ... }`, or import the file that does");
  return {};
}

std::string Names::stance(const ast::Name& name, const ast::File& file) const {
  if (stances_.contains(name.text)) return name.text;
  // `IRN, RUS oppose X`
  if (stances_.contains(name.text + "s")) return name.text + "s";
  if (stances_.empty() && (!complete_ || !told_stances_.insert(&file).second)) return {};
  auto& d =
      diagnostics_.add(DiagnosticId::unknown_stance, say("unknown stance `", name.text, "`"), file.source, name.span);
  auto known = ids_of(stances_);
  known.emplace_back("takes-a-side");
  suggest(d, name.text, known);
  if (stances_.empty())
    d.help = "stances come with a language pack: `import \"english\"`";
  else
    d.notes.push_back(say("the stances are: ", list_of(ids_of(stances_))));
  if (d.help.empty()) d.help = "write one of them; the verbs by which a text says it are words of the stance";
  return {};
}

std::string Names::actor(const ast::Name& name, const ast::File& file, std::string_view keyword) const {
  if (is_actor(name.text) || is_group(name.text)) return name.text;
  if (!tells_unknown_actor(file)) return {};
  auto& d =
      diagnostics_.add(DiagnosticId::unknown_actor, say("unknown actor `", name.text, "`"), file.source, name.span);
  if (!keyword.empty()) suggest(d, name.text, {std::string(keyword)});
  if (d.help.empty()) explain_unknown_actor(d, name.text);
  return {};
}

bool Names::tells_unknown_actor(const ast::File& file) const {
  return !actors_.actors.empty() || (complete_ && told_actors_.insert(&file).second);
}

void Names::explain_unknown_actor(Diagnostic& diagnostic, std::string_view name) const {
  if (!looks_for_likeness()) {
    diagnostic.help = "actors are written by their id: `IRN`, `NATO`";
    return;
  }
  if (actors_.actors.empty()) {
    diagnostic.help = "no list of actors is imported: write `import \"world\"`";
    return;
  }
  for (const auto& actor : actors_.actors) {
    bool called = std::any_of(actor.names.begin(), actor.names.end(), [&](const auto& n) { return n.text == name; });
    if (!called && actor.name != name) continue;
    diagnostic.help = say("actors are written by their id: `", actor.id, "`");
    return;
  }
  if (auto near = nearest(name, actor_ids()); !near.empty()) diagnostic.help = say("did you mean `", near, "`?");
  diagnostic.notes.push_back(
      "states are written by their three-letter code (ISO 3166-1): `IRN`; organisations by their id: `NATO`");
}

std::vector<std::string> Names::actor_ids() const {
  std::vector<std::string> ids;
  for (const auto& actor : actors_.actors) ids.push_back(actor.id);
  for (const auto& [id, origin] : groups_) ids.push_back(id);
  return ids;
}

std::vector<std::string> Names::group_ids() const {
  auto ids = ids_of(groups_);
  for (const auto& [id, members] : actors_.regions) ids.push_back(id);
  for (const auto& actor : actors_.actors)
    if (!actor.members.empty()) ids.push_back(actor.id);
  return ids;
}

std::vector<std::string> ids_of(const Names::Table& table) {
  std::vector<std::string> ids;
  for (const auto& [id, origin] : table) ids.push_back(id);
  return ids;
}

}  // namespace demarche::dsl::resolve
