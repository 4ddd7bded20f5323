#include <algorithm>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Names of phrases, issues, groups and rules.
namespace demarche::dsl::linting {

namespace {
struct Named {
  std::string_view what;  // "issue"
  std::string id;
  std::shared_ptr<const SourceFile> file;
  Span span;
};

std::vector<Named> names_of(const Context& context) {
  std::vector<Named> found;
  auto add = [&](std::string_view what, const auto& list, const auto& file) {
    for (const auto& item : list)
      if (item.name) found.push_back({what, item.name.text, file, item.name.span});
  };
  auto add_own = [&](std::string_view what, const auto& list, const auto& file) {
    for (const auto& item : list)
      if (item.name && !item.extend) found.push_back({what, item.name.text, file, item.name.span});
  };
  for (const auto& unit : context.units()) {
    add_own("phrase", unit.ast.phrases, unit.ast.source);
    add_own("issue", unit.ast.issues, unit.ast.source);
    add_own("group", unit.ast.groups, unit.ast.source);
    add_own("construction", unit.ast.constructions, unit.ast.source);
    add("rule", unit.ast.rules, unit.ast.source);
  }
  return found;
}

// "red-lines", "RedLine" and "red-line" are one: small letters, no hyphens, no plural, one spelling.
std::string core_of(const Context& context, const std::string& id) {
  std::string core;
  for (std::size_t begin = 0; begin <= id.size();) {
    auto end = std::min(id.find('-', begin), id.size());
    std::string word;
    for (char c : id.substr(begin, end - begin)) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    auto spellings = context.morphology().spellings(word);
    word = *std::min_element(spellings.begin(), spellings.end());
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    core += word;
    begin = end + 1;
  }
  return core;
}

void check_similar(Context& context, const std::vector<Named>& names) {
  std::map<std::pair<std::string_view, std::string>, std::vector<const Named*>> groups;
  for (const auto& name : names) groups[{name.what, core_of(context, name.id)}].push_back(&name);
  for (const auto& [key, list] : groups)
    for (std::size_t i = 1; i < list.size(); ++i) {
      const Named *first = list[0], *second = list[i];
      if (first->id == second->id) continue;
      if (!context.is_linted(second->file->path())) std::swap(first, second);
      auto& d = context.report(DiagnosticId::similar_names,
                               say("the names `", first->id, "` and `", second->id, "` differ only in spelling"),
                               second->file, second->span);
      d.secondary.push_back({first->file, first->span, say("the other ", first->what)});
      d.help = "if both mean the same, keep one; else give one a name that says what is different";
    }
}

void check_titles(Context& context) {
  std::map<std::string, const model::Issue*> by_title;
  for (const auto& issue : context.model().issues) {
    if (issue.value.title.empty() || !issue.origin.file) continue;
    auto [first, added] = by_title.try_emplace(issue.value.title, &issue);
    if (added) continue;
    auto& d = context.report(
        DiagnosticId::similar_names,
        say("the issues `", first->second->value.id, "` and `", issue.value.id, "` have the same title"), issue.origin);
    d.secondary.push_back({first->second->origin.file, first->second->origin.span, "the other issue"});
    d.help = "tables show titles: let them differ";
  }
}

void check_style(Context& context, const Named& name) {
  bool capital = std::any_of(name.id.begin(), name.id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (name.what == "group" || !capital) return;
  auto& d =
      context.report(DiagnosticId::name_style, say("the name `", name.id, "` has capitals"), name.file, name.span);
  d.notes.push_back("capitals are for the ids of actors: a reader takes the name for one");
  d.help = "write names in small letters with hyphens: `red-lines`";
}

void collect_groups(const model::Expr& expr, std::set<std::string>& used) {
  for (const auto* list : {&expr.actors.in, &expr.actors.outside, &expr.actors.ids})
    used.insert(list->begin(), list->end());
  for (const auto& child : expr.children) collect_groups(child, used);
}

void check_groups(Context& context) {
  std::set<std::string> used;
  for (const auto& site : context.sites()) collect_groups(site.pattern.expr, used);
  for (const auto& rule : context.model().rules)
    for (const auto* list : {&rule.value.actors.in, &rule.value.actors.outside, &rule.value.actors.ids,
                             &rule.value.except.in, &rule.value.except.ids})
      used.insert(list->begin(), list->end());
  for (const auto& matrix : context.model().matrices)
    for (const auto& row : matrix.rows)
      for (const auto* list : {&row.in, &row.outside}) used.insert(list->begin(), list->end());
  for (const auto& group : context.model().groups) used.insert(group.members.begin(), group.members.end());
  for (const auto& test : context.model().tests) used.insert(test.value.speaking.begin(), test.value.speaking.end());
  for (const auto& unit : context.units())
    for (const auto& group : unit.ast.groups) {
      if (group.extend || used.contains(group.name.text)) continue;
      auto& d = context.report(DiagnosticId::unused_group, say("nothing uses the group `", group.name.text, "`"),
                               unit.ast.source, group.name.span);
      d.help = say("write `<actor in ", group.name.text, ">`, or name it in a rule or matrix; or take the group away");
    }
}

template <typename Item>
void check_extend(Context& context, const std::vector<Item>& items, const ast::File& file, std::string_view what) {
  for (const auto& item : items) {
    if (!item.extend) continue;
    auto own = std::find_if(items.begin(), items.end(),
                            [&](const auto& other) { return !other.extend && other.name.text == item.name.text; });
    if (own == items.end()) continue;
    auto& d =
        context.report(DiagnosticId::extend_own, say("the ", what, " `", item.name.text, "` is defined in this file"),
                       file.source, item.name.span);
    d.secondary.push_back({file.source, own->name.span, "here"});
    d.help = "add the lines there; `extend` is for what other files define";
  }
}
}  // namespace

void check_names(Context& context) {
  auto names = names_of(context);
  check_similar(context, names);
  check_titles(context);
  for (const auto& name : names) check_style(context, name);
  check_groups(context);
  for (const auto& unit : context.units()) {
    check_extend(context, unit.ast.phrases, unit.ast, "phrase");
    check_extend(context, unit.ast.issues, unit.ast, "issue");
    check_extend(context, unit.ast.stances, unit.ast, "stance");
    check_extend(context, unit.ast.constructions, unit.ast, "construction");
    check_extend(context, unit.ast.groups, unit.ast, "group");
  }
}

}  // namespace demarche::dsl::linting
