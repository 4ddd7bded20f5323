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

std::optional<Table> from_folder(Context& context, const TableOptions& options) {
  auto job = prepare(context, options.rules, options.corpus, options.matrix, false);
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
  auto job = prepare(context, options.rules, options.corpus, options.matrix, true);
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
