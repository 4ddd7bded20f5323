#include "engine/report/diagnostics_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace demarche::report {

namespace {
using Json = nlohmann::ordered_json;

void put_region(Json& json, const SourceFile& file, Span span) {
  const Region region = region_of(file, span, Columns::code_points);
  json["line"] = region.line;
  json["column"] = region.column;
  json["end_line"] = region.end_line;
  json["end_column"] = region.end_column;
}

Json related(const Label& label) {
  Json json{{"file", label.file->path()}};
  put_region(json, *label.file, label.span);
  json["message"] = label.text;
  return json;
}

Json fix(const SourceFile& file, const Fix& one) {
  Json json = Json::object();
  put_region(json, file, one.span);
  json["replacement"] = one.replacement;
  return json;
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  Json json{{"id", demarche::name_of(diagnostic.id)},
            {"severity", name_of(diagnostic.severity)},
            {"message", diagnostic.message},
            {"file", path_of(diagnostic)}};
  const auto& file = diagnostic.primary.file;
  if (file) put_region(json, *file, diagnostic.primary.span);
  if (!diagnostic.primary.text.empty()) json["at"] = diagnostic.primary.text;
  json["related"] = Json::array();
  for (const auto& label : diagnostic.secondary)
    if (label.file) json["related"].push_back(related(label));
  json["notes"] = diagnostic.notes;
  json["help"] = diagnostic.help;
  json["fixes"] = Json::array();
  if (file)
    for (const auto& one : diagnostic.fixes) json["fixes"].push_back(fix(*file, one));
  json["page"] = page_of(diagnostic.id);
  return json;
}

std::ptrdiff_t count(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  return std::count_if(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return d.severity == severity; });
}
}  // namespace

std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics, const Tool& tool) {
  Json json{{"demarche", tool.version},
            {"command", tool.command},
            {"errors", count(diagnostics, Severity::error)},
            {"warnings", count(diagnostics, Severity::warning)},
            {"notes", count(diagnostics, Severity::note)}};
  json["diagnostics"] = Json::array();
  for (const auto& diagnostic : diagnostics) json["diagnostics"].push_back(diagnostic_json(diagnostic));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::report
