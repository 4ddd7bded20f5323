#include "cli/mutate.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "cli/findings.hpp"
#include "cli/project.hpp"
#include "engine/run/mutation_text.hpp"

namespace demarche::cli {

namespace {

// A line on stderr that is overwritten; only on a terminal, only after a second.
class Counter {
 public:
  explicit Counter(const Context& context) : shows_(!context.quiet && isatty(STDERR_FILENO)) {}
  ~Counter() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }
  void tell(std::size_t done, std::size_t all) {
    const auto now = std::chrono::steady_clock::now();
    if (!shows_ || now - last_ < std::chrono::seconds(1)) return;
    last_ = now;
    shown_ = true;
    std::fprintf(stderr, "\r%zu of %zu mutants\x1b[K", done, all);
    std::fflush(stderr);
  }

 private:
  bool shows_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Whether a file lies in the folder of the library, however the two are written.
bool lies_in(const std::string& file, const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path relative = fs::relative(file, folder, error);
  return !error && !relative.empty() && *relative.begin() != "..";
}

// No mutant to run is a slip, not a success.
bool has_mutants(Context& context, const run::MutationReport& result, const run::MutationOptions& options) {
  if (result.possible > 0) return true;
  std::string files;
  for (const std::string& file : options.files) files += (files.empty() ? " in a file like `" : "`, `") + file;
  std::fprintf(stderr, "demarche: the rules hold nothing that could be changed%s\n",
               files.empty() ? "" : (files + "`").c_str());
  context.exit_code = wrong_input;
  return false;
}

void check_score(Context& context, const run::MutationReport& result, double least) {
  const double percent = result.score().percent();
  if (percent >= least) return;
  std::fprintf(stderr, "demarche: tests notice %.1f%% of the mutants; at least %.1f%% were asked for\n", percent,
               least);
  context.exit_code = std::max<int>(context.exit_code, check_found);
}

}  // namespace

void add_mutate_options(CLI::App& command, MutateOptions& options) {
  const char* group = "Mutation";
  command
      .add_flag("--mutate", options.on,
                "change one thing of the rules at a time, and name the changes that no test notices")
      ->group(group);
  command.add_option("--sample", options.run.sample, "only so many changes, drawn by --seed (default: all)")
      ->check(CLI::PositiveNumber)
      ->group(group);
  command.add_option("--seed", options.run.seed, "which sample (default: 1)")->group(group);
  command
      .add_option("--only-file", options.run.files,
                  "only changes in this rule file: a part of its path, or all of it with `*` (default: not the "
                  "library's, unless "
                  "there are no others)")
      ->group(group);
  command.add_option("--time-limit", options.run.seconds, "begin no more changes after so many seconds")
      ->check(CLI::PositiveNumber)
      ->group(group);
  command
      .add_option("--min-score", options.min_score, "the least share noticed, in per cent; the exit code is 1 below it")
      ->check(CLI::Range(0, 100))
      ->group(group);
  command.add_option("--survivors", options.survivors, "write a table (TSV) of the changes that no test notices")
      ->group(group);
}

void mutate(Context& context, const std::vector<std::string>& rules, const MutateOptions& options, unsigned threads) {
  Diagnostics diagnostics;
  const auto job = prepare_rules(context, rules, diagnostics, true);
  if (!job) return;
  report(context, diagnostics);
  run::MutationOptions how = options.run;
  how.threads = threads > 0 ? threads : job->project.threads;
  const std::string library = find_library(context);
  how.in_library = [&library](const std::string& file) { return lies_in(file, library); };
  run::MutationReport result;
  {
    Counter counter(context);
    how.progress = [&counter](std::size_t done, std::size_t all) { counter.tell(done, all); };
    result = run::mutate(job->rules->program, job->rules->actors, how);
  }
  if (!has_mutants(context, result, how)) return;
  if (!options.json.empty()) put_output(context, options.json, run::mutation_json(result, how, DEMARCHE_VERSION));
  if (!options.survivors.empty()) put_output(context, options.survivors, run::survivors_table(result));
  if (!context.quiet) std::fputs(run::mutation_text(result, options.all).c_str(), stdout);
  check_score(context, result, options.min_score);
}

}  // namespace demarche::cli
