#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

// The formats in which a grid can be written to a file: the one list that `demarche matrix` and its help read.
namespace demarche::report {

struct GridInput {
  const Grid& grid;
  const position::Matrix& matrix;  // that the grid is made from
  const std::vector<evidence::DocumentResult>& results;
  const Provenance& provenance;
};

struct GridFormat {
  std::string_view name;     // of --format
  std::string_view ending;   // of file names that mean it, with its point; empty: only by name
  std::string_view summary;  // what is in it
  bool may_have_mark;        // a byte-order mark may stand in front
  std::string (*write)(const GridInput& input);
  // What stands beside the file, as it cannot say itself where it comes from; null for formats that do.
  std::string (*metadata)(const std::string& path, const GridInput& input);
};

const std::vector<GridFormat>& grid_formats();
// Null when no format has that name.
const GridFormat* grid_format(std::string_view name);
// The format that a file's name asks for by its ending; null when none.
const GridFormat* grid_format_of(std::string_view path);

}  // namespace demarche::report
