#include "engine/run/sample.hpp"

#include <cstdio>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "engine/run/gold_texts.hpp"

namespace demarche::cli {

namespace {

constexpr std::uint32_t context_width = 300;  // code points shown before and behind a sentence

struct Options {
  RuleOptions rules;
  CorpusOptions corpus;
  std::size_t size = 100;
  std::uint64_t seed = 1;
  std::string by = "issue";
  bool coded = false;
  bool silent = false;
  bool ascribed = false;
  bool force = false;
  bool json = false;
  std::string sheet = "sheet.tsv";
  std::string key = "key.tsv";
  std::string read;
  std::string gold;
  std::string sentences;
};

std::optional<run::SampleOptions> sample_options(Context& context, const Options& options) {
  run::SampleOptions wanted{
      options.size,    options.seed, {}, options.coded || !options.silent, options.silent || !options.coded,
      options.ascribed};
  for (std::size_t begin = 0; begin < options.by.size();) {
    const std::size_t comma = std::min(options.by.find(',', begin), options.by.size());
    const std::string name = options.by.substr(begin, comma - begin);
    const auto by = run::parse_sample_by(name);
    if (!by) {
      say_wrong(context,
                "`" + name +
                    "` is nothing to sample by; write issue, source, actor, construction, reason or year, with "
                    "commas between");
      return std::nullopt;
    }
    wanted.by.push_back(*by);
    begin = comma + 1;
  }
  if (options.size > 0) return wanted;
  say_wrong(context, "a sample of no sentence; write --n 100");
  return std::nullopt;
}

// The places of a sample as rows of a table, so that their words are taken while the documents pass by a second time.
std::vector<run::GoldRow> places_of(const run::Sample& sample) {
  std::vector<run::GoldRow> places;
  for (const auto& one : sample.sentences) {
    const auto from = one.range.start > context_width ? one.range.start - context_width : 0;
    for (const evidence::Range range : {evidence::Range{from, one.range.start}, one.range,
                                        evidence::Range{one.range.end, one.range.end + context_width}}) {
      run::GoldRow row;
      row.doc = one.doc;
      row.range = range;
      places.push_back(std::move(row));
    }
  }
  return places;
}

std::vector<run::SampleText> read_texts(const Context& context, const Job& job, const run::Sample& sample) {
  const auto places = places_of(sample);
  run::GoldTexts texts(places);
  Diagnostics said_before;  // what cannot be read was said when it was analysed
  run::analyse_corpus(
      *context.files, job.project.corpus,
      [&](const corpus::Document& document) {
        texts.see(document);
        return evidence::DocumentResult{};
      },
      {job.project.threads, {}}, said_before);
  std::vector<run::SampleText> found;
  for (std::size_t i = 0; i < places.size(); i += 3)
    found.push_back({texts.find(places[i]), texts.find(places[i + 1]), texts.find(places[i + 2])});
  return found;
}

bool write(Context& context, const std::string& path, const std::string& bytes) {
  Diagnostics diagnostics;
  const std::string error = context.files->write_whole(path, bytes);
  if (!error.empty()) diagnostics.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
  report(context, diagnostics);
  if (error.empty() && !context.quiet) std::printf("  %s\n", path.c_str());
  return error.empty();
}

// A sheet may hold days of somebody's work.
bool may_write(Context& context, const Options& options) {
  for (const auto& path : {options.sheet, options.key})
    if (!options.force && context.files->kind(path) != FileSystem::Kind::missing) {
      say_wrong(context,
                "`" + path + "` exists already, and may hold somebody's coding; name another file, or write --force");
      return false;
    }
  return true;
}

void draw(Context& context, const Options& options) {
  const auto wanted = sample_options(context, options);
  if (!wanted || !may_write(context, options)) return;
  const auto job = prepare(context, options.rules, options.corpus, {}, true);
  if (!job) return;
  const auto results = analyse(context, *job, false);
  const auto sample = run::draw_sample(results, *wanted);
  if (sample.sentences.empty()) return say_wrong(context, "there is no sentence to draw from: nothing is written");
  if (!context.quiet) {
    std::printf("%zu of %zu sentences drawn from %zu strata\n", sample.sentences.size(), sample.frame, sample.strata);
    if (sample.strata_left_out > 0)
      std::printf("%zu strata are not drawn from: a larger --n, or a coarser --by, would reach them\n",
                  sample.strata_left_out);
  }
  if (write(context, options.key, run::sample_key(sample)))
    write(context, options.sheet, run::sample_sheet(sample, read_texts(context, *job, sample)));
}

run::KnownIds known_ids(const Job& job) {
  run::KnownIds known;
  for (const auto& actor : job.rules->actors.actors) known.actors.push_back(actor.id);
  for (const auto& issue : job.rules->program.issues) known.issues.push_back(issue.id);
  return known;
}

void read_back(Context& context, const Options& options) {
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job) return;
  Diagnostics diagnostics;
  const auto coding = run::read_sample(*context.files, options.read, options.key, known_ids(*job), diagnostics);
  report(context, diagnostics);
  if (!coding || diagnostics.has_errors()) return;  // a wrong line would make a wrong figure
  const auto figures = run::figures_of(*coding);
  std::fputs((options.json ? run::sample_json(figures) : run::sample_text(*coding, figures)).c_str(), stdout);
  if (!options.gold.empty()) write(context, options.gold, run::sample_gold(*coding));
  if (!options.sentences.empty()) write(context, options.sentences, run::sample_sentences(*coding));
}

}  // namespace

void add_sample(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("sample", "draw sentences for blind hand coding, and read the sheet back");
  command->footer(
      "Example:\n  demarche sample --corpus articles --n 200 --seed 1 --by issue,source\n"
      "  demarche sample --read sheet.tsv --key key.tsv --gold gold.tsv\n\n"
      "The sheet holds sentences and empty columns; what the engine says of them is only in the key. Write a stance, "
      "an\n"
      "actor and an issue into a line, or `none` as its stance; copy the line for a second position.");
  command->add_option("--n", options->size, "how many sentences")->capture_default_str();
  command->add_option("--seed", options->seed, "the same seed draws the same sentences")->capture_default_str();
  command
      ->add_option("--by", options->by, "strata: issue, source, actor, construction, reason, year, with commas between")
      ->capture_default_str();
  auto* coded = command->add_flag("--coded", options->coded, "only sentences with evidence: for precision");
  command->add_flag("--silent", options->silent, "only sentences with an issue and no evidence: for what is missed")
      ->excludes(coded);
  command->add_flag("--ascribed", options->ascribed, "count what third parties claim as evidence, too");
  command->add_option("--sheet", options->sheet, "the table for the coder")->capture_default_str();
  command->add_option("--key", options->key, "the table with the engine's answers")->capture_default_str();
  command->add_flag("--force", options->force, "write over a sheet and a key that exist");
  command->add_option("--read", options->read, "a sheet that was filled in: print how the engine compares with it");
  command->add_option("--gold", options->gold, "with --read: write the coding as a table for `eval`");
  command->add_option("--sentences", options->sentences,
                      "with --read: write which sentences were coded, for `eval --sentences`");
  command->add_flag("--json", options->json, "with --read: figures as JSON");
  add_rule_options(*command, options->rules);
  add_corpus_options(*command, options->corpus);
  command->callback(
      [&context, options] { options->read.empty() ? draw(context, *options) : read_back(context, *options); });
}

}  // namespace demarche::cli
