#include "engine/report/finding_formats.hpp"

#include <algorithm>

#include "engine/base/render.hpp"
#include "engine/report/diagnostics_github.hpp"
#include "engine/report/diagnostics_json.hpp"
#include "engine/report/diagnostics_sarif.hpp"
#include "engine/report/junit.hpp"
#include "engine/report/suite.hpp"
#include "engine/report/tap.hpp"

namespace demarche::report {

const std::vector<std::string>& finding_format_names() {
  static const std::vector<std::string> names{"text", "json", "junit", "tap", "github", "sarif"};
  return names;
}

std::optional<FindingFormat> parse_finding_format(std::string_view name) {
  const auto& names = finding_format_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<FindingFormat>(found - names.begin());
}

std::string findings(FindingFormat format, const std::vector<Diagnostic>& diagnostics,
                     const std::vector<std::string>& files, const Tool& tool) {
  switch (format) {
    case FindingFormat::text:
      return render(diagnostics);
    case FindingFormat::json:
      return diagnostics_json(diagnostics, tool);
    case FindingFormat::junit:
      return junit_xml(suites_of(diagnostics, files), tool);
    case FindingFormat::tap:
      return tap(suites_of(diagnostics, files));
    case FindingFormat::github:
      return diagnostics_github(diagnostics);
    case FindingFormat::sarif:
      return diagnostics_sarif(diagnostics, tool);
  }
  return {};
}

}  // namespace demarche::report
