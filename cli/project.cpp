#include "cli/project.hpp"

#include <spdlog/spdlog.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "cli/known_ids.hpp"
#include "engine/run/outputs.hpp"

namespace demarche::cli {

namespace {

// The command line wins over the project file.
bool apply(Context& context, const MatrixOptions& options, run::Project& project) {
  if (!options.matrix.empty()) project.matrix = options.matrix;
  if (options.taper) project.taper = true;
  if (!options.undated.empty()) project.keep_undated = options.undated == "kept";
  if (!options.kinds.empty()) project.kinds = options.kinds;
  if (!options.duplicates.empty()) project.duplicates = *position::parse_duplicates(options.duplicates);
  if (options.window.empty()) return true;
  project.window = run::parse_window(options.window);
  if (project.window) return true;
  std::fprintf(stderr,
               "demarche: `%s` is no period of time; write 2023, \"2020-09 to 2023-09\", \"from 2020\" or "
               "\"until 2022-02-24\"; the later date comes second\n",
               options.window.c_str());
  context.exit_code = wrong_input;
  return false;
}

bool read_project_file(Context& context, run::Project& project) {
  if (context.files->kind(run::project_file) != FileSystem::Kind::file) return true;
  Diagnostics diagnostics;
  auto read = run::read_project(*context.files, run::project_file, diagnostics);
  report(context, diagnostics);
  if (!read || diagnostics.has_errors()) return false;
  spdlog::debug("project file {}", run::project_file);
  project = std::move(*read);
  return true;
}

position::Options options_of(const run::Project& project, const program::Matrix* matrix, const run::Shown& shown) {
  position::Options options;
  if (matrix && matrix->period) options.window = *matrix->period;
  if (project.window) options.window = *project.window;
  options.keep_undated = project.keep_undated.value_or(matrix && matrix->keep_undated);
  options.taper = project.taper;
  options.duplicates = project.duplicates;
  options.sources = shown.sources;
  options.except_sources = shown.except_sources;
  position::count_only(project.kinds, options);
  return options;
}

std::string no_document_counts(const position::Options& options) {
  std::string text = "demarche: no document counts: all are of other sources than ";
  if (options.except_sources) text = "demarche: no document counts: all are of the sources left out, ";
  for (const auto& source : options.sources) text += (&source == &options.sources.front() ? "`" : ", `") + source + "`";
  return text + "\n";
}

// A window, or sources, that leave nothing look like a world that is silent.
void say_when_nothing_counts(const Context& context, const position::Options& options,
                             const std::vector<evidence::DocumentResult>& results) {
  std::optional<Date> first, last;
  bool of_source = false;
  for (const auto& result : results) {
    if (!options.counts_source(result.source)) continue;
    of_source = true;
    if (options.in_window(result.date)) return;
    if (!result.date) continue;
    first = first ? std::min(*first, *result.date) : *result.date;
    last = last ? std::max(*last, *result.date) : *result.date;
  }
  if (context.quiet || results.empty()) return;
  if (!of_source) {
    std::fputs(no_document_counts(options).c_str(), stderr);
    return;
  }
  std::fputs(("demarche: no document lies in the window" +
              (first ? "; they are dated " + to_string(*first) + " to " + to_string(*last)
                     : std::string("; none of them has a date (--undated kept counts them)")) +
              "\n")
                 .c_str(),
             stderr);
}

// A document that is said to be the words of nobody known is read as a report: that is said once for each such name.
void report_unknown_voices(const std::vector<evidence::DocumentResult>& results, const lexicon::ActorTable& actors,
                           Diagnostics& diagnostics) {
  struct Voice {
    std::string first;  // document
    std::size_t documents = 0;
  };
  std::map<std::string, Voice> unknown;
  for (const auto& result : results)
    for (const auto& id : result.speaking) {
      if (actors.find(id) != lexicon::none) continue;
      auto& voice = unknown[id];
      if (voice.documents++ == 0) voice.first = result.doc;
    }
  for (const auto& [id, voice] : unknown) {
    const std::string others = voice.documents > 1 ? ", as are " + std::to_string(voice.documents - 1) + " more" : "";
    auto& diagnostic = diagnostics.add(
        DiagnosticId::document_unknown_voice,
        "this document is said to be the words of `" + id + "`, whom no actor list knows" + others, voice.first);
    diagnostic.notes.push_back("its \"we\" is nobody's");
    const std::string meant = meant_actor(id, actors);
    diagnostic.help = meant.empty() ? "`speaking` takes the ids of actors: IRN, EU" : "did you mean `" + meant + "`?";
  }
}

}  // namespace

void add_matrix_options(CLI::App& command, MatrixOptions& options) {
  command.add_option("--matrix", options.matrix, "id of a matrix in the rules (default: the first)");
  command.add_option("--window", options.window, "period that counts: 2023, \"2020-09 to 2023-09\", \"from 2020\"");
  command.add_option("--undated", options.undated, "undated documents: kept or dropped")
      ->check(CLI::IsMember({"kept", "dropped"}));
  command
      .add_option("--duplicates", options.duplicates,
                  "count one record a document, week, month, year or window, or none put together")
      ->check(CLI::IsMember({"document", "week", "month", "year", "window", "none"}));
  command.add_option("--kinds", options.kinds, "evidence that counts: declared,narrated,act (default: all three)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"declared", "narrated", "act"}));
  command.add_flag("--taper", options.taper, "let evidence fade from two to five years");
}

bool has_corpus(Context& context, const run::Project& project) {
  if (!project.corpus.paths.empty()) return true;
  const bool is_project = context.files->kind("demarche.yaml") == FileSystem::Kind::file;
  std::fputs(is_project
                 ? "demarche: there is no corpus; name one with --corpus, or in demarche.yaml: `corpus: FOLDER`\n"
                 : "demarche: there is no corpus; name one with --corpus, or work in a folder with a demarche.yaml\n",
             stderr);
  context.exit_code = wrong_input;
  return false;
}

std::optional<Job> prepare(Context& context, const RuleOptions& rules, const CorpusOptions& corpus,
                           const MatrixOptions& matrix, bool needs_corpus) {
  Job job;
  // Rules and corpus given on the command line are a project of their own: a demarche.yaml nearby says nothing to them.
  const bool own = !rules.rules.empty() && (!corpus.corpus.empty() || !needs_corpus);
  if (!own && !read_project_file(context, job.project)) return std::nullopt;
  if (!rules.rules.empty()) job.project.rules = rules.rules;
  if (!corpus.corpus.empty()) job.project.corpus = corpus_of(corpus);
  if (!corpus.pattern.empty()) job.project.corpus.read.file_name_pattern = corpus.pattern;
  if (!corpus.source.empty()) job.project.corpus.read.source = corpus.source;
  if (corpus.threads > 0) job.project.threads = corpus.threads;
  if (!apply(context, matrix, job.project)) return std::nullopt;
  if (needs_corpus && !has_corpus(context, job.project)) return std::nullopt;
  job.rules = compile_rules(context, job.project.rules);
  if (!job.rules) return std::nullopt;
  if (needs_corpus && job.rules->program.issues.empty())
    std::fputs(
        "demarche: the rules define no issue, so nothing can be found; write one: `issue NAME { about WORDS }`\n",
        stderr);
  Diagnostics diagnostics;
  job.analyser = std::make_unique<run::Analyser>(job.rules->program, job.rules->actors, diagnostics);
  report(context, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return job;
}

std::optional<Job> prepare_rules(Context& context, const std::vector<std::string>& rules, Diagnostics& diagnostics,
                                 bool alternatives) {
  Job job;
  // Rules given on the command line are a project of their own.
  if (rules.empty() && !read_project_file(context, job.project)) return std::nullopt;
  if (!rules.empty()) job.project.rules = rules;
  job.rules = read_rules(context, job.project.rules, alternatives);
  if (!job.rules) return std::nullopt;
  diagnostics.append(job.rules->diagnostics);
  job.analyser = std::make_unique<run::Analyser>(job.rules->program, job.rules->actors, diagnostics);
  return job;
}

std::vector<evidence::DocumentResult> analyse(
    Context& context, const Job& job, bool trace, run::NameBook* names,
    const std::function<void(const corpus::Document&, const evidence::DocumentResult&)>& see) {
  Diagnostics diagnostics;
  std::vector<evidence::DocumentResult> results;
  const auto start = std::chrono::steady_clock::now();
  {
    Progress progress(context);
    results = run::analyse_corpus(
        *context.files, job.project.corpus,
        [&](const corpus::Document& document) {
          std::vector<evidence::UnknownName> unknown;
          auto result = job.analyser->analyse(document, {.trace = trace, .unknown_names = names ? &unknown : nullptr});
          if (names) names->see(document.id, std::move(unknown));
          if (see) see(document, result);
          return result;
        },
        {job.project.threads, progress.callback()}, diagnostics);
  }
  report_unknown_voices(results, job.rules->actors, diagnostics);
  report(context, diagnostics);
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  spdlog::debug("{} documents analysed in {} ms", results.size(), time.count());
  return results;
}

std::optional<position::Matrix> make_matrix(Context& context, const Job& job,
                                            const std::vector<evidence::DocumentResult>& results) {
  Diagnostics diagnostics;
  const auto& program = job.rules->program;
  const program::Matrix* wanted = run::choose_matrix(program, job.project.matrix, diagnostics);
  if (!diagnostics.has_errors()) {
    const auto shown = run::select(wanted ? run::shown_by(*wanted) : run::Shown{}, job.project.selection, program,
                                   job.rules->actors, results, diagnostics);
    if (!diagnostics.has_errors()) {
      const auto options = options_of(job.project, wanted, shown);
      say_when_nothing_counts(context, options, results);
      return run::tabulate(results, shown, options, program, job.rules->actors);
    }
  }
  report(context, diagnostics);
  return std::nullopt;
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    const int width = std::atoi(columns);
    if (width >= 20 && width <= 1000) return static_cast<std::size_t>(width);
  }
  return 100;
}

bool unicode_output() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string_view locale(value);
    return locale.find("UTF-8") != std::string_view::npos || locale.find("utf8") != std::string_view::npos ||
           locale.find("UTF8") != std::string_view::npos || locale.find("utf-8") != std::string_view::npos;
  }
  return true;
}

}  // namespace demarche::cli
