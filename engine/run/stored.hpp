#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/evidence/record.hpp"
#include "engine/report/provenance.hpp"

// What `demarche run` left in a folder, read back: tables can be made without reading the corpus again, on another machine,
// or from evidence that another program or an import wrote.
namespace demarche::run {

inline constexpr const char* evidence_file = "evidence.jsonl";
inline constexpr const char* documents_file = "documents.jsonl";
inline constexpr const char* provenance_file = "run.json";

struct Stored {
  std::vector<evidence::DocumentResult> results;  // sorted by document id; records without trace and uses
  report::Provenance provenance;                  // of the run that wrote it; empty texts where the folder has no run.json
};

// Reads evidence.jsonl, and documents.jsonl and run.json where they are there: without documents.jsonl the documents are
// those of the evidence, and nothing is known of silence. Nothing when there is no evidence.jsonl. A line that cannot be used
// is a diagnostic (stored-broken) with its place and is left out; the rest is read.
std::optional<Stored> read_stored(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);

// The text of run.json.
std::string provenance_json(const report::Provenance& provenance);

}  // namespace demarche::run
