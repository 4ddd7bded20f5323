#include "dsl/resolve/rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "dsl/messages/say.hpp"

namespace demarche::dsl::resolve {

namespace {
class RuleResolver {
 public:
  RuleResolver(const Unit& unit, const Names& names, Diagnostics& diagnostics)
      : file_(unit.ast), names_(names), diagnostics_(diagnostics), references_(names, unit.ast, diagnostics) {}

  void add_to(model::Model& model) {
    for (const auto& rule : file_.rules) add(rule, model);
    for (const auto& matrix : file_.matrices) add(matrix, model);
    for (const auto& test : file_.tests) add(test, model);
  }

 private:
  program::Place place(Span span) const { return place_of(file_, span); }

  void add(const ast::Rule& from, model::Model& model) {
    model::Rule rule;
    rule.origin = {file_.source, from.name ? from.name.span : from.span};
    rule.value.place = place(rule.origin.span);
    rule.value.id = from.name.text;
    rule.value.ignore = from.ignore;
    rule.value.dates = from.dates;
    bool good = from.head && add_head(*from.head, rule.value);
    good = add_actors(from, rule.value) && good;
    rule.when = resolve_conditions(references_, from.when, program::Scope::clause, file_);
    rule.unless = resolve_conditions(references_, from.unless, program::Scope::clause, file_);
    // A rule whose `when` was not understood must not fire without it.
    for (const auto& condition : rule.when)
      for (const auto& pattern : condition.patterns) good = good && !pattern.broken;
    if (good) model.rules.push_back(std::move(rule));
  }

  bool add_head(const ast::Head& head, program::Rule& rule) {
    if (!head.stance) return false;  // that was said
    bool good = add_subject(head, rule.actors);
    rule.takes_a_side = head.stance.text == "takes-a-side";
    if (!rule.takes_a_side) rule.stance = names_.stance(head.stance, file_);
    good = good && (rule.takes_a_side || !rule.stance.empty());
    rule.every_issue = head.every_issue;
    rule.issues = issues(head.issues);
    good = good && rule.issues.size() == head.issues.size() && (rule.every_issue || !rule.issues.empty());
    std::sort(rule.issues.begin(), rule.issues.end());
    rule.strength = head.strength;
    return good;
  }

  bool add_subject(const ast::Head& head, program::ActorClass& actors) {
    if (!head.is_class) return add_list(head.subjects, actors, "actor");
    auto found = references_.actor_class(head.subjects[0].text, head.subjects[0].span);
    if (found) actors = std::move(*found);
    if (!found) names_.actor(head.subjects[0], file_, "actor");  // says that it is unknown
    return found.has_value();
  }

  // Actors by id; groups of the rule files and regions stand for their members.
  bool add_list(const std::vector<ast::Name>& list, program::ActorClass& actors, std::string_view keyword = {}) {
    bool good = true;
    for (const auto& name : list) {
      auto id = names_.actor(name, file_, keyword);
      good = good && !id.empty();
      if (!id.empty()) (names_.is_actor(id) ? actors.ids : actors.in).push_back(id);
    }
    std::sort(actors.ids.begin(), actors.ids.end());
    std::sort(actors.in.begin(), actors.in.end());
    return good;
  }

  bool add_actors(const ast::Rule& from, program::Rule& rule) {
    bool good = true;
    if (!from.actors.empty()) {
      bool has_subject = !(rule.actors == program::ActorClass{});
      if (has_subject) {
        auto& d = diagnostics_.add(DiagnosticId::unexpected_text, "the statement names its actors already",
                                   file_.source, from.actors[0].span);
        d.help = "write `actor` in the statement, or leave the line `actors` away";
      }
      good = add_list(from.actors, rule.actors);
    }
    rule.has_except = !from.except.empty();
    return add_list(from.except, rule.except) && good;
  }

  std::vector<std::string> issues(const std::vector<ast::Name>& list) {
    std::vector<std::string> ids;
    for (const auto& name : list)
      if (auto id = names_.issue(name, file_); !id.empty()) ids.push_back(id);
    return ids;
  }

  std::vector<std::string> actors(const std::vector<ast::Name>& list) {
    std::vector<std::string> ids;
    for (const auto& name : list)
      if (auto id = names_.actor(name, file_); !id.empty()) ids.push_back(id);
    return ids;
  }

  // An actor stands for itself, a group of the rule files or a region for its members.
  std::vector<program::ActorClass> rows(const std::vector<ast::Name>& list) {
    std::vector<program::ActorClass> found;
    for (const auto& name : list) {
      if (name.text.starts_with('<')) {
        if (auto actors = row_class(name)) found.push_back(std::move(*actors));
        continue;
      }
      const auto id = names_.actor(name, file_);
      if (id.empty()) continue;
      auto& row = found.emplace_back();
      (names_.is_actor(id) ? row.ids : row.in).push_back(id);
    }
    return found;
  }

