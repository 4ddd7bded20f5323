#include <algorithm>

#include "dsl/compile/places.hpp"
#include "dsl/lint/actor_classes.hpp"
#include "dsl/lint/checks.hpp"
#include "dsl/lint/cover.hpp"
#include "dsl/lint/walk.hpp"

// What rules can reach: those that never fire, those that others make idle, cells that none fills.
namespace demarche::dsl::linting {

namespace {
using NodeKind = program::Node::Kind;

bool includes(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(),
                     [&](const auto& id) { return std::find(all.begin(), all.end(), id) != all.end(); });
}

std::set<lexicon::ActorIndex> actors_of(const Context& context, const program::Rule& rule) {
  auto actors = linting::actors_of(context, rule.actors);
  if (!rule.has_except) return actors;
  for (auto index : linting::actors_of(context, rule.except)) actors.erase(index);
  return actors;
}

bool meet(const DateRange& a, const DateRange& b) {
  return !(a.to && b.from && *a.to < *b.from) && !(b.to && a.from && *b.to < *a.from);
}

// Whether somebody was a member at a time when the rule is in force.
bool has_member_in_time(const Context& context, const program::Rule& rule) {
  if (rule.dates.empty() || rule.actors.in.empty() || !rule.actors.ids.empty()) return true;
  for (const auto& id : rule.actors.in) {
    auto index = context.actors().find(id);
    if (index == lexicon::none) return true;  // regions and groups have no dates
    for (const auto& member : context.actors().actors[index].members)
      if (std::any_of(rule.dates.begin(), rule.dates.end(), [&](const auto& d) { return meet(d, member.dates); }))
        return true;
  }
  return false;
}

std::string why_never(const Context& context, const model::Rule& rule) {
  bool actors_known = !context.actors().actors.empty();
  if (actors_known && actors_of(context, rule.value).empty()) return "no actor is left that it speaks of";
  if (actors_known && !has_member_in_time(context, rule.value))
    return "on its dates nobody was a member of the group it speaks of";
  auto has_patterns = [&](const model::Issue& issue) { return !issue.lines.empty(); };
  const auto& issues = context.model().issues;
  auto named = [&](const model::Issue& issue) {
    return rule.value.every_issue || includes(rule.value.issues, {issue.value.id});
  };
  if (std::none_of(issues.begin(), issues.end(), [&](const auto& i) { return named(i) && has_patterns(i); }))
    return rule.value.every_issue ? "there is no issue" : "nothing says how its issue is spoken of";
  return "";
}

void check_never(Context& context, const model::Rule& rule) {
  auto reason = why_never(context, rule);
  if (reason.empty()) return;
  auto& d =
      context.report(DiagnosticId::rule_never_fires, say("the rule `", rule.value.id, "` never fires"), rule.origin);
  d.notes.push_back(reason);
  d.help = rule.value.every_issue ? "define an issue, or import some: `import \"issues\"`"
                                  : "mend its conditions, or take the rule away";
}

bool is_plain(const model::Rule& rule) {
  const auto& value = rule.value;
  return rule.when.empty() && rule.unless.empty() && value.dates.empty() && !value.has_except && !value.ignore;
}

bool says_all_of(const Context& context, const program::Rule& general, const program::Rule& special) {
  if (general.strength != special.strength) return false;
  if (!general.takes_a_side && (special.takes_a_side || general.stance != special.stance)) return false;
  if (!general.every_issue && (special.every_issue || !includes(general.issues, special.issues))) return false;
  if (general.actors == program::ActorClass{} || general.actors == special.actors) return true;
  if (special.actors == program::ActorClass{}) return false;
  auto all = linting::actors_of(context, general.actors), some = linting::actors_of(context, special.actors);
  return !some.empty() && std::includes(all.begin(), all.end(), some.begin(), some.end());
}

bool is_same_statement(const program::Rule& a, const program::Rule& b) {
  return a.actors == b.actors && a.takes_a_side == b.takes_a_side && a.stance == b.stance &&
         a.every_issue == b.every_issue && a.issues == b.issues;
}

const model::Rule* shadow_of(const Context& context, const model::Rule& rule) {
  for (const auto& general : context.model().rules) {
    if (&general == &rule || !is_plain(general) || !says_all_of(context, general.value, rule.value)) continue;
    if (is_same_statement(general.value, rule.value) && is_plain(rule)) continue;  // `repeated-rule`
    return &general;
  }
  return nullptr;
}

void check_shadowed(Context& context, const model::Rule& rule) {
  if (!rule.when.empty() || rule.value.ignore) return;
  const auto* general = shadow_of(context, rule);
  if (!general) return;
  auto& d = context.report(DiagnosticId::rule_shadowed, say("the rule `", rule.value.id, "` finds nothing of its own"),
                           rule.origin);
  d.secondary.push_back({general->origin.file, general->origin.span, "this rule finds all of it"});
  if (!rule.unless.empty() || !rule.value.dates.empty() || rule.value.has_except)
    d.notes.push_back("its conditions exclude nothing: the other rule has none. To exclude, write `ignore`");
  d.help = "take it away, or make the other rule narrower";
}

void target_to_issue(program::Node& node) {
  if (node.kind == NodeKind::slot && node.slot == program::Slot::target) node.slot = program::Slot::issue;
  for (auto& child : node.children) target_to_issue(child);
}

class Repeats {
 public:
  explicit Repeats(Context& context) : context_(context) {
    for (const auto& stance : context.program().stances)
      for (const auto& entry : stance.entries) {
        if (entry.kind != program::Entry::Kind::verb) continue;
        entries_.push_back({stance.id, &entry, entry.pattern.root});
        target_to_issue(entries_.back().node);
      }
  }

