#pragma once
#include <string>
#include <vector>

#include "engine/report/table_input.hpp"
#include "engine/store/archive.hpp"

// ro-crate-metadata.json: what is in a folder and how it was made, as a Research Object Crate 1.1
// (w3id.org/ro/crate/1.1), which repositories of research data read.
namespace demarche::report {

inline constexpr const char* crate_file = "ro-crate-metadata.json";

struct CrateInput {
  const std::vector<store::ArchiveFile>& files;  // all others of the folder, by their paths in it
  const TableInput& table;
  std::string license = {};  // an address, or words; empty: not stated
  // Paths of files without a hash: those that have the hash of the crate in them.
  std::vector<std::string> changing = {};
};

// The same input gives the same bytes: the day that it names as that of its publication is that of the latest document,
// not that of its making.
std::string ro_crate_json(const CrateInput& input);

// The paths of the files that a crate lists, sorted. Empty when it is none.
std::vector<std::string> files_of_crate(const std::string& json);

}  // namespace demarche::report
