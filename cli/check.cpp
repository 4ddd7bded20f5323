#include <cstdio>

#include "cli/context.hpp"
#include "cli/project.hpp"

namespace demarche::cli {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void check(Context& context, const std::vector<std::string>& rules) {
  RuleOptions options{rules};
  const auto job = prepare(context, options, {}, {}, false);
  if (!job) {
    if (!context.quiet) std::fputs("the rules have errors\n", stderr);
    return;
  }
  if (context.quiet) return;
  const auto& program = job->rules->program;
  std::printf("%s, %s, %s: fine\n", counted(program.issues.size(), "issue", "issues").c_str(),
              counted(program.rules.size(), "rule", "rules").c_str(),
              counted(program.tests.size(), "test", "tests").c_str());
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  auto rules = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("check", "read rule files and say what is wrong with them");
  command->footer("Example:\n  demarche check caucasus.stance\n\nThe exit code is 2 when there are errors.");
  command->add_option("rules,--rules", *rules, "rule files or folders (default: the project's, else the library)");
  command->callback([&context, rules] { check(context, *rules); });
}

}  // namespace demarche::cli
