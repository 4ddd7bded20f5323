#include <cstdio>

#include "cli/context.hpp"
#include "cli/findings.hpp"
#include "cli/project.hpp"

namespace demarche::cli {

namespace {

struct Options {
  std::vector<std::string> rules;
  FindingOptions found;
};

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string size_of(const program::Program& program) {
  return counted(program.issues.size(), "issue", "issues") + ", " + counted(program.rules.size(), "rule", "rules") +
         ", " + counted(program.tests.size(), "test", "tests");
}

bool is_empty(const program::Program& program) {
  return program.issues.empty() && program.rules.empty() && program.tests.empty() && program.matrices.empty() &&
         program.groups.empty() && program.stances.empty() && program.constructions.empty() && program.words.empty();
}

void check(Context& context, const Options& options) {
  Diagnostics diagnostics;
  const auto job = prepare_rules(context, options.rules, diagnostics);
  if (!job) return;
  put_findings(context, options.found, diagnostics, job->rules->files, "check");
  if (context.quiet || !options.found.for_people()) return;
  if (diagnostics.has_errors())
    std::fputs("the rules have errors\n", stderr);
  else if (is_empty(job->rules->program))
    std::printf("%s: nothing is written here yet\n", size_of(job->rules->program).c_str());
  else
    std::printf("%s: fine\n", size_of(job->rules->program).c_str());
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("check", "read rule files and say what is wrong with them");
  command->footer(
      "Examples:\n  demarche check caucasus.stance\n  demarche check --format sarif --output check.sarif\n\n"
      "The exit code is 2 when there are errors.");
  command->add_option("rules,--rules", options->rules,
                      "rule files or folders (default: the project's, else the library)");
  add_finding_options(*command, options->found);
  command->callback([&context, options] { check(context, *options); });
}

}  // namespace demarche::cli
