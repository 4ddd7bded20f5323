#include <algorithm>

#include "dsl/lint/actor_classes.hpp"
#include "dsl/lint/checks.hpp"

// Issues and rules that no test speaks of. Only where there are tests at all: without any, that is known.
namespace demarche::dsl::linting {

namespace {
using Kind = program::Expectation::Kind;
using program::Expectation;

struct Tested {
  std::set<std::string> positive, negative;  // issues
};

// A text without any evidence is a negative test of the issues whose words it has; which they are only a run can say.
// The issues that the test's name or another expectation of its file names come near enough.
Tested tested_issues(const Context& context) {
  Tested found;
  std::map<std::string, std::set<std::string>> of_file;
  std::set<std::string> files_with_nothing;
  for (const auto& test : context.model().tests)
    for (const auto& e : test.value.expectations) {
      const auto& path = test.origin.file->path();
      if (!e.issue.empty()) of_file[path].insert(e.issue);
      if (e.kind == Kind::stance) found.positive.insert(e.issue);
      if (e.kind == Kind::absent) found.negative.insert(e.issue);
      if (e.kind == Kind::nothing) files_with_nothing.insert(path);
    }
  for (const auto& path : files_with_nothing) found.negative.insert(of_file[path].begin(), of_file[path].end());
  return found;
}

void check_issue(Context& context, const model::Issue& issue, const Tested& tested) {
  const auto& id = issue.value.id;
  if (!tested.positive.contains(id)) {
    auto& d = context.report(DiagnosticId::issue_without_positive_test, say("no test expects a position on `", id, "`"),
                             issue.origin);
    d.help = say("write one beside it: `test \"...\" { text \"...\" expect IRN opposes ", id, " }`");
  }
  if (!tested.negative.contains(id)) {
    auto& d = context.report(DiagnosticId::issue_without_negative_test,
                             say("no test says where `", id, "` is not spoken of"), issue.origin);
    d.notes.push_back("a test of texts that look alike shows when a pattern grows too wide");
    d.help = say("write one: `expect not IRN opposes ", id, "`, or `expect nothing`");
  }
}

bool speaks_of(const program::Rule& rule, const Expectation& e) {
  return (rule.every_issue || std::find(rule.issues.begin(), rule.issues.end(), e.issue) != rule.issues.end()) &&
         (rule.takes_a_side || rule.stance == e.stance);
}

bool is_expected(const Context& context, const model::Rule& rule, Kind kind) {
  auto actors = actors_of(context, rule.value.actors);
  for (const auto& test : context.model().tests)
    for (const auto& e : test.value.expectations) {
      if (e.kind != kind || !speaks_of(rule.value, e)) continue;
      auto index = context.actors().find(e.actor);
      if (index == lexicon::none || actors.contains(index)) return true;
    }
  return false;
}

bool has_nothing_beside(const Context& context, const model::Rule& rule) {
  const auto& tests = context.model().tests;
  return std::any_of(tests.begin(), tests.end(), [&](const auto& test) {
    return test.origin.file == rule.origin.file &&
           std::any_of(test.value.expectations.begin(), test.value.expectations.end(),
                       [](const auto& e) { return e.kind == Kind::nothing; });
  });
}

// Rules with conditions of their own; the bare ones are tested with their issues.
void check_rule(Context& context, const model::Rule& rule) {
  if (rule.when.empty() || rule.value.ignore) return;
  if (!is_expected(context, rule, Kind::stance)) {
    auto& d = context.report(DiagnosticId::rule_without_positive_test,
                             say("no test expects what the rule `", rule.value.id, "` says"), rule.origin);
    d.help = "write a test with a text that the rule is meant for";
  }
  if (!is_expected(context, rule, Kind::absent) && !has_nothing_beside(context, rule)) {
    auto& d = context.report(DiagnosticId::rule_without_negative_test,
                             say("no test says where the rule `", rule.value.id, "` must not fire"), rule.origin);
    d.help = "write a test with a text that looks alike, and `expect nothing` or `expect not ...`";
  }
}
}  // namespace

void check_tested(Context& context) {
  if (context.model().tests.empty()) return;
  auto tested = tested_issues(context);
  for (const auto& issue : context.model().issues)
    if (issue.origin.file && context.is_linted(issue.origin.file->path())) check_issue(context, issue, tested);
  for (const auto& rule : context.model().rules)
    if (context.is_linted(rule.origin.file->path())) check_rule(context, rule);
}

}  // namespace demarche::dsl::linting
