#include "dsl/resolve/resolve.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "dsl/messages/say.hpp"
#include "dsl/resolve/names.hpp"
#include "dsl/resolve/references.hpp"
#include "dsl/resolve/rules.hpp"

namespace demarche::dsl::resolve {

namespace {
constexpr std::array role_names{
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) std::string_view{name},
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

template <typename T>
void append(std::vector<T>& to, std::vector<T> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Adds the statements of one file to the model.
class FileResolver {
 public:
  FileResolver(const Names& names, const Unit& unit, Diagnostics& diagnostics)
      : names_(names),
        unit_(unit),
        file_(unit.ast),
        diagnostics_(diagnostics),
        references_(names, unit.ast, diagnostics) {}

  // What the definitions of one name have been put into so far.
  struct Tables {
    std::map<std::string, model::Phrase> phrases;
    std::map<std::string, model::Issue> issues;
    std::map<std::string, model::Stance> stances;
    std::map<std::string, model::Turn> turns;
    std::map<std::string, model::Construction> constructions;
    std::map<std::string, program::Group> groups;
    std::map<std::size_t, model::Words> words;
  };

  void add_to(Tables& tables) {
    for (const auto& phrase : file_.phrases) add(phrase, tables.phrases[phrase.name.text]);
    for (const auto& issue : file_.issues) add(issue, tables.issues[issue.name.text]);
    for (const auto& stance : file_.stances) add(stance, tables.stances[stance.name.text]);
    for (const auto& turn : file_.turns) add(turn, tables.turns[turn.name.text]);
    for (const auto& c : file_.constructions) add(c, tables.constructions[c.name.text]);
    for (const auto& group : file_.groups) add(group, tables.groups[group.name.text]);
    for (const auto& words : file_.words) add(words, tables);
  }

 private:
  model::Origin origin(Span span) const { return {file_.source, span}; }
  program::Place place(Span span) const { return place_of(file_, span); }

  std::vector<std::string> stances(const std::vector<ast::Name>& list) {
    std::vector<std::string> ids;
    for (const auto& name : list)
      if (auto id = names_.stance(name, file_); !id.empty()) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  // The definition gives the place; an extension, which may be read first, only while there is none.
  template <typename Ast, typename Model>
  void locate(const Ast& from, Model& to) {
    if (to.origin.file && from.extend) return;
    to.origin = origin(from.name.span);
    to.value.id = from.name.text;
    to.value.place = place(from.name.span);
  }

  void add(const ast::Phrase& from, model::Phrase& to) {
    if (!to.origin.file || !from.extend) {
      to.origin = origin(from.name.span);
      to.library = unit_.library;
    }
    to.id = from.name.text;
    to.patterns.push_back(references_.pattern(from.pattern));
  }

  void add(const ast::Issue& from, model::Issue& to) {
    locate(from, to);
    if (to.value.title.empty()) to.value.title = from.title;
    for (const auto& line : from.lines) add_line(line, to);
    auto conditions = [&](const std::vector<ast::Condition>& list, program::Scope scope) {
      return resolve_conditions(references_, list, scope, file_);
    };
    append(to.needs, conditions(from.needs, program::Scope::paragraph));
    append(to.after, conditions(from.after, program::Scope::document));
    append(to.unless, conditions(from.unless, program::Scope::clause));
    for (const auto& name : from.not_in)
      if (auto id = names_.issue(name, file_); !id.empty()) to.value.not_in.push_back(id);
  }

  void add_line(const ast::IssueLine& from, model::Issue& to) {
    std::vector<model::Neighbour> neighbours;
    for (const auto& qualifier : from.qualifiers) {
      program::Neighbour value;
      value.side = qualifier.side;
      value.negated = qualifier.negated;
      neighbours.push_back({std::move(value), references_.pattern(qualifier.pattern)});
    }
    for (auto& pattern : references_.alternatives(from.pattern)) {
      program::IssuePattern value;
      value.kind = from.kind;
      value.side = from.side;
      to.lines.push_back({std::move(value), std::move(pattern), neighbours});
    }
  }

  void add(const ast::Stance& from, model::Stance& to) {
    locate(from, to);
    if (from.sign) {
      to.value.sign = *from.sign;
      to.has_sign = true;
    }
    if (from.inverse) to.value.inverse = names_.stance(from.inverse, file_);
    if (from.negated) to.value.negated = from.negated.text == "nothing" ? "" : names_.stance(from.negated, file_);
    for (const auto& entry : from.entries) {
      for (auto& pattern : references_.alternatives(entry.pattern)) {
        program::Entry value;
        value.kind = entry.kind;
        value.strength = entry.strength;
        to.entries.push_back({std::move(value), std::move(pattern)});
      }
    }
    for (const auto& degree : from.degrees)
      append(degree.strong ? to.strong_degrees : to.weak_degrees, references_.alternatives(degree.pattern));
  }

  void add(const ast::Turn& from, model::Turn& to) {
    locate(from, to);
    to.value.sign = from.name.text == "flips" ? -1 : +1;
    if (from.name.text != "flips" && from.name.text != "keeps") {
      auto& d = diagnostics_.add(DiagnosticId::unknown_turn, say("there is no turn `", from.name.text, "`"),
                                 file_.source, from.name.span);
      suggest(d, from.name.text, {"flips", "keeps"});
      if (d.help.empty())
        d.help =
            "write `turn flips = ...` for words that turn the side round, `turn keeps = ...` for words that leave it";
    }
    append(to.patterns, references_.alternatives(from.pattern));
  }

  void add(const ast::Construction& from, model::Construction& to) {
    locate(from, to);
    if (to.value.example.empty()) to.value.example = from.example;
    if (from.gives) to.value.gives = *from.gives;
    if (from.gives_stance) to.value.gives_stance = names_.stance(from.gives_stance, file_);
    if (from.strength) to.value.strength = from.strength;
    append(to.value.stances, stances(from.stances));
    for (const auto& form : from.forms) append(to.forms, references_.alternatives(form));
  }

  void add(const ast::Group& from, program::Group& to) {
    to.id = from.name.text;
    if (to.title.empty()) to.title = from.title;
    if (to.place.line == 0 || !from.extend) to.place = place(from.name.span);
    for (const auto& member : from.members)
      if (auto id = names_.actor(member, file_); !id.empty()) to.members.push_back(id);
  }

  void add(const ast::Words& from, Tables& tables) {
    auto role = std::find(role_names.begin(), role_names.end(), from.role.text);
    if (role == role_names.end()) {
      auto& d =
          diagnostics_.add(DiagnosticId::unknown_word_role,
                           say("the engine has no words called `", from.role.text, "`"), file_.source, from.role.span);
      suggest(d, from.role.text, {role_names.begin(), role_names.end()});
      d.notes.push_back("docs/language.md lists the jobs that words can have");
      return;
    }
    auto index = static_cast<std::size_t>(role - role_names.begin());
    auto& words = tables.words[index];
    words.role = static_cast<program::WordRole>(index);
    append(words.patterns, references_.alternatives(from.pattern));
  }

  const Names& names_;
  const Unit& unit_;
  const ast::File& file_;
  Diagnostics& diagnostics_;
  References references_;
};

template <typename Key, typename Value>
std::vector<Value> values_of(std::map<Key, Value> table) {
  std::vector<Value> values;
  for (auto& [key, value] : table) values.push_back(std::move(value));
  return values;
}

void sort_unique(std::vector<std::string>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}
}  // namespace

model::Model resolve(const Loaded& loaded, const lexicon::ActorTable& actors, Diagnostics& diagnostics) {
  const auto& units = loaded.units;
  Names names(loaded, actors, diagnostics);
  FileResolver::Tables tables;
  for (const auto& unit : units) FileResolver(names, unit, diagnostics).add_to(tables);
  model::Model model;
  // References hold positions among the defined phrases: one that is only extended has an error and no position.
  std::erase_if(tables.phrases, [&](const auto& item) { return !names.phrases().contains(item.first); });
  model.phrases = values_of(std::move(tables.phrases));
  model.issues = values_of(std::move(tables.issues));
  for (auto& issue : model.issues) sort_unique(issue.value.not_in);
  model.stances = values_of(std::move(tables.stances));
  model.turns = values_of(std::move(tables.turns));
  model.constructions = values_of(std::move(tables.constructions));
  model.groups = values_of(std::move(tables.groups));
  for (auto& group : model.groups) sort_unique(group.members);
  model.words = values_of(std::move(tables.words));
  for (const auto& unit : units) add_rules(unit, names, model, diagnostics);
  name_rules(model.rules);
  std::sort(model.rules.begin(), model.rules.end(),
            [](const auto& a, const auto& b) { return a.value.id < b.value.id; });
  std::sort(model.matrices.begin(), model.matrices.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return model;
}

}  // namespace demarche::dsl::resolve
