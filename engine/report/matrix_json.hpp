#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

// The record that a reference of the matrix speaks of; `results` are sorted by document id.
const evidence::Record& record_at(const std::vector<evidence::DocumentResult>& results, position::RecordRef ref);

// Every figure of every cell, with the best quotes. Fields: docs/positions.md.
std::string matrix_json(const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results,
                        const Provenance& provenance);

}  // namespace demarche::report
