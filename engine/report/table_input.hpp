#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"
#include "engine/report/provenance.hpp"

// What the formats that hold everything (.xlsx, SQLite) are made from.
namespace demarche::report {

// What ids stand for: all that the evidence may name, not only what the matrix shows. An id that is not in it stands
// for itself.
struct Names {
  struct Actor {
    std::string name;
    std::string kind;  // state, organisation, bloc; empty when no actor list knows it
  };
  std::map<std::string, Actor> actors;
  std::map<std::string, std::string> issues;  // id -> title

  const std::string& actor(const std::string& id) const;
  const std::string& issue(const std::string& id) const;
};

struct TableInput {
  const position::Matrix& matrix;
  const std::vector<evidence::DocumentResult>& results;  // sorted by document id, as the matrix was made from them
  const Names& names;
  const Provenance& provenance;
};

// Bytes of a file, or why there are none.
struct TableFile {
  std::string bytes;
  std::string error;
};

}  // namespace demarche::report
