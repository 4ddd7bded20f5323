#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

// The record that a reference of the matrix speaks of; `results` are sorted by document id.
const evidence::Record& record_at(const std::vector<evidence::DocumentResult>& results, position::RecordRef ref);

// Every figure of every cell, with the best quotes. Fields: docs/positions.md.
std::string matrix_json(const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results,
                        const Provenance& provenance);

// The same of what a grid of the matrix shows: its rows, columns and cells, and `totals` if it has them.
std::string table_json(const Grid& grid, const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results,
                       const Provenance& provenance);

}  // namespace demarche::report
