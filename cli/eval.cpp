#include <cstdio>
#include <set>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "engine/run/evaluate.hpp"
#include "engine/run/evaluation_text.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  std::string gold;
  std::string cells;
  std::string docs;
  bool json = false;
  bool brief = false;
  bool ascribed = false;
};

// Documents of the gold that the corpus does not have: their rows can only be misses, so it is said.
void check_documents(const std::string& path, const std::vector<run::GoldRow>& gold,
                     const std::vector<evidence::DocumentResult>& results, Diagnostics& diagnostics) {
  std::set<std::string> known;
  for (const auto& result : results) known.insert(result.doc);
  std::set<std::string> said;
  for (const auto& row : gold)
    if (!known.contains(row.doc) && said.insert(row.doc).second) {
      auto& diagnostic = diagnostics.add(DiagnosticId::gold_unknown_document,
                                         "line " + std::to_string(row.line) + ": the corpus has no document `" + row.doc + "`", path);
      if (const auto near = nearest(row.doc, {known.begin(), known.end()}); !near.empty())
        diagnostic.help = "did you mean `" + near + "`?";
    }
}

// Only coded documents count, so only they are analysed.
std::vector<evidence::DocumentResult> read_coded(const Context& context, const Job& job, const run::CodedDocuments& coded,
                                                 run::GoldTexts& texts, Diagnostics& diagnostics) {
  Progress progress(context);
  return run::analyse_corpus(
      *context.files, job.project.corpus,
      [&](const corpus::Document& document) {
        texts.see(document);
        if (coded.empty() || coded.contains(document.id)) return job.analyser->analyse(document);
        evidence::DocumentResult unread;
        unread.doc = document.id;
        return unread;
      },
      {job.project.threads, progress.callback()}, diagnostics);
}

void evaluate(Context& context, const Options& options) {
  Diagnostics diagnostics;
  const auto gold = run::read_gold(*context.files, options.gold, diagnostics);
  const auto cells = options.cells.empty() ? std::vector<run::GoldCell>{}
                                           : run::read_gold_cells(*context.files, options.cells, diagnostics);
  const auto coded = options.docs.empty() ? run::CodedDocuments{}
                                          : run::read_coded_documents(*context.files, options.docs, diagnostics);
  report(context, diagnostics);
  if (diagnostics.has_errors()) return;
  auto job = prepare(context, options.rules, options.corpus, {}, true);
  if (!job) return;
  run::GoldTexts texts(gold);
  Diagnostics reading;
  const auto results = read_coded(context, *job, coded, texts, reading);
  check_documents(options.gold, gold, results, reading);
  report(context, reading);
  const auto evaluation = run::evaluate({gold, cells, coded, results, options.ascribed, &texts});
  const auto text = options.json ? run::evaluation_json(evaluation)
                                 : run::evaluation_text(evaluation, {!options.brief, !options.brief});
  std::fputs(text.c_str(), stdout);
}

}  // namespace

void add_eval(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("eval", "compare the evidence with a human coder's table");
  command->footer("Example:\n  demarche eval --gold gold.tsv --cells cells.tsv --corpus articles\n\n"
                  "The documents that were coded are all of the corpus, or those of --docs: one id a line, with an optional tab\n"
                  "and the number of code points that were coded.");
  command->add_option("--gold", options->gold, "table of stances: doc start end actor speaker issue stance strength note")
      ->required();
  command->add_option("--cells", options->cells, "table of net stances: doc actor issue stance (default: made from the gold)");
  command->add_option("--docs", options->docs, "list of the documents that were coded");
  command->add_flag("--json", options->json, "figures and mistakes as JSON");
  command->add_flag("--brief", options->brief, "only the totals");
  command->add_flag("--ascribed", options->ascribed, "count what third parties claim as evidence, too");
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  command->callback([&context, options] { evaluate(context, *options); });
}

}  // namespace demarche::cli
