#pragma once
#include <string>

#include "cli/table.hpp"

namespace demarche::cli {

// What was chosen for a table, as one types it for a shell: "--sources Gazette --window 'from 2022'", with a blank in
// front of each; empty when nothing was. Not where texts and evidence come from: --corpus, --files, --source,
// --threads, --from.
std::string as_typed(const TableOptions& options);

}  // namespace demarche::cli
