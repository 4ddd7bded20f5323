#include "dsl/check/check.hpp"

#include <map>
#include <tuple>

#include "dsl/check/phrases.hpp"
#include "dsl/messages/say.hpp"

namespace demarche::dsl::check {

namespace {
Diagnostic& report(Diagnostics& diagnostics, DiagnosticId id, std::string message, const model::Origin& origin) {
  return diagnostics.add(id, std::move(message), origin.file, origin.span);
}

void check_issues(const model::Model& model, Diagnostics& diagnostics) {
  for (const auto& issue : model.issues) {
    if (!issue.lines.empty() || !issue.origin.file) continue;
    auto& d = report(diagnostics, DiagnosticId::issue_without_pattern,
                     say("nothing says how the issue `", issue.value.id, "` is spoken of"), issue.origin);
    d.help = "add a line `about` with its words, or `deed` with what is done";
  }
}

void check_constructions(const model::Model& model, Diagnostics& diagnostics) {
  for (const auto& construction : model.constructions) {
    if (!construction.forms.empty() || !construction.origin.file) continue;
    report(diagnostics, DiagnosticId::missing_part, say("the construction `", construction.value.id, "` has no form"),
           construction.origin)
        .help = "add a line `form <holder> <verb> <target>`";
  }
}

const model::Stance* find_stance(const model::Model& model, const std::string& id) {
  for (const auto& stance : model.stances)
    if (stance.value.id == id) return &stance;
  return nullptr;
}

void check_stances(const model::Model& model, Diagnostics& diagnostics) {
  for (const auto& stance : model.stances) {
    if (!stance.has_sign)
      report(diagnostics, DiagnosticId::stance_without_sign, say("the stance `", stance.value.id, "` has no sign"),
             stance.origin)
          .help = "add a line `sign +`, `sign -` or `sign 0`";
    const auto* inverse = find_stance(model, stance.value.inverse);
    if (!inverse || !stance.has_sign || !inverse->has_sign || inverse->value.sign == -stance.value.sign) continue;
    auto& d = report(diagnostics, DiagnosticId::inverse_same_side,
                     say("`", stance.value.id, "` and its inverse `", inverse->value.id, "` are not on opposite sides"),
                     stance.origin);
    d.secondary.push_back({inverse->origin.file, inverse->origin.span, "the inverse"});
    d.help = "the sign of the inverse must be the other one";
  }
}

void check_tests(const model::Model& model, Diagnostics& diagnostics) {
  for (const auto& test : model.tests) {
    if (test.value.text.empty())
      report(diagnostics, DiagnosticId::test_without_text, "this test has no text", test.origin).help =
          "add a line `text \"...\"`";
    if (test.value.expectations.empty())
      report(diagnostics, DiagnosticId::test_without_expectation, "this test does not say what it expects", test.origin)
          .help = "add a line `expect IRN opposes sanctions`, or `expect nothing`";
  }
}

// What a rule says, without its conditions.
auto statement(const program::Rule& rule) {
  return std::tie(rule.actors.ids, rule.actors.in, rule.actors.outside, rule.takes_a_side, rule.stance,
                  rule.every_issue, rule.issues, rule.strength, rule.ignore);
}

bool is_bare(const model::Rule& rule) {
  return rule.when.empty() && rule.unless.empty() && rule.value.dates.empty() && !rule.value.has_except;
}

void check_rules(const model::Model& model, Diagnostics& diagnostics) {
  std::map<std::string, const model::Rule*> by_name;
  for (const auto& rule : model.rules) {
    auto [first, added] = by_name.try_emplace(rule.value.id, &rule);
    if (added) continue;
    auto& d = report(diagnostics, DiagnosticId::duplicate_definition,
                     say("the rule `", rule.value.id, "` is defined twice"), rule.origin);
    d.secondary.push_back({first->second->origin.file, first->second->origin.span, "first defined here"});
    d.help = "give one of them another name";
  }
  using Statement = decltype(statement(std::declval<const program::Rule&>()));
  std::map<Statement, const model::Rule*> bare;
  for (const auto& rule : model.rules) {
    if (!is_bare(rule)) continue;
    auto [first, added] = bare.try_emplace(statement(rule.value), &rule);
    if (added) continue;
    auto& d = report(diagnostics, DiagnosticId::repeated_rule, "this rule says the same as another", rule.origin);
    d.secondary.push_back({first->second->origin.file, first->second->origin.span, "said here"});
    d.help = "take one of them away";
  }
}
}  // namespace

void check(model::Model& model, Diagnostics& diagnostics) {
  mark_recursive_phrases(model, diagnostics);
  // What uses a phrase may have an error: first things first.
  if (!diagnostics.has_errors()) report_unused_phrases(model, diagnostics);
  check_issues(model, diagnostics);
  check_stances(model, diagnostics);
  check_constructions(model, diagnostics);
  check_rules(model, diagnostics);
  check_tests(model, diagnostics);
}

}  // namespace demarche::dsl::check
