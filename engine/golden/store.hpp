#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/golden/golden.hpp"

// A golden as files of a folder: matrix.yaml, documents.yaml, rules.yaml, evidence/DOCUMENT.yaml (one a document with
// evidence, so that two people who accept different documents never touch one file) and rules/FILE.accepted (the
// project's own rule files). docs/golden.md.
namespace demarche::golden {

struct StoredFile {
  std::string path;  // below the golden's folder
  std::string text;
};

// The files in the order of their paths. The same golden gives the same bytes.
std::vector<StoredFile> files_of(const Golden& golden);

// Reads a golden. Nothing when there is none or it cannot be used; all that is wrong in it is a diagnostic.
std::optional<Golden> read_golden(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);

// Complains when not one document of the golden is in the corpus: it is the golden of another.
void check_corpus(const Golden& golden, const Golden& now, const std::string& folder, Diagnostics& diagnostics);

// Writes what differs from what is there, each file whole or not at all, and removes files of documents that have no
// evidence any more. Returns the number of files that were written or removed.
std::size_t write_golden(FileSystem& files, const std::string& folder, const Golden& golden, Diagnostics& diagnostics);

// The name of a document or a rule file as a path: what a file system might take amiss is written as %XX.
std::string safe_path(const std::string& name);

}  // namespace demarche::golden
