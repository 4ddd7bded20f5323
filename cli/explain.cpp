#include "engine/run/explain.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/context.hpp"
#include "cli/explain_text.hpp"
#include "cli/known_ids.hpp"
#include "cli/project.hpp"
#include "engine/report/cell_text.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  std::string actor;
  std::string issue;
  std::string doc;
  bool json = false;
};

// Says so when the actor or the issue does not exist: else a misspelling would look like silence.
bool known(Context& context, const Options& options, const dsl::Compiled& rules) {
  std::vector<std::string> issues;
  for (const auto& issue : rules.program.issues) issues.push_back(issue.id);
  const bool actor = known_actor(context, options.actor, rules.actors);
  return known_id(context, "issue", options.issue, issues) && actor;
}

void explain(Context& context, const Options& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job || !known(context, options, *job->rules)) return;
  // The cell that is asked for, whether or not the matrix of the rules shows it.
  const auto results = analyse(context, *job, true);
  const auto matrix = make_matrix(context, *job, results);
  if (!matrix) return;
  const auto explanation =
      run::explain(results, options.actor, options.issue, options.doc, matrix->options, job->rules->actors);
  if (options.json) {
    std::fputs(run::explanation_json(explanation).c_str(), stdout);
    return;
  }
  std::fputs(run::explanation_head(explanation).c_str(), stdout);
  for (const auto* record : explanation.records)
    std::fputs(("\n" + record_text(*record, context.color_on_output())).c_str(), stdout);
  if (!explanation.silences.empty()) std::fputs("\nnot coded:\n", stdout);
  for (const auto& [result, silence] : explanation.silences)
    std::fputs(("  " + result->doc + ", code points " + std::to_string(silence->sentence_range.start) + " to " +
                std::to_string(silence->sentence_range.end) + ": " + silence_text(*silence))
                   .c_str(),
               stdout);
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("explain", "why a cell of the matrix says what it says, or says nothing");
  command->footer(
      "Example:\n  demarche explain IRN zangezur-corridor\n  demarche explain IRN sanctions --doc article-17.txt "
      "--json");
  command->add_option("actor", options->actor, "actor id: IRN, EU ...")->required();
  command->add_option("issue", options->issue, "issue id")->required();
  command->add_option("--doc", options->doc, "only this document");
  command->add_flag("--json", options->json, "as JSON");
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  add_matrix_options(*command, options->matrix);
  command->callback([&context, options] { explain(context, *options); });
}

}  // namespace demarche::cli
