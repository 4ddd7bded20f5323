#pragma once
#include "engine/report/table_input.hpp"

namespace demarche::report {

// One piece of evidence a line, with its document and whether it counts: for R, pandas and spreadsheets. RFC 4180,
// lines end with a line feed, texts are safe from being taken for formulas. Ordered cell by cell, oldest first.
std::string evidence_csv(const TableInput& input);

}  // namespace demarche::report
