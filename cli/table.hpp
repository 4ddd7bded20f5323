#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "engine/corpus/document.hpp"
#include "engine/report/provenance.hpp"
#include "engine/report/table_formats.hpp"

// What every command that makes a table, a report or a picture begins with: evidence, from a corpus that is read now or from
// a folder that `demarche run` wrote.
namespace demarche::cli {

struct TableOptions {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  run::Selection shown;  // rows, columns and sources, over those of the rules' matrix
  std::vector<std::string> except_sources;
  std::string from;  // a folder with evidence.jsonl; empty: the corpus is read
};
void add_table_options(CLI::App& command, TableOptions& options);

struct Table {
  Job job;
  std::vector<evidence::DocumentResult> results;  // sorted by document id
  report::Provenance provenance;
};

// Sees every document with its result while its text is there; called from several threads at once, not for stored evidence.
using SeeDocument = std::function<void(const corpus::Document&, const evidence::DocumentResult&)>;

// Reads what a table is made of. Nothing when something is wrong: it has been said, and `exit_code` is set. When single
// documents could not be read there is a table without them, and `exit_code` says so.
std::optional<Table> read_table(Context& context, const TableOptions& options, const SeeDocument& see = {});

// Writes a table in a format into a file, whole or not at all; with `out` empty to standard output. False when it could not be
// written: it has been said, and `exit_code` is set.
bool write_table(Context& context, const Table& table, const position::Matrix& matrix, const report::TableFormat& format,
                 const std::string& out);

// Where the results of a job come from.
report::Provenance provenance_of(const Job& job, const std::vector<evidence::DocumentResult>& results);

}  // namespace demarche::cli
