#include <algorithm>
#include <cstdio>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "engine/corpus/reader.hpp"
#include "engine/import/corpus_words.hpp"
#include "engine/import/dictionary.hpp"
#include "engine/import/dna_file.hpp"
#include "engine/import/mapping.hpp"
#include "engine/import/statement_table.hpp"
#include "engine/report/documents_jsonl.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/run/stored.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::cli {

namespace {

struct Options {
  std::string file;
  std::string out;
  std::string as = "evidence";
  std::string map;
  import::Variables variables;
  bool texts = false;
  RuleOptions rules;
  std::vector<std::string> corpus;
};

// Writes what was made and says so; keeps the number of what went wrong.
class Writer {
 public:
  explicit Writer(Context& context) : context_(context) {}
  ~Writer() { report(context_, diagnostics_); }
  void write(const std::string& path, const std::string& bytes, const std::string& what) {
    const std::string error = context_.files->write_whole(path, bytes);
    if (!error.empty()) diagnostics_.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
    if (error.empty() && !context_.quiet) std::printf("%s: %s\n", path.c_str(), what.c_str());
  }

 private:
  Context& context_;
  Diagnostics diagnostics_;
};

std::string count_of(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// What was not taken over, each with its place in the file.
void say_left_out(const Context& context, const std::string& file, const std::vector<std::string>& lines) {
  if (context.quiet) return;
  for (const auto& line : lines) std::fprintf(stderr, "%s: %s\n", file.c_str(), line.c_str());
}

std::optional<std::string> read_bytes(Context& context, const std::string& path) {
  auto file = context.files->read(path);
  if (file.bytes) return std::move(file.bytes);
  Diagnostics diagnostics;
  const bool missing = context.files->kind(path) == FileSystem::Kind::missing;
  diagnostics.add(missing ? DiagnosticId::file_not_found : DiagnosticId::file_unreadable,
                  "cannot read `" + path + "`: " + file.error, path);
  report(context, diagnostics);
  return std::nullopt;
}

// ---- coded statements ----

// The mapping that the user corrected, or a draft, which is written for the user to correct.
std::optional<import::Mapping> mapping_of(Context& context, const Options& options, const import::Coded& coded,
                                          const Job& job, Writer& writer) {
  const std::string path = options.map.empty() ? options.out + "/map.yaml" : options.map;
  if (!options.map.empty() || context.files->kind(path) == FileSystem::Kind::file) {
    Diagnostics diagnostics;
    const auto source = run::read_source(*context.files, path, diagnostics);
    auto mapping = source ? import::read_mapping(source, diagnostics) : std::nullopt;
    report(context, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    if (mapping) say_left_out(context, path, import::gaps_of(*mapping, coded));
    return mapping;
  }
  auto mapping = import::draft_mapping(coded, job.rules->actors, job.rules->program);
  writer.write(path, import::mapping_yaml(mapping, coded, job.rules->actors, job.rules->program),
               "a first draft of who is who and what is what; correct it and import again");
  return mapping;
}

void write_coded(Context& context, const Options& options, import::Coded coded) {
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job) return;
  Writer writer(context);
  const auto mapping = mapping_of(context, options, coded, *job, writer);
  if (!mapping) return;
  if (options.as == "gold") {
    const std::string gold = import::as_gold(coded, *mapping, coded.left_out);
    const auto rows = static_cast<std::size_t>(std::count(gold.begin(), gold.end(), '\n')) - 1;
    writer.write(options.out + "/gold.tsv", gold, count_of(rows, "row", "rows") + " for demarche eval");
  } else {
    const auto results = import::as_evidence(coded, *mapping);
    std::size_t records = 0;
    for (const auto& result : results) records += result.records.size();
    writer.write(options.out + "/" + run::evidence_file, report::evidence_jsonl(results),
                 count_of(records, "piece", "pieces") + " of evidence from " +
                     count_of(coded.statements.size(), "statement", "statements"));
    writer.write(options.out + "/" + run::documents_file, report::documents_jsonl(results),
                 count_of(results.size(), "document", "documents"));
  }
  if (options.texts)
    writer.write(options.out + "/corpus.jsonl", import::as_corpus(coded), "the texts, for demarche run");
  say_left_out(context, options.file, coded.left_out);
}

using ReadCoded = std::optional<import::Coded> (*)(std::string_view, const import::Variables&, std::string&);

void import_coded(Context& context, const Options& options, ReadCoded read) {
  const auto bytes = read_bytes(context, options.file);
  if (!bytes) return;
  std::string error;
  auto coded = read(*bytes, options.variables, error);
  if (!coded) return say_wrong(context, "`" + options.file + "`: " + error);
  write_coded(context, options, std::move(*coded));
}

void add_coded(CLI::App& parent, Context& context, const char* name, const char* what, ReadCoded read) {
  auto options = std::make_shared<Options>();
  auto* command = parent.add_subcommand(name, what);
  command->add_option("file", options->file, "the file")->required();
  command->add_option("--out", options->out, "folder for evidence.jsonl, documents.jsonl (or gold.tsv) and map.yaml")
      ->required();
  command->add_option("--as", options->as, "evidence, for every table command with --from; or gold, for demarche eval")
      ->check(CLI::IsMember({"evidence", "gold"}))
      ->capture_default_str();
  command->add_option("--map", options->map,
                      "who is who and what is what (default: map.yaml of --out, drafted when missing)");
  command->add_option("--actor", options->variables.actor,
                      "the variable that says whose statement it is (default: organization)");
  command->add_option("--speaker", options->variables.speaker, "the variable with the person (default: person)");
  command->add_option("--issue", options->variables.issue,
                      "the variable that says what it is about (default: concept)");
  command->add_option("--agreement", options->variables.agreement,
                      "the variable that says yes or no (default: agreement)");
  if (std::string_view(name) == "dna")
    command->add_flag("--texts", options->texts, "also the documents' texts: corpus.jsonl");
  add_rule_options(*command, options->rules);
  command->callback([&context, options, read] { import_coded(context, *options, read); });
}

// ---- dictionaries ----

import::Words words_of(Context& context, const std::vector<std::string>& paths){std::set<std::string> words;
Diagnostics diagnostics;
for (const auto& path : paths)
  corpus::read_corpus(
      *context.files, path, {}, [&](corpus::Document&& document) { import::add_words(document.text, words); },
      diagnostics);
report(context, diagnostics);
return {words.begin(), words.end()};
}  // namespace

void write_dictionary(Context& context, const Options& options, const std::optional<import::Imported>& imported,
                      const Diagnostics& diagnostics, const std::string& head, const std::string& unit) {
  report(context, diagnostics);
  if (!imported || diagnostics.has_errors()) return;
  say_left_out(context, options.file, imported->left_out);
  if (imported->text.empty())
    return say_wrong(context, "`" + options.file + "`: nothing in it could be taken over; nothing is written");
  Writer writer(context);
  writer.write(options.out, head + imported->text,
               count_of(imported->taken, unit, unit + "s") + " taken over, " +
                   std::to_string(imported->left_out.size()) + " left out");
}

void import_quanteda(Context& context, const Options& options) {
  Diagnostics diagnostics;
  const auto source = run::read_source(*context.files, options.file, diagnostics);
  std::optional<import::Imported> imported;
  if (source) imported = import::phrases_from_quanteda(source, words_of(context, options.corpus), diagnostics);
  write_dictionary(context, options, imported, diagnostics,
                   "# Phrases from a quanteda dictionary, by `demarche import quanteda`.\n", "pattern");
}

void import_newsmap(Context& context, const Options& options) {
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job) return;
  Diagnostics diagnostics;
  const auto source = run::read_source(*context.files, options.file, diagnostics);
  std::optional<import::Imported> imported;
  if (source) imported = import::actors_from_newsmap(source, job->rules->actors, diagnostics);
  write_dictionary(context, options, imported, diagnostics,
                   "# Names that a newsmap dictionary has and the actor lists lack, by `demarche import newsmap`.\n"
                   "# Read them before they are used: newsmap names places to find news about a country, and here they "
                   "speak for it.\n",
                   "name");
}

}  // namespace demarche::cli