  std::optional<program::ActorClass> row_class(const ast::Name& name) {
    std::string_view text = name.text;
    text.remove_prefix(1);
    if (text.ends_with('>')) text.remove_suffix(1);
    const auto known = diagnostics_.size();
    auto found = references_.actor_class(text, name.span);
    if (found) return diagnostics_.size() == known ? found : std::nullopt;
    diagnostics_.add(DiagnosticId::bad_value, say("`", name.text, "` is no class of actors"), file_.source, name.span)
        .help = "write `<actor in EU>`, `<actor outside region>` or `<actor in EU outside region>`";
    return std::nullopt;
  }

  void add(const ast::Matrix& from, model::Model& model) {
    program::Matrix matrix;
    matrix.id = from.name.text;
    matrix.title = from.title;
    matrix.rows = rows(from.rows);
    matrix.columns = issues(from.columns);
    for (const auto& source : from.sources) matrix.sources.push_back(source.text);
    matrix.except_sources = from.except_sources;
    matrix.period = from.period;
    matrix.keep_undated = from.keep_undated;
    matrix.place = place(from.name.span);
    if (unique(matrix.id, "matrix", from.name.span, model.matrices)) model.matrices.push_back(std::move(matrix));
  }

  bool unique(const std::string& id, std::string_view what, Span span, const std::vector<program::Matrix>& known) {
    auto first = std::find_if(known.begin(), known.end(), [&](const auto& m) { return m.id == id; });
    if (first == known.end()) return true;
    auto& d = diagnostics_.add(DiagnosticId::duplicate_definition, say("the ", what, " `", id, "` is defined twice"),
                               file_.source, span);
    d.notes.push_back(say("first defined in ", first->place.file, ", line ", std::to_string(first->place.line)));
    d.help = "give one of them another name";
    return false;
  }

  void add(const ast::Test& from, model::Model& model) {
    model::Test test;
    test.origin = {file_.source, from.name.span};
    test.span = from.span;
    auto& value = test.value;
    value.name = from.name.text;
    value.speaking = actors(from.speaking);
    value.date = from.date;
    value.title = from.title;
    value.source = from.source;
    value.speaker = from.speaker;
    value.text = from.text.value_or("");
    value.place = place(from.name.span);
    for (const auto& expectation : from.expectations) add(expectation, value);
    model.tests.push_back(std::move(test));
  }

  void add(const ast::Expectation& from, program::Test& test) {
    program::Expectation to;
    to.kind = from.kind;
    to.todo = from.todo;
    to.todo_reason = from.todo_reason;
    to.strength = from.strength;
    to.at = from.at;
    to.place = place(from.span);
    bool named = to.kind == program::Expectation::Kind::stance || to.kind == program::Expectation::Kind::absent;
    if (named) {
      if (from.actor) to.actor = names_.actor(from.actor, file_);
      if (from.stance) to.stance = names_.stance(from.stance, file_);
      if (from.issue) to.issue = names_.issue(from.issue, file_);
    }
    test.expectations.push_back(std::move(to));
  }

  const ast::File& file_;
  const Names& names_;
  Diagnostics& diagnostics_;
  References references_;
};

// "IRN opposes sanctions" -> "IRN-opposes-sanctions"
std::string made_name(const program::Rule& rule) {
  std::string name;
  auto add = [&name](const std::string& part) { name += (name.empty() ? "" : "-") + part; };
  for (const auto& id : rule.actors.ids) add(id);
  for (const auto& id : rule.actors.in) add(id);
  for (const auto& id : rule.actors.outside) add("outside-" + id);
  if (name.empty()) add("actor");
  add(rule.takes_a_side ? "takes-a-side" : rule.stance);
  if (rule.every_issue) add("every-issue");
  for (const auto& id : rule.issues) add(id);
  return name;
}
}  // namespace

program::Place place_of(const ast::File& file, Span span) {
  auto position = file.source->position(span.begin);
  return {file.source->path(), position.line, position.column};
}

std::vector<model::Condition> resolve_conditions(References& references, const std::vector<ast::Condition>& from,
                                                 program::Scope default_scope, const ast::File& file) {
  std::vector<model::Condition> conditions;
  for (const auto& condition : from) {
    model::Condition to;
    to.value.scope = condition.scope.value_or(default_scope);
    to.value.place = place_of(file, condition.span);
    for (const auto& pattern : condition.patterns) to.patterns.push_back(references.pattern(pattern));
    conditions.push_back(std::move(to));
  }
  return conditions;
}

void add_rules(const Unit& unit, const Names& names, model::Model& model, Diagnostics& diagnostics) {
  RuleResolver(unit, names, diagnostics).add_to(model);
}

void name_rules(std::vector<model::Rule>& rules) {
  std::set<std::string> taken;
  for (const auto& rule : rules) taken.insert(rule.value.id);
  std::map<std::string, int> uses;
  for (auto& rule : rules) {
    if (!rule.value.id.empty()) continue;
    std::string name = made_name(rule.value);
    int use = ++uses[name];
    if (use == 1 && !taken.contains(name)) {
      rule.value.id = name;
      continue;
    }
    while (taken.contains(name + "-" + std::to_string(std::max(use, 2)))) use = ++uses[name];
    rule.value.id = name + "-" + std::to_string(std::max(use, 2));
  }
}

}  // namespace demarche::dsl::resolve
