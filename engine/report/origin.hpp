#pragma once
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

// What an output quotes from and where all of it comes from.
struct Origin {
  const std::vector<evidence::DocumentResult>& results;  // sorted by document id
  const Provenance& provenance;
};

}  // namespace demarche::report
