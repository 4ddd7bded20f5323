#include <algorithm>

#include "dsl/lint/actor_classes.hpp"
#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Rules by themselves: their names, dates and actors.
namespace demarche::dsl::linting {

namespace {
bool lies_within(const DateRange& inner, const DateRange& outer) {
  bool from = !outer.from || (inner.from && *outer.from <= *inner.from);
  bool to = !outer.to || (inner.to && *inner.to <= *outer.to);
  return from && to;
}

// `rule they-oppose-it { actor supports ... }`
void check_name(Context& context, const model::Rule& rule) {
  if (rule.value.takes_a_side || rule.value.stance.empty()) return;
  const model::Stance* own = nullptr;
  for (const auto& stance : context.model().stances)
    if (stance.value.id == rule.value.stance) own = &stance;
  if (!own || own->value.inverse.empty()) return;
  auto stem = [](std::string id) {
    if (id.ends_with('s')) id.pop_back();
    return id;
  };
  auto has_word = [&](const std::string& word) {
    auto at = rule.value.id.find(word);
    return at != std::string::npos && (at == 0 || rule.value.id[at - 1] == '-');
  };
  if (!has_word(stem(own->value.inverse)) || has_word(stem(own->value.id))) return;
  auto& d = context.report(
      DiagnosticId::rule_name_misleads,
      say("the name `", rule.value.id, "` says `", own->value.inverse, "`, the rule says `", rule.value.stance, "`"),
      rule.origin);
  d.notes.push_back("tables and explanations show the name of the rule that found a position");
  d.help = say("give it another name, or write `", own->value.inverse, "` in it");
}

// `ignore NAME { actor opposes sanctions }`: nothing says when.
void check_veto(Context& context, const model::Rule& rule) {
  const auto& value = rule.value;
  if (!value.ignore || !rule.when.empty() || !rule.unless.empty() || !value.dates.empty()) return;
  const std::string side = value.takes_a_side ? "that is found" : say("that says `", value.stance, "`");
  auto& d = context.report(DiagnosticId::vetoes_everything,
                           say("`", value.id, "` has no line `when`: it takes away everything ", side), rule.origin);
  d.help = "write `when` and the words that make it no position";
}

void check_dates(Context& context, const model::Rule& rule) {
  if (rule.value.dates.size() < 2 || !context.is_linted(rule.origin.file->path())) return;
  std::vector<Span> lines;
  for (const auto& line : lines_of_item(context.tree(rule.origin.file->path()), rule.origin.span.begin))
    if (line.keyword == "dates") lines.push_back(line.span);
  const auto& dates = rule.value.dates;
  if (lines.size() != dates.size()) return;
  for (std::size_t i = 0; i < dates.size(); ++i)
    for (std::size_t j = 0; j < dates.size(); ++j) {
      bool same = lies_within(dates[i], dates[j]) && lies_within(dates[j], dates[i]);
      if (i == j || !lies_within(dates[i], dates[j]) || (same && i < j)) continue;
      auto& d = context.report(DiagnosticId::covered_dates, "these dates lie within others of the rule",
                               rule.origin.file, lines[i]);
      d.secondary.push_back({rule.origin.file, lines[j], "within these"});
      d.notes.push_back("a rule is in force on all days that one of its lines names");
      d.help = "take the line away, or make the other one shorter";
      if (auto whole = whole_lines(*rule.origin.file, lines[i])) d.fixes.push_back({*whole, ""});
      break;
    }
}

void check_except(Context& context, const resolve::Unit& unit, const ast::Rule& written) {
  const model::Rule* rule = nullptr;
  Span place = written.name ? written.name.span : written.span;
  for (const auto& r : context.model().rules)
    if (r.origin.file == unit.ast.source && r.origin.span == place) rule = &r;
  if (!rule || context.actors().actors.empty()) return;
  auto actors = actors_of(context, rule->value.actors);
  for (const auto& name : written.except) {
    auto out = members_of(context, name.text);
    if (auto index = context.actors().find(name.text); index != lexicon::none) out.insert(index);
    bool meets = std::any_of(out.begin(), out.end(), [&](auto index) { return actors.contains(index); });
    if (meets) continue;
    auto& d = context.report(DiagnosticId::except_without_effect,
                             say("the rule does not speak of `", name.text, "` anyway"), unit.ast.source, name.span);
    d.help = "take the name away from `actors except`";
  }
}

void check_class(Context& context, const Site& site, const model::Expr& expr) {
  bool named = expr.kind == model::Expr::Kind::actor || expr.kind == model::Expr::Kind::says;
  bool everybody = expr.actors == program::ActorClass{};
  if (!named || everybody || context.actors().actors.empty() || !actors_of(context, expr.actors).empty()) return;
  auto& d = context.report(DiagnosticId::empty_actor_class, say("nobody belongs to `", in_words(expr.actors), "`"),
                           site.file(), expr.span);
  d.notes.push_back("the pattern can never be found");
  d.help = "see to the groups: docs/language.md shows what `in` and `outside` mean";
}
}  // namespace

void check_rules(Context& context) {
  for (const auto& rule : context.model().rules) {
    check_name(context, rule);
    check_veto(context, rule);
    check_dates(context, rule);
  }
  for (const auto& unit : context.units())
    for (const auto& rule : unit.ast.rules) check_except(context, unit, rule);
  for (const auto& site : context.sites()) {
    if (!context.is_linted(site)) continue;
    walk(context, site.pattern.expr, {},
         [&](const model::Expr& expr, const Where&) { check_class(context, site, expr); });
  }
}

}  // namespace demarche::dsl::linting
