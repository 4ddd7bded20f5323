#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/options.hpp"

namespace demarche::report {

// Where an output came from. With the same four, and the same options, every output is the same byte for byte.
struct Provenance {
  std::string version;           // of the program
  std::string rules_hash;        // of all rule files, 16 hexadecimal digits
  std::string corpus_hash = {};  // of all documents that were read (corpus_hash_of); empty when not known
  std::string project = {};      // its name in the project file; may be empty
};

// A hash of the documents of a corpus, 16 hexadecimal digits: of their ids, metadata and texts, whatever the order of files.
// `results` are sorted by document id. Empty when the hash of one of them is not known.
std::string corpus_hash_of(const std::vector<evidence::DocumentResult>& results);

// What every output says of its making, as label and value: the program, rules, corpus, and what was counted.
std::vector<std::pair<std::string, std::string>> provenance_lines(const Provenance& provenance,
                                                                  const position::Options& options);
// The same in one line: "demarche 0.1 · rules 0123... · corpus 89ab... · all dates · one a document".
std::string provenance_line(const Provenance& provenance, const position::Options& options);

}  // namespace demarche::report
