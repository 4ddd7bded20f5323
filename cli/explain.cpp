#include "engine/run/explain.hpp"

#include <algorithm>
#include <cstdio>

#include "cli/context.hpp"
#include "cli/known_ids.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "cli/sentence.hpp"
#include "engine/run/why_proof.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  SentenceOptions sentence;
  std::vector<std::string> what;  // actor and issue, or a sentence
  std::string doc;
  std::string test;
  std::size_t limit = 5;
  bool json = false;
};

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? "" : "; did you mean `" + near + "`?";
}

// Says so when the actor or the issue does not exist: else a misspelling would look like silence.
bool known(Context& context, const Options& options, const dsl::Compiled& rules) {
  std::vector<std::string> issues;
  for (const auto& issue : rules.program.issues) issues.push_back(issue.id);
  const bool actor = known_actor(context, options.what[0], rules.actors);
  return known_id(context, "issue", options.what[1], issues) && actor;
}

bool known_document(Context& context, const std::string& doc, const std::vector<evidence::DocumentResult>& results) {
  std::vector<std::string> ids;
  for (const auto& result : results) ids.push_back(result.doc);
  if (std::find(ids.begin(), ids.end(), doc) != ids.end()) return true;
  say_wrong(context, "there is no document `" + doc + "` in the corpus" + did_you_mean(doc, ids));
  return false;
}

// Files of the library as `import` names them, wherever it lies.
void shorten_places(run::Proof& proof, const std::string& library) {
  std::string& file = proof.place.file;
  if (!library.empty() && file.starts_with(library + "/")) file.erase(0, library.size() + 1);
  for (run::Proof& child : proof.children) shorten_places(child, library);
}

void print(run::Proof proof, const Context& context, const Options& options) {
  shorten_places(proof, find_library(context));
  std::fputs((options.json ? run::proof_json(proof) : run::proof_text(proof, context.color_on_output())).c_str(),
             stdout);
}

void explain_cell(Context& context, const Options& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job || !known(context, options, *job->rules)) return;
  const auto results = analyse(context, *job, false);
  if (!options.doc.empty() && !known_document(context, options.doc, results)) return;
  const auto matrix = make_matrix(context, *job, results);
  if (!matrix) return;
  const auto& program = job->rules->program;
  // The cell that is asked for, whether or not the matrix of the rules shows it.
  const auto explanation =
      run::explain(results, options.what[0], options.what[1], options.doc, matrix->options, job->rules->actors);
  const why::Reasoner reasoner(program, job->rules->actors);
  run::ProofJob proof_job{run::documents_to_prove(explanation, results, options.limit), nullptr, options.what[0],
                          options.what[1]};
  if (!position::is_position(explanation.cell.code)) proof_job.reasoner = &reasoner;
  Diagnostics again;  // the same as at the first reading, which has said them
  const auto proven = run::prove_documents(*context.files, job->project.corpus, *job->analyser, program,
                                           job->rules->actors, proof_job, {job->project.threads, {}}, again);
  run::Proof proof = run::cell_proof(explanation, results, proven, options.limit);
  if (!options.json) return print(std::move(proof), context, options);
  shorten_places(proof, find_library(context));
  std::fputs(run::explanation_json(explanation, results, proven, options.limit, proof).c_str(), stdout);
}

// Everything that a document gave, and what it did not give.
run::Proof document_tree(const run::ProvenDocument& proven, const std::string& title) {
  run::Proof root{"document", title, {}, std::nullopt, {}, {}};
  for (const auto& record : proven.records) root.children.push_back(record);
  for (const auto& silence : proven.silences) root.children.push_back(silence);
  if (root.children.empty())
    root.add({"nothing", "no sentence holds words of an issue that the rules know", {}, std::nullopt, {}, {}});
  return root;
}

void explain_document(Context& context, const Options& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job) return;
  const auto results = analyse(context, *job, false);
  if (!known_document(context, options.doc, results)) return;
  Diagnostics again;
  const auto proven =
      run::prove_documents(*context.files, job->project.corpus, *job->analyser, job->rules->program, job->rules->actors,
                           {{options.doc}, nullptr, {}, {}}, {job->project.threads, {}}, again);
  print(document_tree(proven.at(options.doc), options.doc), context, options);
}

void explain_sentence(Context& context, const Options& options) {
  const auto document = make_document(context, options.what[0], options.sentence);
  if (!document) return;
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job || !known_speakers(context, options.sentence, job->rules->actors)) return;
  const auto proven = run::prove(*job->analyser, job->rules->program, job->rules->actors, *document);
  print(document_tree(proven, "this text"), context, options);
}

void explain_test(Context& context, const Options& options) {
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job) return;
  const auto& program = job->rules->program;
  std::vector<std::string> names;
  for (const auto& test : program.tests) names.push_back(test.name);
  const auto test = std::find_if(program.tests.begin(), program.tests.end(),
                                 [&](const auto& one) { return one.name == options.test; });
  if (test == program.tests.end())
    return say_wrong(context, "there is no test \"" + options.test + "\"" + did_you_mean(options.test, names));
  const why::Reasoner reasoner(program, job->rules->actors);
  print(run::test_proof(*test, *job->analyser, program, job->rules->actors, reasoner), context, options);
}

void explain(Context& context, const Options& options) {
  if (!options.test.empty()) return explain_test(context, options);
  if (options.what.size() == 2) return explain_cell(context, options);
  if (options.what.size() == 1) {
    if (options.what[0] == "-" || options.what[0].find(' ') != std::string::npos)
      return explain_sentence(context, options);
    return say_wrong(context, "`" + options.what[0] +
                                  "` is no sentence; for a cell name an actor and an issue: demarche explain " +
                                  options.what[0] + " sanctions");
  }
  if (!options.doc.empty()) return explain_document(context, options);
  say_wrong(context,
            "nothing to explain; name an actor and an issue, a sentence in quotes, --doc ID or --test \"NAME\"");
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("explain", "why a cell says what it says, why a text gave what it gave, and why not");
  command->footer(
      "Examples:\n"
      "  demarche explain IRN zangezur-corridor\n"
      "  demarche explain IRN sanctions --doc article-17.txt --json\n"
      "  demarche explain --doc article-17.txt\n"
      "  demarche explain \"We strongly reject these sanctions.\" --speaking IRN\n"
      "  demarche explain --test \"a metonym and a pronoun\"");
  command
      ->add_option("what", options->what, "actor and issue: IRN sanctions; or a sentence, or - for the standard input")
      ->expected(0, 2);
  command->add_option("--doc", options->doc, "this document; alone, or for the cell of actor and issue");
  command->add_option("--test", options->test,
                      "the test of that name in the rules: what met its expectations, and why not");
  command->add_option("--limit", options->limit, "show so many pieces of each kind (default: 5)")
      ->check(CLI::Range(1, 100000));
  command->add_flag("--json", options->json, "as JSON");
  add_sentence_options(*command, options->sentence);
  add_rule_options(*command, options->rules);
  command->get_option("--rules")->allow_extra_args(false);  // what follows a path is an actor or a sentence
  add_corpus_options(*command, options->corpus);
  command->get_option("--corpus")->allow_extra_args(false);
  add_matrix_options(*command, options->matrix);
  command->callback([&context, options] { explain(context, *options); });
}

}  // namespace demarche::cli
