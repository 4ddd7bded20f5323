#include "dsl/lint.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/context.hpp"
#include "cli/findings.hpp"
#include "dsl/fix.hpp"
#include "engine/base/line_diff.hpp"
#include "engine/base/render.hpp"
#include "engine/run/project.hpp"

namespace demarche::cli {

namespace {

struct LintCommand {
  std::vector<std::string> rules;
  std::vector<std::string> only, except;
  std::string explain;
  std::string today;
  bool list = false;
  bool fix = false;
  bool diff = false;
  FindingOptions found;
};

Date date_of_today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return {static_cast<std::int32_t>(now.time_since_epoch().count())};
}

// The names of checks, given one by one or with commas between; false when one of them is unknown.
bool read_names(Context& context, std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (DiagnosticId id : all_diagnostic_ids())
    if (dsl::is_lint_name(name_of(id))) known.emplace_back(name_of(id));
  for (const auto& name : names) {
    if (dsl::is_lint_name(name)) continue;
    const auto near = nearest(name, known);
    std::fprintf(stderr, "demarche: there is no check `%s`%s\n", name.c_str(),
                 near.empty() ? "; `demarche lint --list` shows them" : ("; did you mean `" + near + "`?").c_str());
    context.exit_code = wrong_input;
    return false;
  }
  return true;
}

void list_checks() {
  for (const auto& check : dsl::lint_checks())
    std::printf("%-28s %-8s %s%s\n", std::string(name_of(check.id)).c_str(),
                severity_of(check.id) == Severity::warning ? "warning" : "note",
                std::string(summary_of(check.id)).c_str(), check.fixable ? " (--fix)" : "");
}

void explain_check(Context& context, const std::string& name) {
  std::vector<std::string> names{name};
  if (!read_names(context, names)) return;
  for (const auto& check : dsl::lint_checks())
    if (name_of(check.id) == name)
      std::printf("%s: %s\n\nWhy it matters: %s\nWrite instead: %s\n", name.c_str(),
                  std::string(summary_of(check.id)).c_str(), std::string(check.why).c_str(),
                  std::string(check.instead).c_str());
}

// The rules of the command line, else of the project, else none: the library.
std::optional<dsl::CompileInput> find_input(Context& context, const LintCommand& command) {
  dsl::CompileInput input{command.rules, find_library(context)};
  if (input.library.empty()) {
    std::fputs("demarche: cannot find the rule library; name its folder with --library or DEMARCHE_LIBRARY\n", stderr);
    context.exit_code = no_access;
    return std::nullopt;
  }
  if (!input.rules.empty() || context.files->kind(run::project_file) != FileSystem::Kind::file) return input;
  Diagnostics diagnostics;
  auto project = run::read_project(*context.files, run::project_file, diagnostics);
  report(context, diagnostics);
  if (!project || diagnostics.has_errors()) return std::nullopt;
  input.rules = project->rules;
  return input;
}

// "2 warnings, 1 note"
std::string count_of(const std::vector<Diagnostic>& found) {
  const auto notes =
      std::count_if(found.begin(), found.end(), [](const auto& d) { return d.severity == Severity::note; });
  std::string out = count_line(found);
  if (notes == 0) return out;
  if (!out.empty()) out += ", ";
  return out + std::to_string(notes) + (notes == 1 ? " note" : " notes");
}

void show(Context& context, const LintCommand& command, const dsl::Linted& linted) {
  const auto& found = linted.diagnostics;
  if (!command.found.for_people()) return put_findings(context, command.found, found, linted.files, "lint");
  for (const auto& diagnostic : found.sorted())
    std::printf("%s\n", render(diagnostic, {context.color_on_output(), 100}).c_str());
  if (!context.quiet) std::printf("%s\n", found.empty() ? "nothing found" : count_of(found.sorted()).c_str());
}

int code_of(const Diagnostics& found) {
  if (found.empty()) return fine;
  if (!found.has_errors()) return check_found;
  for (const auto& d : found.sorted())
    if (d.id == DiagnosticId::file_not_found || d.id == DiagnosticId::file_unreadable) return no_access;
  return wrong_input;
}

void show_diff(Context& context, const dsl::Fixed& fixed) {
  for (const auto& [path, text] : fixed.files)
    std::fputs(unified_diff(context.files->read(path).bytes.value_or(""), text, path, path).c_str(), stdout);
}

// Writes what --fix changes; false when a file could not be written.
bool write(Context& context, const dsl::Fixed& fixed) {
  for (const auto& [path, text] : fixed.files) {
    const auto error = context.files->write_whole(path, text);
    if (error.empty()) continue;
    Diagnostics diagnostics;
    diagnostics.add(DiagnosticId::write_failed, "`" + path + "` could not be written: " + error, path);
    report(context, diagnostics);
    return false;
  }
  if (!context.quiet && fixed.findings > 0)
    std::printf("%zu mended in %zu %s\n", fixed.findings, fixed.files.size(),
                fixed.files.size() == 1 ? "file" : "files");
  return true;
}

void lint(Context& context, LintCommand& command) {
  if (command.list) return list_checks();
  if (!command.explain.empty()) return explain_check(context, command.explain);
  if (!read_names(context, command.only) || !read_names(context, command.except)) return;
  const auto input = find_input(context, command);
  if (!input) return;
  dsl::LintOptions options{command.only, command.except, date_of_today()};
  if (!command.today.empty()) options.today = parse_date(command.today);
  if (command.fix || command.diff) {
    const auto fixed = dsl::fix(*context.files, *input, options);
    if (command.diff) {
      show_diff(context, fixed);
      context.exit_code = std::max<int>(context.exit_code, fixed.files.empty() ? fine : check_found);
      return;
    }
    if (!write(context, fixed)) return;
  }
  const auto linted = dsl::lint(*context.files, *input, options);
  show(context, command, linted);
  context.exit_code = std::max(context.exit_code, code_of(linted.diagnostics));
}

}  // namespace

void add_lint(CLI::App& app, Context& context) {
  auto options = std::make_shared<LintCommand>();
  auto* command = app.add_subcommand("lint", "find what is allowed in rule files and still hardly meant");
  command->footer(
      "Example:\n  demarche lint caucasus.stance\n  demarche lint --fix --only duplicate-alternative\n\n"
      "A comment `# lint: allow CHECK: reason` keeps a finding back. The exit code is 1 when something was found, 2 "
      "when the\n"
      "rules have errors.");
  command->add_option("rules,--rules", options->rules,
                      "rule files or folders (default: the project's, else the library)");
  command->add_option("--only", options->only, "only these checks")->delimiter(',');
  command->add_option("--except", options->except, "not these checks")->delimiter(',');
  command->add_flag("--fix", options->fix, "mend what can be mended");
  command->add_flag("--diff", options->diff, "show what --fix would change, and change nothing");
  command->add_flag("--list", options->list, "list the checks");
  command->add_option("--explain", options->explain, "say why a check matters");
  command->add_option("--today", options->today, "the day that counts as today, YYYY-MM-DD")
      ->check([](const std::string& text) { return parse_date(text) ? "" : "a day is written YYYY-MM-DD"; });
  add_finding_options(*command, options->found);
  command->callback([&context, options] { lint(context, *options); });
}

}  // namespace demarche::cli