void add_import(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("import", "take over what was coded or collected with DNA, quanteda or newsmap");
  command->footer(
      "Example:\n  demarche import dna debate.dna --out coded\n  demarche matrix --from coded\n"
      "  demarche import csv statements.csv --out coded --as gold\n"
      "  demarche import quanteda populism.yml --out populism.stance --corpus articles\n"
      "  demarche import newsmap seeds.yml --out places.yaml\n\n"
      "What cannot be taken over is said, line by line.");
  command->require_subcommand(1);
  add_coded(*command, context, "dna", "the statements of a .dna file of Discourse Network Analyzer 2 or 3",
            import::read_dna);
  add_coded(*command, context, "csv", "a table of coded statements: DNA's CSV, or any other with such columns",
            import::read_statement_table);
  auto quanteda = std::make_shared<Options>();
  auto* phrases = command->add_subcommand("quanteda", "a quanteda dictionary (YAML) as phrases");
  phrases->add_option("file", quanteda->file, "the dictionary")->required();
  phrases->add_option("--out", quanteda->out, "the rule file to write")->required();
  phrases->add_option("--corpus", quanteda->corpus,
                      "texts whose words fill in patterns such as econom*; may be repeated");
  phrases->callback([&context, quanteda] { import_quanteda(context, *quanteda); });
  auto newsmap = std::make_shared<Options>();
  auto* actors = command->add_subcommand("newsmap", "a newsmap dictionary (YAML) as names of actors");
  actors->add_option("file", newsmap->file, "the dictionary")->required();
  actors->add_option("--out", newsmap->out, "the actor file to write")->required();
  add_rule_options(*actors, newsmap->rules);
  actors->callback([&context, newsmap] { import_newsmap(context, *newsmap); });
}

}  // namespace demarche::cli
