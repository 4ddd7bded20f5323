#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

#include "cli/context.hpp"
#include "cli/known_ids.hpp"
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
  std::string against;
  std::string sentences;
  std::size_t most = 0;
  bool without_weak = false;
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
      auto& diagnostic =
          diagnostics.add(DiagnosticId::gold_unknown_document,
                          "line " + std::to_string(row.line) + ": the corpus has no document `" + row.doc + "`", path);
      if (const auto near = nearest(row.doc, {known.begin(), known.end()}); !near.empty())
        diagnostic.help = "did you mean `" + near + "`?";
    }
}

// Actors and issues of the gold that the rules do not have, each said once: their rows can only be misses, too.
void check_names(const std::string& path, const std::vector<run::GoldRow>& gold, const dsl::Compiled& rules,
                 Diagnostics& diagnostics) {
  std::vector<std::string> issues;
  for (const auto& issue : rules.program.issues) issues.push_back(issue.id);
  std::set<std::string> said;
  const auto say = [&](DiagnosticId id, const run::GoldRow& row, const std::string& message, const std::string& near) {
    auto& diagnostic = diagnostics.add(id, "line " + std::to_string(row.line) + ": " + message, path);
    diagnostic.severity = Severity::warning;
    diagnostic.help = near.empty() ? "its rows can only be misses" : "did you mean `" + near + "`?";
  };
  for (const auto& row : gold) {
    if (std::find(issues.begin(), issues.end(), row.issue) == issues.end() && said.insert(row.issue).second)
      say(DiagnosticId::unknown_issue, row, "no rule file defines the issue `" + row.issue + "`",
          nearest(row.issue, issues));
    if (rules.actors.find(row.actor) == lexicon::none && said.insert(row.actor).second)
      say(DiagnosticId::unknown_actor, row, "no actor list knows `" + row.actor + "`",
          meant_actor(row.actor, rules.actors));
  }
}

// Only coded documents count, so only they are analysed.
std::vector<evidence::DocumentResult> read_coded(const Context& context, const Job& job,
                                                 const run::CodedDocuments& coded, run::GoldTexts& texts,
                                                 Diagnostics& diagnostics) {
  Progress progress(context);
  return run::analyse_corpus(
      *context.files, job.project.corpus,
      [&](const corpus::Document& document) {
        texts.see(document);
        if (coded.empty() || coded.contains(document.id)) return job.analyser->analyse(document, {.trace = true});
        evidence::DocumentResult unread;
        unread.doc = document.id;
        return unread;
      },
      {job.project.threads, progress.callback()}, diagnostics);
}

// What the tables of the human coders say.
struct Coding {
  std::vector<run::GoldRow> gold;
  std::vector<run::GoldCell> cells;
  run::CodedDocuments coded;
  std::optional<run::CodedSentences> sentences;
  std::vector<run::GoldRow> against;
};

Coding read_coding(const Context& context, const Options& options, Diagnostics& diagnostics) {
  Coding coding;
  const auto& files = *context.files;
  coding.gold = run::read_gold(files, options.gold, diagnostics);
  if (!options.cells.empty()) coding.cells = run::read_gold_cells(files, options.cells, diagnostics);
  if (!options.docs.empty()) coding.coded = run::read_coded_documents(files, options.docs, diagnostics);
  if (!options.sentences.empty()) coding.sentences = run::read_coded_sentences(files, options.sentences, diagnostics);
  if (!options.against.empty()) coding.against = run::read_gold(files, options.against, diagnostics);
  return coding;
}

void print(const run::Evaluation& evaluation, const Options& options) {
  const auto text =
      options.json
          ? run::evaluation_json(evaluation)
          : run::evaluation_text(evaluation, {!options.brief, !options.brief, options.without_weak, options.most});
  std::fputs(text.c_str(), stdout);
}

run::EvaluateInput input_of(const Coding& coding, const std::vector<evidence::DocumentResult>& results,
                            const Options& options) {
  return {coding.gold,
          coding.cells,
          coding.coded,
          results,
          options.ascribed,
          nullptr,
          coding.sentences ? &*coding.sentences : nullptr};
}

// Two human coders: no rules and no corpus are needed. Without --docs, both coded the documents that either has rows
// of.
void compare_coders(const Coding& coding, const Options& options) {
  std::set<std::string> documents;
  for (const auto& [doc, limit] : coding.coded) documents.insert(doc);
  if (documents.empty())
    for (const auto* rows : {&coding.gold, &coding.against})
      for (const auto& row : *rows) documents.insert(row.doc);
  const auto results = run::as_results(coding.against, documents);
  print(run::evaluate(input_of(coding, results, options)), options);
}

void evaluate(Context& context, const Options& options) {
  Diagnostics diagnostics;
  const Coding coding = read_coding(context, options, diagnostics);
  report(context, diagnostics);
  if (diagnostics.has_errors()) return;
  if (!options.against.empty()) return compare_coders(coding, options);
  auto job = prepare(context, options.rules, options.corpus, {}, true);
  if (!job) return;
  run::GoldTexts texts(coding.gold);
  Diagnostics reading;
  const auto results = read_coded(context, *job, coding.coded, texts, reading);
  check_documents(options.gold, coding.gold, results, reading);
  check_names(options.gold, coding.gold, *job->rules, reading);
  report(context, reading);
  auto input = input_of(coding, results, options);
  input.texts = &texts;
  print(run::evaluate(input), options);
}

}  // namespace

void add_eval(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("eval", "compare the evidence with a human coder's table");
  command->footer(
      "Example:\n  demarche eval --gold gold.tsv --cells cells.tsv --corpus articles\n"
      "  demarche eval --gold anna.tsv --against ben.tsv     # two human coders\n\n"
      "The documents that were coded are all of the corpus, or those of --docs: one id a line, with an optional tab\n"
      "and the number of code points that were coded.");
  command
      ->add_option("--gold", options->gold, "table of stances: doc start end actor speaker issue stance strength note")
      ->required();
  command->add_option("--cells", options->cells,
                      "table of net stances: doc actor issue stance (default: made from the gold)");
  command->add_option("--docs", options->docs, "list of the documents that were coded");
  command->add_option("--against", options->against,
                      "a second coder's table instead of the evidence: no corpus is needed");
  command->add_option("--sentences", options->sentences,
                      "the sentences that were coded: doc start end; else whole documents");
  command->add_option("--most", options->most, "show at most so many mistakes");
  command->add_flag("--without-weak", options->without_weak, "break the rows down without weak gold rows");
  command->add_flag("--json", options->json, "figures and mistakes as JSON");
  command->add_flag("--brief", options->brief, "only the totals");
  command->add_flag("--ascribed", options->ascribed, "count what third parties claim as evidence, too");
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  command->callback([&context, options] { evaluate(context, *options); });
}

}  // namespace demarche::cli
