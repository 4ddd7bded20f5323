#include "cli/coverage.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "cli/project.hpp"
#include "engine/run/coverage.hpp"
#include "engine/run/coverage_pages.hpp"
#include "engine/run/coverage_text.hpp"
#include "engine/run/rule_tests.hpp"

namespace demarche::cli {

namespace {

namespace fs = std::filesystem;

// Something that was expected came out so, and nothing else went wrong.
bool is_right(const run::TestResult& result) {
  return !result.failed() &&
         std::any_of(result.expectations.begin(), result.expectations.end(),
                     [](const auto& expectation) { return expectation.status == run::TestStatus::right; });
}

void run_tests(const Job& job, run::Coverage& coverage) {
  const auto& program = job.rules->program;
  run::AnalyseOptions options{.trace = true};
  options.watch = [&](const evidence::SentenceReading& reading) {
    coverage.add_sentence(reading, job.analyser->lexis());
  };
  for (const program::Test& test : program.tests) {
    const auto result = run::run_test(
        test, program, [&](const corpus::Document& document) { return job.analyser->analyse(document, options); });
    if (is_right(result))
      coverage.add_test(test, result.found);
    else
      coverage.drop_sentences();
  }
}

// One document after the other, on one thread: the words of a document's sentences belong to it. Says whether any
// could be read.
bool run_corpus(Context& context, const Job& job, run::Coverage& coverage) {
  Diagnostics diagnostics;
  run::AnalyseOptions options{.trace = true};
  options.watch = [&](const evidence::SentenceReading& reading) {
    coverage.add_sentence(reading, job.analyser->lexis());
  };
  const auto documents = run::analyse_corpus(
      *context.files, job.project.corpus,
      [&](const corpus::Document& document) {
        auto result = job.analyser->analyse(document, options);
        coverage.add_document(result);
        evidence::DocumentResult only_name;
        only_name.doc = result.doc;
        return only_name;
      },
      {1, {}}, diagnostics);
  report(context, diagnostics);
  return !documents.empty();
}

bool is_below(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  const fs::path above = fs::weakly_canonical(folder, error);
  return std::mismatch(above.begin(), above.end(), whole.begin(), whole.end()).first == above.end();
}

// A project's tests answer for the project's rules. Only who tests the library itself sees how it is covered.
void leave_library_out(const Context& context, const Job& job, run::CoverageReport& report) {
  const fs::path library = find_library(context);
  auto of_library = [&](const std::string& file) { return is_below(file, library); };
  const auto& rules = job.project.rules;
  if (rules.empty() || std::any_of(rules.begin(), rules.end(), of_library)) return;
  report.drop_files(of_library);
}

void write_table(Context& context, const std::string& path, const std::string& text) {
  const std::string problem = context.files->write_whole(path, text);
  if (problem.empty()) return;
  std::fprintf(stderr, "demarche: %s cannot be written: %s\n", path.c_str(), problem.c_str());
  context.exit_code = no_access;
}

// The texts of the rule files that the report speaks of.
std::map<std::string, std::string> sources_of(const Context& context, const run::CoverageReport& result) {
  std::map<std::string, std::string> sources;
  for (const auto& part : result.parts) {
    if (sources.count(part.place.file) != 0) continue;
    if (auto text = context.files->read(part.place.file); text.bytes)
      sources.emplace(part.place.file, std::move(*text.bytes));
  }
  return sources;
}

void write_pages(Context& context, const run::CoverageReport& result, const CoverageOptions& options) {
  if (!options.json.empty()) write_table(context, options.json, run::coverage_json(result, DEMARCHE_VERSION));
  if (!options.html.empty())
    write_table(context, options.html, run::coverage_html(result, sources_of(context, result), DEMARCHE_VERSION));
}

}  // namespace

void add_coverage_options(CLI::App& command, CoverageOptions& options) {
  const char* group = "Coverage";
  auto* on =
      command.add_flag("--coverage", options.on, "say which rules, lines, alternatives and guards the tests exercise");
  on->group(group);
  command.add_flag("--with-corpus", options.with_corpus, "also what fires on the project's corpus")
      ->needs(on)
      ->group(group);
  command.add_option("--corpus", options.corpus, "also what fires on these texts: file or folder; may be repeated")
      ->allow_extra_args(false)
      ->needs(on)
      ->group(group);
  command.add_flag("--all", options.all, "list everything that no test exercises or notices")->group(group);
  command.add_option("--min", options.min, "the least share in per cent; the exit code is 1 below it")
      ->check(CLI::Range(0, 100))
      ->group(group);
  command.add_option("--json", options.json, "write the coverage, or the mutants, as JSON")->group(group);
  command.add_option("--html", options.html, "write the coverage as a page: the rule files, coloured")->group(group);
  command.add_option("--table", options.table, "write a table (TSV) of all parts with what exercises them")
      ->group(group);
}

void cover(Context& context, const std::vector<std::string>& rules, const CoverageOptions& options) {
  Diagnostics diagnostics;
  auto job = prepare_rules(context, rules, diagnostics, true);
  if (!job) return;
  CorpusOptions corpus;
  corpus.corpus = options.corpus;
  if (!options.corpus.empty()) job->project.corpus = corpus_of(corpus);
  if (options.reads_corpus() && !has_corpus(context, job->project)) return;
  report(context, diagnostics);
  run::Coverage coverage(job->rules->program);
  run_tests(*job, coverage);
  if (options.reads_corpus() && !run_corpus(context, *job, coverage) && context.exit_code != fine) {
    std::fputs("demarche: no document could be read: nothing is written\n", stderr);
    return;
  }
  run::CoverageReport result = coverage.report();
  leave_library_out(context, *job, result);
  if (!options.table.empty()) write_table(context, options.table, run::coverage_table(result));
  write_pages(context, result, options);
  if (!context.quiet) std::fputs(run::coverage_text(result, options.all).c_str(), stdout);
  if (result.share().percent() < options.min) {
    std::fprintf(stderr, "demarche: %.1f%% of the rules are exercised by tests; at least %.1f%% were asked for\n",
                 result.share().percent(), options.min);
    context.exit_code = std::max<int>(context.exit_code, check_found);
  }
}

}  // namespace demarche::cli
