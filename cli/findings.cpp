#include "cli/findings.hpp"

#include <cstdio>

namespace demarche::cli {

void add_finding_options(CLI::App& command, FindingOptions& options) {
  command
      .add_option_function<std::string>(
          "--format", [&options](const std::string& name) { options.format = *report::parse_finding_format(name); },
          "text, json, junit, tap, github (annotations) or sarif")
      ->check(CLI::IsMember(report::finding_format_names()))
      ->type_name("NAME");
  command.add_option("--output", options.output, "write it to this file instead of the screen")->type_name("FILE");
}

report::Tool tool_of(const std::string& command) { return {DEMARCHE_VERSION, command}; }

void put_findings(Context& context, const FindingOptions& options, const Diagnostics& diagnostics,
                  const std::vector<std::string>& files, const std::string& command) {
  if (options.for_people()) return report(context, diagnostics);
  raise_exit_code(context, diagnostics);
  put_output(context, options.output, report::findings(options.format, diagnostics.sorted(), files, tool_of(command)));
}

void put_output(Context& context, const std::string& output, const std::string& bytes) {
  if (output.empty()) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return;
  }
  const std::string error = context.files->write_whole(output, bytes);
  if (error.empty()) return;
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticId::write_failed, "cannot write `" + output + "`: " + error, output);
  report(context, diagnostics);
}

}  // namespace demarche::cli
