#include <algorithm>
#include <cstdio>

#include "cli/context.hpp"
#include "cli/coverage.hpp"
#include "cli/findings.hpp"
#include "cli/mutate.hpp"
#include "cli/project.hpp"
#include "cli/watch.hpp"
#include "engine/report/diagnostics_github.hpp"
#include "engine/report/diagnostics_sarif.hpp"
#include "engine/report/junit.hpp"
#include "engine/report/marked_text.hpp"
#include "engine/report/tap.hpp"
#include "engine/run/rule_tests.hpp"
#include "engine/run/test_filter.hpp"
#include "engine/run/test_findings.hpp"
#include "engine/run/test_text.hpp"
#include "engine/why/why_not.hpp"

namespace demarche::cli {

namespace {

using run::TestResult;
using run::TestStatus;

constexpr TestStatus all_statuses[] = {TestStatus::right,           TestStatus::todo,       TestStatus::cannot_run,
                                       TestStatus::todo_now_passes, TestStatus::unexpected, TestStatus::missing};

struct Options {
  std::vector<std::string> rules;
  run::TestFilter filter;
  std::vector<std::string> statuses;  // names; empty: all
  FindingOptions found;
  MutateOptions mutation;
  unsigned threads = 0;
  bool list = false;
  bool watch = false;
  bool no_why = false;
  CoverageOptions coverage;
};

std::vector<std::string> status_names() {
  std::vector<std::string> names;
  for (const TestStatus status : all_statuses) names.emplace_back(run::name_of(status));
  return names;
}

// A test is shown for a status that it has, or that one of its expectations has.
bool is_asked_for(const TestResult& result, const std::vector<std::string>& statuses) {
  const auto asked = [&](TestStatus status) {
    return std::find(statuses.begin(), statuses.end(), run::name_of(status)) != statuses.end();
  };
  return asked(result.status()) || std::any_of(result.expectations.begin(), result.expectations.end(),
                                               [&](const auto& one) { return asked(one.status); });
}

std::vector<TestResult> only_asked_for(const std::vector<TestResult>& results,
                                       const std::vector<std::string>& statuses) {
  if (statuses.empty()) return results;
  std::vector<TestResult> kept;
  for (const auto& result : results)
    if (is_asked_for(result, statuses)) kept.push_back(result);
  return kept;
}

// What was asked for is in no test: surely a slip.
void no_such_test(Context& context, const program::Program& program, const run::TestFilter& filter) {
  Diagnostics diagnostics;
  auto reasons = run::unknown_in_filter(program, filter);
  if (reasons.empty()) reasons.push_back("there are tests for each thing that was asked for, but none for all of them");
  auto& diagnostic = diagnostics.add(DiagnosticId::no_such_test, "no test fits what was asked for", std::string());
  diagnostic.notes = std::move(reasons);
  diagnostic.help = "`demarche test --list` shows all tests";
  report(context, diagnostics);
}

std::string list_text(const std::vector<const program::Test*>& tests) {
  std::string out;
  for (const auto* test : tests)
    out += test->place.file + ":" + std::to_string(test->place.line) + ": " + test->name + "\n";
  return out;
}

// Failed tests in full; with --verbose a line for each of the others, with --status for those that were asked for.
std::string results_text(const Context& context, const Options& options, const std::vector<TestResult>& results,
                         bool colour) {
  const run::TestTextOptions look{colour, options.found.output.empty() ? terminal_width() : 100};
  std::string out;
  bool marked = false;
  for (const auto& result : only_asked_for(results, options.statuses)) {
    if (result.failed() || result.status() == TestStatus::cannot_run) {
      out += run::test_text(result, look) + "\n";
      marked = marked || result.failed();
    } else if (context.verbose || !options.statuses.empty()) {
      out += run::test_line(result, look);
    }
  }
  if (context.quiet) return out;
  if (marked) out += report::marks_legend(colour);
  return out + run::file_summary(results, context.verbose) + run::test_summary(results);
}

std::vector<report::Suite> suites(const std::vector<TestResult>& results, const Diagnostics& wrong) {
  auto all = run::test_suites(results);
  if (!wrong.has_errors()) return all;
  for (auto& suite : report::suites_of(wrong.sorted(), {})) {
    suite.name += " (reading)";
    all.push_back(std::move(suite));
  }
  return all;
}

std::string in_format(const Context& context, const Options& options, const program::Program& program,
                      const std::vector<TestResult>& all, const Diagnostics& wrong) {
  const auto results = only_asked_for(all, options.statuses);
  Diagnostics found = run::test_diagnostics(results, *context.files);
  found.append(wrong);
  switch (options.found.format) {
    case report::FindingFormat::text:
      break;
    case report::FindingFormat::json:
      return run::tests_json(results, program, DEMARCHE_VERSION);
    case report::FindingFormat::junit:
      return report::junit_xml(suites(results, wrong), tool_of("test"));
    case report::FindingFormat::tap:
      return report::tap(suites(results, wrong));
    case report::FindingFormat::github:
      return report::diagnostics_github(found.sorted());
    case report::FindingFormat::sarif:
      return report::diagnostics_sarif(found.sorted(), tool_of("test"));
  }
  return results_text(context, options, all, options.found.for_people() && context.color_on_output());
}

std::vector<std::string> indented(std::vector<std::string> lines, const std::string& head) {
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = (i == 0 ? head : "  ") + lines[i];
  return lines;
}

run::Explanation explain(const why::Reasoner& reasoner, const corpus::Document& document,
                         const program::Expectation& wanted, const evidence::Record* found) {
  if (found) return {indented(why::lines(reasoner.why_found(document, *found)), "why: "), {}};
  const auto reasons =
      reasoner.why_not(document, {wanted.actor, wanted.stance, wanted.issue, wanted.strength, wanted.at});
  run::Explanation explanation{indented(why::lines(reasons), "why not: "), {}};
  for (const auto& missing : reasons.missing) explanation.places.push_back(missing.range);
  return explanation;
}

void run_and_tell(Context& context, const Options& options, const Job& job, const Diagnostics& wrong,
                  const std::vector<const program::Test*>& tests) {
  run::TestOptions how;
  how.threads = options.threads > 0 ? options.threads : job.project.threads;
  how.traced = [&](const corpus::Document& document) { return job.analyser->analyse(document, {.trace = true}); };
  const auto& program = job.rules->program;
  const why::Reasoner reasoner(program, job.rules->actors);
  if (!options.no_why)
    how.explain = [&reasoner](const corpus::Document& document, const program::Expectation& wanted,
                              const evidence::Record* found) { return explain(reasoner, document, wanted, found); };
  const auto results = run::run_tests(
      tests, program, [&](const corpus::Document& document) { return job.analyser->analyse(document); }, how);
  for (const auto& result : results)
    if (result.failed()) context.exit_code = std::max<int>(context.exit_code, check_found);
  put_output(context, options.found.output, in_format(context, options, program, results, wrong));
  // A slip in a word list may fail a thousand tests, and its message is far above them.
  const bool failed = std::any_of(results.begin(), results.end(), [](const auto& result) { return result.failed(); });
  if (failed && wrong.has_errors() && options.found.for_people())
    std::fputs("the rules have errors (above): mend them first, tests may fail because of them\n", stderr);
}

// Rules with errors are no reason not to test the rest of them; the exit code tells.
std::optional<Job> test(Context& context, const Options& options) {
  Diagnostics wrong;
  auto job = prepare_rules(context, options.rules, wrong);
  if (!job) return std::nullopt;
  report(context, wrong);
  const auto tests = run::select_tests(job->rules->program, options.filter);
  if (tests.empty() && !options.filter.empty())
    no_such_test(context, job->rules->program, options.filter);
  else if (options.list)
    put_output(context, options.found.output, list_text(tests));
  else
    run_and_tell(context, options, *job, wrong, tests);
  return job;
}

void test_on_change(Context& context, const Options& options) {
  Watch watch(*context.files);
  while (true) {
    clear_screen();
    const auto job = test(context, options);
    if (!job) return;
    std::fputs("\nwaiting for a change of the rule files; Ctrl-C ends\n", stderr);
    std::fflush(stdout);
    watch.wait(job->rules->files, job->project.rules);
    context.exit_code = fine;
  }
}

void add_filters(CLI::App& command, Options& options) {
  const char* group = "Which tests";
  command.add_option("--filter", options.filter.names, "name: a part of it, or all of it with `*`; may be repeated")
      ->group(group);
  command.add_option("--file", options.filter.files, "file: a part of its path, or all of it with `*`")->group(group);
  command.add_option("--issue", options.filter.issues, "with an expectation about this issue")->group(group);
  command.add_option("--actor", options.filter.actors, "with an expectation about this actor, or where it speaks")
      ->group(group);
  command.add_option("--stance", options.filter.stances, "with an expectation of this stance")->group(group);
  command.add_option("--status", options.statuses, "show only those that come out so: right, todo, missing ...")
      ->check(CLI::IsMember(status_names()))
      ->group(group);
}

}  // namespace

void add_test(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("test", "run the tests that stand in rule files");
  command->footer(
      "Examples:\n  demarche test caucasus.stance\n  demarche test --issue sanctions --watch\n"
      "  demarche test --format junit --output tests.xml\n\n"
      "The exit code is 1 when a test fails, 2 when the rules have errors.");
  command->add_option("rules,--rules", options->rules,
                      "rule files or folders (default: the project's, else the library)");
  add_filters(*command, *options);
  command->add_option("--threads", options->threads, "threads (default: all)")->check(CLI::Range(0, 256));
  command->add_flag("--no-why", options->no_why, "do not look for the reason of each failure: faster where many fail");
  command->add_flag("--list", options->list, "only list the tests, with their places");
  command->add_flag("--watch", options->watch, "test again whenever a rule file changes");
  add_finding_options(*command, options->found);
  add_coverage_options(*command, options->coverage);
  add_mutate_options(*command, options->mutation);
  command->callback([&context, options] {
    options->mutation.all = options->coverage.all;
    options->mutation.json = options->coverage.json;
    if (options->mutation.on)
      mutate(context, options->rules, options->mutation, options->threads);
    else if (options->coverage.on)
      cover(context, options->rules, options->coverage);
    else if (options->watch)
      test_on_change(context, *options);
    else
      test(context, *options);
  });
}

}  // namespace demarche::cli
