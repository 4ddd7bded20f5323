#include "engine/report/finding_place.hpp"

#include <algorithm>

namespace demarche::report {

namespace {
// Characters beyond the first plane take two units in UTF-16, and four bytes in UTF-8.
std::uint32_t surrogates(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }));
}

LineColumn position(const SourceFile& file, std::uint32_t byte, Columns columns) {
  LineColumn at = file.position(byte);
  if (columns == Columns::code_points) return at;
  const auto start = file.line_start(at.line);
  const auto end = std::min<std::size_t>(byte, file.text().size());
  at.column += surrogates(file.text().substr(start, end - start));
  return at;
}
}  // namespace

Region region_of(const SourceFile& file, Span span, Columns columns) {
  const LineColumn begin = position(file, span.begin, columns);
  const LineColumn end = position(file, std::max(span.begin, span.end), columns);
  return {begin.line, begin.column, end.line, end.column};
}

const std::string& path_of(const Diagnostic& diagnostic) {
  return diagnostic.primary.file ? diagnostic.primary.file->path() : diagnostic.path;
}

std::string_view name_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

std::string whole_message(const Diagnostic& diagnostic) {
  std::string text = diagnostic.message;
  for (const auto& note : diagnostic.notes) text += "\n" + note;
  if (!diagnostic.help.empty()) text += "\nhelp: " + diagnostic.help;
  return text;
}

std::string page_of(DiagnosticId id) { return std::string("docs/diagnostics.md#").append(demarche::name_of(id)); }

}  // namespace demarche::report
