#pragma once
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "engine/report/finding_formats.hpp"

namespace demarche::cli {

// `--format` and `--output` of the commands that find something: check, lint, test.
struct FindingOptions {
  report::FindingFormat format = report::FindingFormat::text;
  std::string output;  // a file; empty: the screen

  // As text for somebody at the screen: in colours, as it goes.
  bool for_people() const { return format == report::FindingFormat::text && output.empty(); }
};
void add_finding_options(CLI::App& command, FindingOptions& options);

report::Tool tool_of(const std::string& command);

// Says what was found: as text on stderr like `report`, in another format on stdout, or into the file. Raises the exit
// code for errors, as `report` does.
void put_findings(Context& context, const FindingOptions& options, const Diagnostics& diagnostics,
                  const std::vector<std::string>& files, const std::string& command);

// The bytes onto stdout, or whole into the file; a file that cannot be written is reported.
void put_output(Context& context, const std::string& output, const std::string& bytes);

}  // namespace demarche::cli
