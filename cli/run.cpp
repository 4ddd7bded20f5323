#include <algorithm>
#include <cstdio>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "cli/table.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/run/outputs.hpp"

namespace demarche::cli {

namespace {

constexpr std::size_t names_shown = 20;  // unknown names on the screen; the table has all of them

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  std::string out;
  bool plain = false;
  bool account = false;
};

void print_summary(const std::vector<evidence::DocumentResult>& results, const std::vector<std::string>& written) {
  std::size_t records = 0;
  std::size_t silences = 0;
  for (const auto& result : results) {
    records += result.records.size();
    silences += result.silences.size();
  }
  std::printf("\n%zu %s, %zu %s of evidence; %zu %s with an issue and no position, each with its reason\n",
              results.size(), results.size() == 1 ? "document" : "documents", records,
              records == 1 ? "piece" : "pieces", silences, silences == 1 ? "place" : "places");
  for (const auto& path : written) std::printf("  %s\n", path.c_str());
}

void run(Context& context, const Options& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job) return;
  const std::string out = options.out.empty() ? job->project.out : options.out;
  run::NameBook names;
  const auto results = analyse(context, *job, false, options.account ? &names : nullptr);
  if (results.empty()) {
    std::fprintf(stderr, "no document could be read: nothing is written to %s\n", out.c_str());
    context.exit_code = std::max<int>(context.exit_code, wrong_input);
    return;
  }
  const auto matrix = make_matrix(context, *job, results);
  if (!matrix) return;
  Diagnostics diagnostics;
  auto written = run::write_outputs(*context.files, out, *matrix, results, provenance_of(*job, results), diagnostics);
  run::Account account;
  if (options.account) {
    account = run::account_of(results, std::move(names).take());
    for (const auto& path : run::write_account(*context.files, out, account, diagnostics)) written.push_back(path);
  }
  report(context, diagnostics);
  if (context.quiet) return;
  const auto signs = options.plain || !unicode_output() ? report::Signs::plain : report::Signs::unicode;
  std::fputs(report::matrix_terminal(*matrix, {terminal_width(), context.color_on_output(), signs}).c_str(), stdout);
  if (options.account) std::fputs(run::account_text(account, names_shown).c_str(), stdout);
  print_summary(results, written);
}

}  // namespace

void add_run(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("run", "read a corpus, write the evidence and the matrix of positions");
  command->footer(
      "Example:\n  demarche run --rules caucasus.stance --corpus articles --out tables\n"
      "  demarche run                 # in a folder with a demarche.yaml\n\n"
      "Writes evidence.jsonl, documents.jsonl, run.json, matrix.csv, matrix.json and matrix.md. What cannot be read\n"
      "is said and the rest goes on; the exit code is then 3 (not readable) or 2 (wrong content).");
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  add_matrix_options(*command, options->matrix);
  command->add_option("--out", options->out, "folder for the outputs (default: the project's, else `out`)");
  command->add_flag("--account", options->account,
                    "also what became of every sentence, and names no actor list knows: account.tsv, "
                    "unknown-names.tsv, account.json");
  command->add_flag("--plain", options->plain, "ASCII signs only");
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace demarche::cli
