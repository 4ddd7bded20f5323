#pragma once
#include <string>
#include <vector>

#include "engine/report/provenance.hpp"

namespace demarche::report {

enum class Separator : char { comma = ',', tab = '\t' };

struct CsvColumn {
  std::string name;
  std::string datatype;    // of CSV on the Web: string, integer, number, boolean, date
  std::string meaning;     // one line for people; may be empty
  std::string title = {};  // what a cell of the matrix is about: the title of an issue or actor; may be empty
};

// A CSV file as its metadata tell of it.
struct CsvFile {
  std::string name;                     // of the file, without its folder
  std::string title;                    // what is in it; may be empty
  std::vector<CsvColumn> columns = {};  // empty: the header alone tells them
  Separator separator = Separator::comma;
};

// What a CSV file has no place for: where it comes from and what its columns are. As a file beside it, named by the
// W3C's "CSV on the Web": the metadata of table.csv lies in table.csv-metadata.json.
std::string csv_metadata(const CsvFile& file, const Provenance& provenance, const position::Options& options);

}  // namespace demarche::report
