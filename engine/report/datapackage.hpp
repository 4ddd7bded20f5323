#pragma once
#include <string>
#include <vector>

#include "engine/report/table_input.hpp"
#include "engine/store/archive.hpp"

// datapackage.json: what is in a bundle, as a Frictionless Data Package (specs.frictionlessdata.io), with the size and
// the SHA-256 of every file and the fields of the tables.
namespace demarche::report {

inline constexpr const char* datapackage_file = "datapackage.json";

// `files` are all others of the bundle, in its order.
std::string datapackage_json(const std::vector<store::ArchiveFile>& files, const TableInput& table);

// What an archive holds against what its datapackage.json says. Each difference is a line in plain words: a file that
// is missing, changed or not listed. `files` counts those that are as listed.
struct PackageCheck {
  std::size_t files = 0;
  std::vector<std::string> differences;
  std::string error;  // it is no bundle at all
};
PackageCheck check_package(const std::vector<store::ArchiveFile>& files);

}  // namespace demarche::report
