#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/position/build_matrix.hpp"
#include "engine/program/program.hpp"
#include "engine/report/matrix_json.hpp"
#include "engine/run/selection.hpp"

namespace demarche::run {

// The matrix to show: the one with that id; without an id the first of the rules (a default one when there is none: rows and
// columns are what occurs). Null, with a diagnostic, when there is none of that id.
const program::Matrix* choose_matrix(const program::Program& program, const std::string& id, Diagnostics& diagnostics);

// Aggregates results, which are sorted by document id.
position::Matrix tabulate(const std::vector<evidence::DocumentResult>& results, const Shown& shown,
                          const position::Options& options, const program::Program& program,
                          const lexicon::ActorTable& actors);

// Writes evidence.jsonl, documents.jsonl, run.json, matrix.csv, matrix.json and matrix.md into a folder, each whole or not at all.
// Returns the paths that were written.
std::vector<std::string> write_outputs(FileSystem& files, const std::string& folder, const position::Matrix& matrix,
                                       const std::vector<evidence::DocumentResult>& results,
                                       const report::Provenance& provenance, Diagnostics& diagnostics);

}  // namespace demarche::run
