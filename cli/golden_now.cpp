#include "cli/golden_now.hpp"

#include <filesystem>

#include "engine/golden/collect.hpp"
#include "engine/run/seen_texts.hpp"

namespace demarche::cli {

namespace {

// Two versions of one set of rules lie in two folders: a file is named by its place in its own.
std::string folder_of(const std::vector<std::string>& rules, const Context& context) {
  if (rules.size() != 1) return {};
  if (context.files->kind(rules.front()) == FileSystem::Kind::folder) return rules.front();
  return std::filesystem::path(rules.front()).parent_path().generic_string();
}

}  // namespace

void add_golden_options(CLI::App& command, GoldenOptions& options) {
  command.add_option("--golden", options.folder, "folder of the golden (default: the project's, else `golden`)");
  add_rule_options(command, options.rules);
  add_corpus_options(command, options.corpus);
  add_matrix_options(command, options.matrix);
}

std::string golden_folder(const GoldenOptions& options, const Job& job) {
  return options.folder.empty() ? job.project.golden : options.folder;
}

std::optional<Now> read_now(Context& context, const GoldenOptions& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
  if (!job) return std::nullopt;
  run::SeenTexts texts;
  Diagnostics diagnostics;
  std::vector<evidence::DocumentResult> results;
  {
    Progress progress(context);
    results = run::analyse_corpus(
        *context.files, job->project.corpus,
        [&](const corpus::Document& document) {
          auto result = job->analyser->analyse(document, {.trace = true, .watch = {}});
          texts.see(document, result);
          for (auto& record : result.records) record.trace = {};  // of the trace only the lines that took part are kept
          return result;
        },
        {job->project.threads, progress.callback()}, diagnostics);
  }
  report(context, diagnostics);
  const auto matrix = make_matrix(context, *job, results);
  if (!matrix) return std::nullopt;
  golden::RuleTexts rules(*context.files, job->rules->files, find_library(context),
                          folder_of(options.rules.rules, context));
  auto golden = golden::collect(results, *matrix, job->rules->program, texts, rules);
  return Now{std::move(*job), std::move(results), std::move(golden), std::move(rules)};
}

}  // namespace demarche::cli
