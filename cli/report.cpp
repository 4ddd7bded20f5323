#include <algorithm>
#include <atomic>
#include <cstdio>
#include <map>
#include <set>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "engine/corpus/hash_of.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/golden/statement_text.hpp"
#include "engine/report/html_report.hpp"
#include "engine/report/page_data.hpp"
#include "engine/report/page_frame.hpp"
#include "engine/run/excerpts.hpp"
#include "engine/run/group_members.hpp"

namespace demarche::cli {

namespace {

constexpr double megabyte = 1000 * 1000;

struct Options {
  TableOptions table;
  std::string out = "report.html";
  std::string title;
  double most_megabytes = 3;
};

// The statements of these ids, as they stand in the rule files.
template <class Definitions>
std::vector<report::Statement> statements(const Definitions& definitions, const std::set<std::string>& used,
                                          const golden::RuleTexts& texts) {
  std::vector<report::Statement> list;
  for (const auto& definition : definitions) {
    if (!used.contains(definition.id)) continue;
    const std::string file = texts.name_of(definition.place.file);
    const auto text =
        std::find_if(texts.texts().begin(), texts.texts().end(), [&](const auto& one) { return one.file == file; });
    if (text == texts.texts().end()) continue;
    list.push_back({definition.id, file + ":" + std::to_string(definition.place.line),
                    golden::statement_text(*text, definition.place.line)});
  }
  return list;
}

void add_rules(const Context& context, const Table& table, report::PageInput& input) {
  std::set<std::string> rules;
  std::set<std::string> constructions;
  for (const auto& result : table.results)
    for (const auto& record : result.records) {
      rules.insert(record.rule);
      constructions.insert(record.construction);
    }
  const golden::RuleTexts texts(*context.files, table.job.rules->files, find_library(context));
  input.rules = statements(table.job.rules->program.rules, rules, texts);
  input.constructions = statements(table.job.rules->program.constructions, constructions, texts);
}

// Stored evidence has no texts. Where the project's corpus is still there, with the texts that were read, their
// passages are taken from it: of a text that has changed they would stand beside the wrong words.
void see_texts(Context& context, const Table& table, run::ExcerptBook& excerpts) {
  std::map<std::string, const evidence::DocumentResult*> stored;
  std::size_t wanted = 0;
  for (const auto& result : table.results) {
    stored.emplace(result.doc, &result);
    wanted += result.records.empty() ? 0u : 1u;
  }
  std::atomic<std::size_t> seen = 0;
  if (!table.job.project.corpus.paths.empty()) {
    Diagnostics unread;  // a corpus that is gone leaves the sentences alone: said below
    run::analyse_corpus(
        *context.files, table.job.project.corpus,
        [&](const corpus::Document& document) {
          const auto known = stored.find(document.id);
          const bool same = known != stored.end() && known->second->hash == corpus::hash_of(document);
          if (same && !known->second->records.empty()) {
            excerpts.see(document, *known->second);
            ++seen;
          }
          return evidence::DocumentResult{};
        },
        {table.job.project.threads, {}}, unread);
  }
  if (context.quiet || seen == wanted) return;
  std::fprintf(stderr,
               "demarche: the texts of %zu of %zu documents with evidence are not at hand as they were read: their "
               "sentences stand alone; name the corpus with --corpus\n",
               wanted - seen, wanted);
}

std::string title_of(const Options& options, const Table& table, const position::Matrix& matrix) {
  if (!options.title.empty()) return options.title;
  if (!matrix.title.empty()) return matrix.title;
  return table.job.project.name.empty() ? "Positions" : table.job.project.name;
}

report::PageInput page_input(const Context& context, const Options& options, const Table& table,
                             const position::Matrix& matrix, report::Passages passages) {
  report::PageInput input;
  input.title = title_of(options, table, matrix);
  input.provenance = table.provenance;
  input.passages = std::move(passages);
  input.members = run::group_members(matrix, table.results, table.job.rules->actors);
  input.actor_name = [actors = &table.job.rules->actors](const std::string& id) {
    const auto actor = actors->find(id);
    return actor == lexicon::none ? id : actors->actors[actor].name;
  };
  add_rules(context, table, input);
  return input;
}

void say_what_was_written(const Options& options, const report::HtmlReport& page, std::size_t most_bytes) {
  const double size = static_cast<double>(page.html.size()) / megabyte;
  std::printf("%s: %zu %s of evidence, %.2f MB\n", options.out.c_str(), page.evidence,
              page.evidence == 1 ? "piece" : "pieces", size);
  if (page.html.size() > most_bytes)
    std::printf(
        "That is more than %g MB, without any of the text around the sentences: so much evidence takes so much.\n",
        options.most_megabytes);
  else if (page.around != 0 && page.around < report::widest_passage)
    std::printf("Passages are cut to %zu characters on either side of a sentence; --max-size allows more.\n",
                page.around);
}

bool built_with_page(Context& context) {
  if (report::has_page_frame()) return true;
  Diagnostics diagnostics;
  auto& diagnostic =
      diagnostics.add(DiagnosticId::part_missing, "this program was built without the page of `demarche report`", "");
  diagnostic.help = "the page is made with npm: install the packages `nodejs` and `npm`, and build again";
  report(context, diagnostics);
  return false;
}

bool names_other_format(const std::string& path) {
  constexpr std::string_view others[] = {".pdf", ".docx", ".odt", ".xlsx", ".csv", ".json", ".md", ".txt", ".png"};
  return std::any_of(std::begin(others), std::end(others), [&](auto ending) { return path.ends_with(ending); });
}

void write_report(Context& context, const Options& options) {
  if (!built_with_page(context)) return;
  if (names_other_format(options.out))
    return say_wrong(context,
                     "a report is one HTML file; write --out report.html (tables in other formats: `demarche export`)");
  run::ExcerptBook excerpts(report::widest_passage);
  const auto table = read_table(context, options.table, [&](const corpus::Document& document, const auto& result) {
    excerpts.see(document, result);
  });
  if (!table) return;
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return;
  if (!options.table.from.empty()) see_texts(context, *table, excerpts);
  const auto input = page_input(context, options, *table, *matrix, std::move(excerpts).take());
  const auto most_bytes = static_cast<std::size_t>(options.most_megabytes * megabyte);
  const auto page = report::html_report(*matrix, table->results, input, most_bytes);
  if (const std::string error = context.files->write_whole(options.out, page.html); !error.empty()) {
    Diagnostics diagnostics;
    diagnostics.add(DiagnosticId::write_failed, "cannot write `" + options.out + "`: " + error, options.out);
    report(context, diagnostics);
    return;
  }
  if (!context.quiet) say_what_was_written(options, page, most_bytes);
}

}  // namespace

void add_report(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("report", "one HTML file with the matrix, its evidence, timeline, network and method");
  command->footer(
      "Examples:\n"
      "  demarche report                       # report.html, in a folder with a demarche.yaml\n"
      "  demarche report --from out --window 2023 --out brief.html\n\n"
      "The file loads nothing from anywhere and opens in any browser; it can be sent, filed and printed. "
      "docs/report.md\n"
      "says what it can do.");
  add_table_options(*command, options->table);
  command->add_option("--out", options->out, "the file to write")->capture_default_str();
  command->add_option("--title", options->title, "its heading (default: the title of the matrix)");
  command
      ->add_option("--max-size", options->most_megabytes,
                   "megabytes; the text around the sentences is shortened until it fits")
      ->check(CLI::Range(0.1, 1000.0))
      ->capture_default_str();
  command->callback([&context, options] { write_report(context, *options); });
}

}  // namespace demarche::cli
