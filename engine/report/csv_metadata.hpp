#pragma once
#include <string>

#include "engine/report/provenance.hpp"

namespace demarche::report {

// What a CSV file has no place for: where it comes from. As a file beside it, named by the W3C's "CSV on the Web": the
// metadata of table.csv lies in table.csv-metadata.json. `file` is the name of the CSV file, `title` says what is in
// it.
std::string csv_metadata(const std::string& file, const std::string& title, const Provenance& provenance,
                         const position::Options& options);

}  // namespace demarche::report
