#include "engine/report/diagnostics_github.hpp"

#include "engine/report/finding_place.hpp"

namespace demarche::report {

namespace {
std::string number(std::string_view key, std::uint32_t value) {
  return "," + std::string(key) + "=" + std::to_string(value);
}

// Columns are only allowed for a place on one line; the last column is that of the last character.
std::string place(const SourceFile& file, Span span) {
  const Region region = region_of(file, span, Columns::code_points);
  std::string text = number("line", region.line);
  if (region.end_line != region.line) return text + number("endLine", region.end_line);
  const std::uint32_t last = region.end_column > region.column ? region.end_column - 1 : region.column;
  return text + number("col", region.column) + number("endLine", region.line) + number("endColumn", last);
}

std::string_view command_of(Severity severity) { return severity == Severity::note ? "notice" : name_of(severity); }
}  // namespace

// A command is one line, and `%` begins an escape; `,` and `:` end a property.
std::string github_escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string diagnostics_github(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const auto& diagnostic : diagnostics) {
    std::string properties;
    if (!path_of(diagnostic).empty()) properties += ",file=" + github_escaped(path_of(diagnostic), true);
    if (diagnostic.primary.file) properties += place(*diagnostic.primary.file, diagnostic.primary.span);
    properties += ",title=" + github_escaped(demarche::name_of(diagnostic.id), true);
    out.append("::").append(command_of(diagnostic.severity)).append(" ").append(properties.substr(1));
    out.append("::").append(github_escaped(whole_message(diagnostic), false)).append("\n");
  }
  return out;
}

}  // namespace demarche::report
