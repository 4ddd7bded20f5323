#include "dsl/lint.hpp"

#include <algorithm>
#include <set>

#include "dsl/lint/allow.hpp"
#include "dsl/lint/registry.hpp"

namespace demarche::dsl {

namespace {
bool names(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_wanted(const LintOptions& options, std::string_view name) {
  return (options.only.empty() || names(options.only, name)) && !names(options.except, name);
}

// Errors wherever they are; warnings and findings of the files that are looked at.
Diagnostics shown(const linting::Context& context, const LintOptions& options) {
  Diagnostics all = context.compiled();
  all.append(context.found());
  // A form that stands beside its base form is said once: the base form finds it.
  std::set<std::pair<std::string, Span>> idle;
  for (const auto& d : all.sorted())
    if (d.primary.file && d.id == DiagnosticId::duplicate_alternative)
      idle.emplace(d.primary.file->path(), d.primary.span);
  Diagnostics out;
  for (const auto& d : all.sorted()) {
    if (d.id == DiagnosticId::inflected_verb && idle.contains({d.primary.file->path(), d.primary.span})) continue;
    bool linted = d.primary.file && context.is_linted(d.primary.file->path());
    if (d.severity == Severity::error || (linted && is_wanted(options, name_of(d.id)))) out.add(d.id, "", d.path) = d;
  }
  return out;
}

// Comments about checks that cannot run without the whole are not to be called idle.
std::set<std::string> names_that_ran(const LintOptions& options, bool errors) {
  std::set<std::string> ran;
  if (errors) return ran;
  for (DiagnosticId id : all_diagnostic_ids())
    if (is_lint_name(name_of(id)) && is_wanted(options, name_of(id))) ran.emplace(name_of(id));
  return ran;
}
}  // namespace

Linted lint(const FileSystem& files, const CompileInput& input, const LintOptions& options) {
  linting::Context context(files, input, options);
  bool errors = context.compiled().has_errors();
  for (const auto& pass : linting::passes())
    if (pass.alone || !errors) pass.run(context);
  Diagnostics kept = linting::without_allowed(context, shown(context, options), names_that_ran(options, errors));
  Diagnostics out;
  for (const auto& d : kept.sorted())
    if (d.severity == Severity::error || is_wanted(options, name_of(d.id))) out.add(d.id, "", d.path) = d;
  return {std::move(out), {context.linted().begin(), context.linted().end()}};
}

}  // namespace demarche::dsl
