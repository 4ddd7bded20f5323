#include <cstdio>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "cli/table.hpp"
#include "dsl/compile/dump.hpp"
#include "dsl/syntax/parse.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/report/matrix_json.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  std::string stage;
};

void print(const std::string& text) { std::fputs(text.c_str(), stdout); }

// The rule files as they are written, broken ones too.
void dump_trees(Context& context, const Options& options) {
  if (options.rules.rules.empty()) {
    std::fputs("demarche: name the rule files with --rules\n", stderr);
    context.exit_code = wrong_input;
  }
  Diagnostics diagnostics;
  for (const auto& path : options.rules.rules)
    if (const auto file = run::read_source(*context.files, path, diagnostics)) print(dsl::syntax::dump(dsl::syntax::parse(file)));
  report(context, diagnostics);
}

void dump_program(Context& context, const Options& options) {
  if (const auto job = prepare(context, options.rules, {}, {}, false)) print(dsl::dump(job->rules->program));
}

void dump_results(Context& context, const Options& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job) return;
  const auto results = analyse(context, *job, false);
  if (options.stage == "evidence") {
    print(report::evidence_jsonl(results));
  } else if (const auto matrix = make_matrix(context, *job, results)) {
    print(report::matrix_json(*matrix, results, provenance_of(*job, results)));
  }
}

// The documents in the order in which they are read.
void dump_documents(Context& context, const Options& options) {
  const auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job) return;
  const auto stage = options.stage == "tokens"     ? evidence::InspectStage::tokens
                     : options.stage == "mentions" ? evidence::InspectStage::mentions
                                                   : evidence::InspectStage::holders;
  Diagnostics diagnostics;
  for (const auto& path : job->project.corpus.paths)
    corpus::read_corpus(*context.files, path, job->project.corpus.read, [&](corpus::Document&& document) {
      print("document " + document.id + "\n" + job->analyser->inspect(document, stage));
    }, diagnostics);
  report(context, diagnostics);
}

void dump(Context& context, const Options& options) {
  if (options.stage == "tree") return dump_trees(context, options);
  if (options.stage == "program") return dump_program(context, options);
  if (options.stage == "evidence" || options.stage == "matrix") return dump_results(context, options);
  dump_documents(context, options);
}

}  // namespace

void add_dump(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("dump", "print what a stage of the work gives");
  command->footer("Example:\n  demarche dump --stage tree --rules caucasus.stance\n"
                  "  demarche dump --stage evidence --corpus article.txt");
  command->add_option("--stage", options->stage, "tree, program (of rules); tokens, mentions, holders, evidence, matrix (of a corpus)")
      ->required()
      ->check(CLI::IsMember({"tree", "program", "tokens", "mentions", "holders", "evidence", "matrix"}));
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  add_matrix_options(*command, options->matrix);
  command->callback([&context, options] { dump(context, *options); });
}

}  // namespace demarche::cli
