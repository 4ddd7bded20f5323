#pragma once
#include <string>
#include <vector>

#include "engine/report/table_input.hpp"
#include "engine/store/archive.hpp"

// Everything behind a table in one archive: what others need to check it, to read it, and to make it again.
namespace demarche::run {

struct BundleInput {
  const report::TableInput& table;
  // Rule files, actor lists, the project file, and the corpus when it goes along, by their paths in the bundle: below
  // project/ (the folder to work in), library/ or elsewhere/.
  std::vector<store::ArchiveFile> sources;
  bool with_corpus = false;
  std::string choices = {};  // the options of the command line that made the table, as typed, each with a blank in front
  std::string license = {};  // an address, or words; empty: not stated
};

struct Bundle {
  std::vector<store::ArchiveFile> files;  // sorted by path; datapackage.json and ro-crate-metadata.json among them
  std::vector<std::string> left_out;      // tables that could not be made, and why
};
Bundle bundle_of(const BundleInput& input);

}  // namespace demarche::run
