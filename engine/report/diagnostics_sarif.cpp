#include "engine/report/diagnostics_sarif.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/base/hash.hpp"
#include "engine/report/uri.hpp"

namespace demarche::report {

namespace {
using Json = nlohmann::ordered_json;

// Braces mark placeholders in a message of SARIF; doubled they stand for themselves.
std::string message_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out;
}

Json text(const std::string& words) { return {{"text", words}}; }

Json artifact(const std::string& path) {
  Json json{{"uri", uri_of(path)}};
  if (!path.starts_with('/')) json["uriBaseId"] = "%SRCROOT%";
  return json;
}

Json region_json(const SourceFile& file, Span span) {
  const Region region = region_of(file, span, Columns::utf16);
  return {{"startLine", region.line},
          {"startColumn", region.column},
          {"endLine", region.end_line},
          {"endColumn", region.end_column}};
}

Json physical(const std::string& path, const SourceFile* file, Span span) {
  Json json{{"artifactLocation", artifact(path)}};
  if (file) json["region"] = region_json(*file, span);
  return json;
}

Json related(const Label& label) {
  Json json{{"physicalLocation", physical(label.file->path(), label.file.get(), label.span)}};
  if (!label.text.empty()) json["message"] = text(message_text(label.text));
  return json;
}

// All edits of a diagnostic belong together: one fix with one change of one file.
Json fix_json(const Diagnostic& diagnostic) {
  Json replacements = Json::array();
  for (const auto& fix : diagnostic.fixes)
    replacements.push_back({{"deletedRegion", region_json(*diagnostic.primary.file, fix.span)},
                            {"insertedContent", text(fix.replacement)}});
  Json change{{"artifactLocation", artifact(path_of(diagnostic))}, {"replacements", replacements}};
  Json fix = Json::object();
  if (!diagnostic.help.empty()) fix["description"] = text(message_text(diagnostic.help));
  fix["artifactChanges"] = Json::array({change});
  return fix;
}

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

Json rule_json(DiagnosticId id) {
  const std::string page = page_of(id);
  return {{"id", demarche::name_of(id)},
          {"shortDescription", text(std::string(summary_of(id)))},
          {"help", {{"text", "See " + page}, {"markdown", "See [" + page + "](" + page + ")"}}},
          {"defaultConfiguration", {{"level", name_of(severity_of(id))}}}};
}

class Log {
 public:
  explicit Log(const std::vector<Diagnostic>& diagnostics) {
    std::set<DiagnosticId> ids;
    for (const auto& diagnostic : diagnostics) ids.insert(diagnostic.id);
    for (const DiagnosticId id : ids) {
      index_.emplace(id, index_.size());
      rules_.push_back(rule_json(id));
    }
    for (const auto& diagnostic : diagnostics) results_.push_back(result(diagnostic));
  }

  Json run(const Tool& tool) const {
    Json driver{{"name", "demarche"}, {"version", tool.version}, {"rules", rules_}};
    return {{"tool", {{"driver", driver}}},
            {"automationDetails", {{"id", "demarche-" + tool.command + "/"}}},
            {"columnKind", "utf16CodeUnits"},
            {"results", results_}};
  }

 private:
  Json result(const Diagnostic& diagnostic) {
    Json json{{"ruleId", demarche::name_of(diagnostic.id)},
              {"ruleIndex", index_.at(diagnostic.id)},
              {"level", name_of(diagnostic.severity)},
              {"message", text(message_text(whole_message(diagnostic)))}};
    const SourceFile* file = diagnostic.primary.file.get();
    if (!path_of(diagnostic).empty())
      json["locations"] =
          Json::array({{{"physicalLocation", physical(path_of(diagnostic), file, diagnostic.primary.span)}}});
    for (const auto& label : diagnostic.secondary)
      if (label.file) json["relatedLocations"].push_back(related(label));
    if (file && !diagnostic.fixes.empty()) json["fixes"] = Json::array({fix_json(diagnostic)});
    json["partialFingerprints"] = {{"finding/v1", fingerprint(diagnostic)}};
    return json;
  }

  // The same finding keeps its fingerprint when lines are added above it: of the words of its line, not its number.
  std::string fingerprint(const Diagnostic& diagnostic) {
    std::string what = std::string(demarche::name_of(diagnostic.id)) + "\n" + path_of(diagnostic) + "\n";
    if (const auto& file = diagnostic.primary.file)
      what += trimmed(file->line(file->position(diagnostic.primary.span.begin).line));
    else
      what += diagnostic.message;
    const std::size_t before = seen_[what]++;
    return hexadecimal(hash_bytes(what)) + ":" + std::to_string(before + 1);
  }

  std::map<DiagnosticId, std::size_t> index_;
  std::map<std::string, std::size_t> seen_;
  Json rules_ = Json::array();
  Json results_ = Json::array();
};
}  // namespace

std::string diagnostics_sarif(const std::vector<Diagnostic>& diagnostics, const Tool& tool) {
  Json json{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  json["runs"] = Json::array({Log(diagnostics).run(tool)});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::report
