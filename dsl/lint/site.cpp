#include "dsl/lint/site.hpp"

#include <algorithm>
#include <array>

#include "dsl/compile/places.hpp"
#include "dsl/messages/say.hpp"
#include "dsl/resolve/references.hpp"

namespace demarche::dsl::linting {

namespace {
constexpr std::array role_names{
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) std::string_view{name},
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

constexpr std::string_view entry_names[] = {"verb", "noun", "adjective", "judgement", "purpose"};

std::string strength_name(const std::optional<program::Strength>& strength) {
  if (!strength) return "";
  return *strength == program::Strength::weak ? " weak" : *strength == program::Strength::plain ? " plain" : " strong";
}

// Where a phrase may come to stand: it must be right in all of them.
std::vector<lowering::Place> phrase_places() {
  return {lowering::about_place, lowering::deed_place, lowering::form_place};
}

class FileSites {
 public:
  FileSites(const resolve::Unit& unit, const resolve::Names& names, Diagnostics& diagnostics, std::vector<Site>& out)
      : unit_(unit), references_(names, unit.ast, diagnostics), out_(out) {}

  void run() {
    const auto& file = unit_.ast;
    for (const auto& phrase : file.phrases) {
      auto& site = add(Line::phrase, phrase.pattern, "the phrase", phrase.name.text);
      site.group = say("phrase ", phrase.name.text);
      site.places = phrase_places();
    }
    for (const auto& issue : file.issues) add(issue);
    for (const auto& stance : file.stances) add(stance);
    for (const auto& turn : file.turns) {
      auto& site = add(Line::turn, turn.pattern, "the turn", turn.name.text);
      site.group = say("turn ", turn.name.text);
      site.places = {lowering::turn_place};
    }
    for (const auto& construction : file.constructions)
      for (const auto& form : construction.forms) {
        auto& site = add(Line::form, form, "the construction", construction.name.text);
        site.group = say("construction ", construction.name.text);
        site.places = {lowering::form_place};
      }
    for (const auto& words : file.words) add(words);
    for (const auto& rule : file.rules) add(rule);
  }

 private:
  // The place is filled in by the caller.
  Site& add(Line line, const ast::Pattern& pattern, std::string_view what, const std::string& id) {
    Site site;
    site.line = line;
    site.unit = &unit_;
    site.owner = say(what, " `", id, "`");
    site.id = id;
    site.pattern = references_.pattern(pattern);
    out_.push_back(std::move(site));
    return out_.back();
  }

  std::string_view text(Span span) const { return unit_.ast.source->text().substr(span.begin, span.size()); }

  void add(const ast::Issue& issue) {
    for (const auto& line : issue.lines) add(line, issue.name.text);
    add(issue.needs, Line::needs, issue.name.text);
    add(issue.after, Line::after, issue.name.text);
    add(issue.unless, Line::unless, issue.name.text);
  }

  void add(const ast::IssueLine& line, const std::string& id) {
    bool deed = line.kind == program::IssuePattern::Kind::deed;
    auto& site = add(deed ? Line::deed : Line::about, line.pattern, "the issue", id);
    site.side = line.side;
    site.group = say("issue ", id, deed ? " deed" : " about", line.side < 0 ? " against" : "");
    site.places = {deed ? lowering::deed_place : lowering::about_place};
    for (const auto& qualifier : line.qualifiers)
      site.conditions +=
          say(qualifier.negated ? " not" : "",
              qualifier.side == program::Neighbour::Side::after ? " after " : " before ", text(qualifier.pattern.span));
    for (const auto& qualifier : line.qualifiers)
      add(Line::neighbour, qualifier.pattern, "the issue", id).places = {lowering::issue_condition_place};
  }

  void add(const std::vector<ast::Condition>& conditions, Line line, const std::string& id) {
    for (const auto& condition : conditions)
      for (const auto& pattern : condition.patterns) {
        auto& site = add(line, pattern, "the issue", id);
        site.places = {lowering::issue_condition_place};
        if (line != Line::needs)
          site.group = say("issue ", id, " ", std::to_string(static_cast<int>(line)), scope(condition));
      }
  }

  static std::string scope(const ast::Condition& condition) {
    return condition.scope ? std::to_string(static_cast<int>(*condition.scope)) : "";
  }

  void add(const ast::Stance& stance) {
    for (const auto& entry : stance.entries) {
      auto& site = add(Line::entry, entry.pattern, "the stance", stance.name.text);
      site.side = stance.sign.value_or(0);
      auto kind = static_cast<std::size_t>(entry.kind);
      site.group = say("stance ", stance.name.text, " ", entry_names[kind], strength_name(entry.strength));
      site.places = {lowering::place_of(entry.kind)};
    }
    for (const auto& degree : stance.degrees) {
      auto& site = add(Line::degree, degree.pattern, "the stance", stance.name.text);
      site.group = say("stance ", stance.name.text, degree.strong ? " degree strong" : " degree weak");
      site.places = {lowering::degree_place};
    }
  }

  void add(const ast::Words& words) {
    auto role = std::find(role_names.begin(), role_names.end(), words.role.text);
    if (role == role_names.end()) return;
    auto& site = add(Line::words, words.pattern, "the words", words.role.text);
    site.group = say("words ", words.role.text);
    site.places = {lowering::words_place(static_cast<program::WordRole>(role - role_names.begin()))};
  }

  void add(const ast::Rule& rule) {
    auto all = [&](const std::vector<ast::Condition>& conditions, Line line, const lowering::Place& place) {
      for (const auto& condition : conditions)
        for (const auto& pattern : condition.patterns) {
          auto& site = add(line, pattern, rule.ignore ? "the ignore block" : "the rule", rule.name.text);
          site.places = {place};
          site.group = say("rule ", rule.name.text, " ", std::to_string(static_cast<int>(line)), scope(condition), " ",
                           unit_.path);
        }
    };
    all(rule.when, Line::when, lowering::rule_place);
    all(rule.unless, Line::unless, lowering::rule_guard_place);
  }

  const resolve::Unit& unit_;
  resolve::References references_;
  std::vector<Site>& out_;
};
}  // namespace

std::vector<const model::Expr*> Site::alternatives() const {
  const auto& expr = pattern.expr;
  if (expr.kind != model::Expr::Kind::choice || expr.form != model::Form::open) return {&expr};
  std::vector<const model::Expr*> found;
  for (const auto& child : expr.children) found.push_back(&child);
  return found;
}

std::vector<Site> sites_of(const resolve::Loaded& loaded, const resolve::Names& names, Diagnostics& diagnostics) {
  std::vector<Site> sites;
  for (const auto& unit : loaded.units) FileSites(unit, names, diagnostics, sites).run();
  return sites;
}

}  // namespace demarche::dsl::linting
