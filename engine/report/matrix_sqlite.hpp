#pragma once
#include "engine/report/table_input.hpp"

namespace demarche::report {

// Everything as an SQLite file: documents, evidence, cells, what counts in them, silences, and where it came from. The
// schema is in sqlite_schema.inc and in docs/exports.md. Dates are texts, YYYY-MM-DD. The same input gives the same
// bytes with one version of SQLite.
TableFile matrix_sqlite(const TableInput& input);

}  // namespace demarche::report
