#include "cli/table.hpp"

#include <cstdio>

#include "engine/run/stored.hpp"

namespace demarche::cli {

namespace {

// A table of old evidence under new rules is not what the rules say now.
void say_when_rules_changed(const Context& context, const report::Provenance& stored, const Job& job) {
  if (context.quiet || stored.rules_hash.empty() || stored.rules_hash == job.rules->program.hash) return;
  std::fputs("demarche: the rules have changed since this evidence was written; `demarche run` writes it anew\n", stderr);
}

run::Selection selection_of(const TableOptions& options) {
  run::Selection selection = options.shown;
  if (!options.except_sources.empty()) {
    selection.sources = options.except_sources;
    selection.except_sources = true;
  }
  return selection;
}

std::optional<Job> prepare_table(Context& context, const TableOptions& options, bool needs_corpus) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, needs_corpus);
  if (job) job->project.selection = selection_of(options);
  return job;
}

std::optional<Table> from_folder(Context& context, const TableOptions& options) {
  auto job = prepare_table(context, options, false);
  if (!job) return std::nullopt;
  Diagnostics diagnostics;
  auto stored = run::read_stored(*context.files, options.from, diagnostics);
  report(context, diagnostics);
  if (!stored) return std::nullopt;
  say_when_rules_changed(context, stored->provenance, *job);
  if (stored->provenance.version.empty()) stored->provenance.version = DEMARCHE_VERSION;
  return Table{std::move(*job), std::move(stored->results), std::move(stored->provenance)};
}

std::optional<Table> from_corpus(Context& context, const TableOptions& options, const SeeDocument& see) {
  auto job = prepare_table(context, options, true);
  if (!job) return std::nullopt;
  auto results = analyse(context, *job, false, nullptr, see);
  if (results.empty() && context.exit_code != fine) {
    std::fputs("demarche: no document could be read: there is nothing to make a table of\n", stderr);
    return std::nullopt;
  }
  auto provenance = provenance_of(*job, results);
  return Table{std::move(*job), std::move(results), std::move(provenance)};
}

}  // namespace

void add_table_options(CLI::App& command, TableOptions& options) {
  add_rule_options(command, options.rules);
  add_corpus_options(command, options.corpus);
  add_matrix_options(command, options.matrix);
  auto list = [&](const char* name, std::vector<std::string>& into, const char* help) {
    return command.add_option(name, into, help)->allow_extra_args(false);
  };
  list("--rows", options.shown.rows,
       "actors, groups and classes: IRN,EU,region,\"<actor in EU>\",\"<actor outside region>\" (default: the matrix's)");
  list("--columns", options.shown.columns, "issues: sanctions,peace-treaty (default: the matrix's)");
  auto* only = list("--sources", options.shown.sources, "only documents of this source count; may be repeated");
  list("--except-sources", options.except_sources, "documents of this source do not count; may be repeated")->excludes(only);
  command.add_option("--from", options.from,
                     "folder that `demarche run` wrote: its evidence is used, and no corpus is read");
}

std::optional<Table> read_table(Context& context, const TableOptions& options, const SeeDocument& see) {
  return options.from.empty() ? from_corpus(context, options, see) : from_folder(context, options);
}

report::Provenance provenance_of(const Job& job, const std::vector<evidence::DocumentResult>& results) {
  return {DEMARCHE_VERSION, job.rules->program.hash, report::corpus_hash_of(results), job.project.name};
}

}  // namespace demarche::cli
