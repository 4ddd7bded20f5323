#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

// A Markdown table (GitHub's), its legend where cells hold signs, its totals, and where it comes from.
std::string table_markdown(const Grid& grid, const std::vector<evidence::DocumentResult>& results,
                           const Provenance& provenance, const position::Options& options);

}  // namespace demarche::report