  void check(const model::Rule& rule) {
    if (rule.value.ignore || rule.value.strength) return;
    for (const auto& condition : rule.when)
      for (const auto& pattern : condition.patterns) check(rule, pattern);
  }

 private:
  struct Entry {
    std::string stance;
    const program::Entry* entry;
    program::Node node;
  };

  // The words between the actor and the issue, in the words of the actor or not.
  static std::optional<std::vector<Way>> core_of(const program::Node& node) {
    auto ways = ways_of(node);
    if (!ways) return ways;
    for (auto& way : *ways) {
      if (way.size() == 1 && way[0]->kind == NodeKind::says) {
        auto inner = ways_of(way[0]->children[0], 1);
        if (!inner) return std::nullopt;
        way = inner->front();
      }
      if (!way.empty() && way[0]->kind == NodeKind::actor && way[0]->actors == program::ActorClass{})
        way.erase(way.begin());
    }
    return ways;
  }

  void check(const model::Rule& rule, const model::Pattern& pattern) {
    auto node = context_.lower(pattern.expr, pattern.origin.file, lowering::rule_place);
    if (!node) return;
    auto ways = core_of(*node);
    if (!ways) return;
    for (const auto& entry : entries_) {
      if (!rule.value.takes_a_side && entry.stance != rule.value.stance) continue;
      if (!covers(entry.node, *ways)) continue;
      auto& d = context_.report(DiagnosticId::repeats_construction,
                                say("the stance `", entry.stance, "` says this already"), pattern.origin);
      const auto& place = entry.entry->pattern.place;
      d.notes.push_back(say("its entry `", entry.entry->pattern.source, "` (", place.file, ", line ",
                            std::to_string(place.line), ") finds it in every construction of the language"));
      d.help = "take this `when` away; without any `when` the rule uses the stance's words";
      return;
    }
  }

  Context& context_;
  std::vector<Entry> entries_;
};

bool fills_column(const model::Rule& rule, const std::string& issue) {
  return !rule.value.ignore && (rule.value.every_issue || includes(rule.value.issues, {issue}));
}

// The actors of a row: a class as it stands, an id with its members.
std::set<lexicon::ActorIndex> actors_of_row(const Context& context, const program::ActorClass& row) {
  auto wanted = linting::actors_of(context, row);
  for (const auto& id : row.ids) wanted.merge(members_of(context, id));
  return wanted;
}

bool fills_row(const Context& context, const model::Rule& rule, const program::ActorClass& row) {
  if (rule.value.ignore) return false;
  if (rule.value.actors == program::ActorClass{} && !rule.value.has_except) return true;
  auto actors = actors_of(context, rule.value);
  auto wanted = actors_of_row(context, row);
  return std::any_of(wanted.begin(), wanted.end(), [&](auto index) { return actors.contains(index); });
}

void check_matrix(Context& context, const resolve::Unit& unit, const ast::Matrix& matrix) {
  const auto& rules = context.model().rules;
  auto report = [&](const ast::Name& name, std::string_view what) {
    auto& d = context.report(DiagnosticId::matrix_without_rule,
                             say("no rule can fill the ", what, " `", name.text, "`"), unit.ast.source, name.span);
    d.help = say("write a rule that speaks of `", name.text, "`, or leave it out of the matrix");
  };
  for (const auto& name : matrix.columns)
    if (std::none_of(rules.begin(), rules.end(), [&](const auto& r) { return fills_column(r, name.text); }))
      report(name, "column");
  const auto& all = context.model().matrices;
  const auto resolved = std::find_if(all.begin(), all.end(), [&](const auto& m) { return m.id == matrix.name.text; });
  if (resolved == all.end() || resolved->rows.size() != matrix.rows.size()) return;  // an unknown name was said
  for (std::size_t i = 0; i < matrix.rows.size(); ++i)
    if (std::none_of(rules.begin(), rules.end(), [&](const auto& r) { return fills_row(context, r, resolved->rows[i]); }))
      report(matrix.rows[i], "row");
}
}  // namespace

void check_rule_reach(Context& context) {
  Repeats repeats(context);
  for (const auto& rule : context.model().rules) {
    if (!context.is_linted(rule.origin.file->path())) continue;
    check_never(context, rule);
    check_shadowed(context, rule);
    repeats.check(rule);
  }
  for (const auto& unit : context.units())
    if (context.is_linted(unit.path))
      for (const auto& matrix : unit.ast.matrices) check_matrix(context, unit, matrix);
}

}  // namespace demarche::dsl::linting
