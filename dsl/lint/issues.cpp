#include <algorithm>

#include "dsl/lint/checks.hpp"

// Issues as a whole.
namespace demarche::dsl::linting {

namespace {
using Kind = program::IssuePattern::Kind;

void check_lines(Context& context, const model::Issue& issue) {
  if (issue.lines.empty()) return;  // said by `check`
  auto any = [&](auto wanted) { return std::any_of(issue.lines.begin(), issue.lines.end(), wanted); };
  bool about = any([](const auto& l) { return l.value.kind == Kind::about && l.value.side > 0; });
  bool for_it = any([](const auto& l) { return l.value.side > 0; });
  if (!for_it) {
    auto& d = context.report(DiagnosticId::issue_only_against,
                             say("the issue `", issue.value.id, "` is spoken of only by its opposite"), issue.origin);
    d.help =
        "add a line `about` with the words for the issue itself; or turn the issue round and write `about` for "
        "`against`";
  } else if (!about) {
    auto& d = context.report(DiagnosticId::issue_without_about,
                             say("the issue `", issue.value.id, "` has no line `about`"), issue.origin);
    d.notes.push_back("deeds are found only where somebody does them or says that they must be done");
    d.help = "add the words by which people speak of it: `about deployment of troops`";
  }
}

void check_title(Context& context, const model::Issue& issue) {
  if (!issue.value.title.empty()) return;
  auto& d = context.report(DiagnosticId::issue_without_title, say("the issue `", issue.value.id, "` has no title"),
                           issue.origin);
  d.notes.push_back("tables show the title to people who do not know the rules");
  d.help = say("write one: `issue ", issue.value.id, " \"A title\" { ... }`");
}

bool speaks_of(const model::Rule& rule, const std::string& issue) {
  const auto& list = rule.value.issues;
  return !rule.value.ignore && (rule.value.every_issue || std::find(list.begin(), list.end(), issue) != list.end());
}

void check_rule(Context& context, const model::Issue& issue) {
  const auto& rules = context.model().rules;
  if (rules.empty()) return;  // a pack of issues: whoever imports it has the rules
  if (std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return speaks_of(rule, issue.value.id); }))
    return;
  auto& d = context.report(DiagnosticId::issue_without_rule, say("no rule speaks of the issue `", issue.value.id, "`"),
                           issue.origin);
  d.notes.push_back("it may be found in texts, but no position on it is ever coded");
  d.help = say("write `actor takes-a-side on ", issue.value.id, "`, or `actor takes-a-side on every issue`");
}

void check_not_in(Context& context, const model::Issue& issue) {
  if (!std::binary_search(issue.value.not_in.begin(), issue.value.not_in.end(), issue.value.id)) return;
  auto& d =
      context.report(DiagnosticId::never_found, say("the issue `", issue.value.id, "` is never found"), issue.origin);
  d.notes.push_back("`not in` names the issue itself, and every match lies within itself");
  d.help = "take its own name away from the line `not in`";
}
}  // namespace

void check_issues(Context& context) {
  for (const auto& issue : context.model().issues) {
    if (!issue.origin.file || !context.is_linted(issue.origin.file->path())) continue;
    check_lines(context, issue);
    check_title(context, issue);
    check_rule(context, issue);
    check_not_in(context, issue);
  }
}

}  // namespace demarche::dsl::linting
