#include <cstdio>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "engine/run/rule_tests.hpp"

namespace demarche::cli {

namespace {

std::string expectation_text(const program::Expectation& wanted) {
  switch (wanted.kind) {
    case program::Expectation::Kind::nothing:
      return "expect nothing";
    case program::Expectation::Kind::nothing_else:
      return "expect nothing else";
    case program::Expectation::Kind::absent:
    case program::Expectation::Kind::stance:
      break;
  }
  std::string text = wanted.kind == program::Expectation::Kind::absent ? "expect not " : "expect ";
  text += wanted.actor + " " + wanted.stance + " " + wanted.issue;
  if (wanted.strength) {
    static constexpr const char* adverbs[] = {" weakly", " plainly", " strongly"};
    text += adverbs[static_cast<int>(*wanted.strength)];
  }
  if (!wanted.at.empty()) text += " at \"" + wanted.at + "\"";
  return text;
}

void print_failure(const run::TestResult& result) {
  const auto& place = result.test->place;
  std::printf("%s:%u: test \"%s\"\n", place.file.c_str(), place.line, result.test->name.c_str());
  for (const auto& one : result.expectations) {
    if (one.status == run::TestStatus::right || one.status == run::TestStatus::todo) continue;
    std::printf("  line %u: %s: %s\n", one.expectation->place.line, expectation_text(*one.expectation).c_str(),
                std::string(run::name_of(one.status)).c_str());
    if (!one.why.empty()) std::printf("    %s\n", one.why.c_str());
  }
}

void test(Context& context, const std::vector<std::string>& rules) {
  const auto job = prepare(context, RuleOptions{rules}, {}, {}, false);
  if (!job) return;
  std::size_t failed = 0;
  std::size_t todo = 0;
  const auto results = run::run_tests(job->rules->program, [&](const corpus::Document& document) {
    return job->analyser->analyse(document);
  });
  for (const auto& result : results) {
    for (const auto& one : result.expectations) todo += one.status == run::TestStatus::todo;
    if (!result.failed()) continue;
    ++failed;
    print_failure(result);
  }
  if (failed > 0) context.exit_code = std::max<int>(context.exit_code, check_found);
  if (context.quiet) return;
  std::printf("%zu tests, %zu right, %zu failed", results.size(), results.size() - failed, failed);
  if (todo > 0) std::printf(", %zu expectations are `todo`", todo);
  std::printf("\n");
}

}  // namespace

void add_test(CLI::App& app, Context& context) {
  auto rules = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("test", "run the tests that stand in rule files");
  command->footer("Example:\n  demarche test caucasus.stance\n\nThe exit code is 1 when a test fails.");
  command->add_option("rules,--rules", *rules, "rule files or folders (default: the project's, else the library)");
  command->callback([&context, rules] { test(context, *rules); });
}

}  // namespace demarche::cli
