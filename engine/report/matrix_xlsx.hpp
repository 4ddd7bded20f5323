#pragma once
#include "engine/report/table_input.hpp"

namespace demarche::report {

// The matrix as an Excel workbook: the sheets Matrix, Cells, Evidence, Quotes and Method (docs/exports.md). Cells of
// the matrix lead to their first piece of evidence, and evidence leads back. The same input gives the same bytes. An
// error when the matrix or the evidence is larger than a sheet can be.
TableFile matrix_xlsx(const TableInput& input);

}  // namespace demarche::report
