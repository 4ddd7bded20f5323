#include <cstdio>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/report/matrix_json.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  std::string stage;
};

void dump(Context& context, const Options& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job) return;
  const auto results = analyse(context, *job, false);
  if (options.stage == "evidence") {
    std::fputs(report::evidence_jsonl(results).c_str(), stdout);
    return;
  }
  if (const auto matrix = make_matrix(context, *job, results))
    std::fputs(report::matrix_json(*matrix, results, {DEMARCHE_VERSION, job->rules->program.hash}).c_str(), stdout);
}

}  // namespace

void add_dump(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("dump", "print what a stage of the work gives");
  command->footer("Example:\n  demarche dump --stage evidence --corpus article.txt");
  command->add_option("--stage", options->stage, "the stage to print")
      ->required()
      ->check(CLI::IsMember({"evidence", "matrix"}));
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  add_matrix_options(*command, options->matrix);
  command->callback([&context, options] { dump(context, *options); });
}

}  // namespace demarche::cli
