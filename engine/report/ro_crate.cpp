#include "engine/report/ro_crate.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/report/file_kinds.hpp"
#include "engine/report/latest_document.hpp"
#include "engine/report/table_formats.hpp"
#include "engine/report/uri.hpp"
#include "engine/store/sha256.hpp"

namespace demarche::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* specification = "https://w3id.org/ro/crate/1.1";
constexpr const char* making = "#making";
constexpr const char* program = "#demarche";
constexpr const char* corpus = "#corpus";

Json reference(const std::string& id) { return {{"@id", id}}; }

Json entity(const std::string& id, const char* type) { return {{"@id", id}, {"@type", type}}; }

// What a file of ours is, in words; empty for rules and texts.
std::string meaning_of(const std::string& path) {
  if (path == "evidence/evidence.jsonl") return "Every piece of evidence, a line each";
  if (path == "evidence/documents.jsonl") return "Every document that was read, and the places without a position";
  if (path == "evidence/run.json") return "The program, rules and corpus of the run";
  if (path == "datapackage.json") return "Every file with its SHA-256 and the fields of the tables, as a Data Package";
  for (const auto& format : table_formats())
    if (path == "tables/" + std::string(format.file)) return std::string(format.summary);
  return "";
}

bool is_made(const std::string& path) { return path.starts_with("tables/") || path.starts_with("evidence/"); }
bool is_read(const std::string& path) {
  return path.starts_with("project/") || path.starts_with("library/") || path.starts_with("elsewhere/");
}

class Crate {
 public:
  explicit Crate(const CrateInput& input) : input_(input) {}

  Json document() {
    graph_.push_back(descriptor());
    graph_.push_back(root());
    for (const auto& file : input_.files) graph_.push_back(file_entity(file));
    graph_.push_back(license());
    add_action();
    // schema.org has the term, and the context of RO-Crate 1.1 does not yet.
    return {{"@context", {std::string(specification) + "/context", {{"sha256", "http://schema.org/sha256"}}}},
            {"@graph", std::move(graph_)}};
  }

 private:
  static Json descriptor() {
    Json json = entity(crate_file, "CreativeWork");
    json["conformsTo"] = reference(specification);
    json["about"] = reference("./");
    return json;
  }

  Json root() const {
    const auto& table = input_.table;
    const std::string& project = table.provenance.project;
    Json json = entity("./", "Dataset");
    json["name"] = !table.matrix.title.empty() ? table.matrix.title : !project.empty() ? project : "Positions";
    json["description"] =
        "Positions of actors on issues, with the evidence that gave them. The day of publication is that of the latest "
        "document, so that the same texts and rules give the same bytes.";
    json["datePublished"] = to_string(latest_document(table.results));
    json["license"] = reference(license_id());
    json["mentions"] = reference(making);
    json["hasPart"] = Json::array();
    for (const auto& file : input_.files) json["hasPart"].push_back(reference(uri_of(file.path)));
    return json;
  }

  Json file_entity(const store::ArchiveFile& file) const {
    Json json = entity(uri_of(file.path), "File");
    json["name"] = file.path;
    if (const std::string meaning = meaning_of(file.path); !meaning.empty()) json["description"] = meaning;
    const auto* kind = kind_of(file.path);
    json["encodingFormat"] = kind ? kind->mediatype : "application/octet-stream";
    const auto& changing = input_.changing;
    if (std::find(changing.begin(), changing.end(), file.path) != changing.end()) return json;
    json["contentSize"] = std::to_string(file.bytes.size());
    json["sha256"] = store::sha256(file.bytes);
    return json;
  }

  bool license_is_address() const {
    return input_.license.starts_with("https://") || input_.license.starts_with("http://");
  }
  std::string license_id() const { return license_is_address() ? input_.license : "#license"; }

  Json license() const {
    Json json = entity(license_id(), "CreativeWork");
    json["name"] = input_.license.empty() ? "not stated" : input_.license;
    if (input_.license.empty())
      json["description"] = "Who made this did not say under which licence it may be used; --license says it.";
    return json;
  }

  // Who made what from what: the program, with the rules and options, from the corpus.
  void add_action() {
    Json action = entity(making, "CreateAction");
    action["name"] = "Positions counted by demarche";
    action["instrument"] = reference(program);
    action["object"] = Json::array({reference(corpus)});
    action["result"] = Json::array();
    Json settings = Json::array();
    for (const auto& [name, value] : provenance_lines(input_.table.provenance, input_.table.matrix.options)) {
      if (name == "program" || name == "project") continue;
      Json setting = entity("#setting-" + name, "PropertyValue");
      setting["name"] = name;
      setting["value"] = value;
      action["object"].push_back(reference("#setting-" + name));
      settings.push_back(std::move(setting));
    }
    bool made = false;
    for (const auto& file : input_.files) made = made || is_made(file.path);
    for (const auto& file : input_.files) {
      if (is_read(file.path)) action["object"].push_back(reference(uri_of(file.path)));
      if (is_made(file.path) || !made) action["result"].push_back(reference(uri_of(file.path)));
    }
    graph_.push_back(std::move(action));
    graph_.push_back(software());
    graph_.push_back(texts());
    for (auto& setting : settings) graph_.push_back(std::move(setting));
  }

  Json software() const {
    Json json = entity(program, "SoftwareApplication");
    json["name"] = "demarche";
    json["version"] = input_.table.provenance.version;
    json["description"] = "Reads what governments say and keeps the table of their positions";
    return json;
  }

  Json texts() const {
    const auto count = input_.table.results.size();
    Json json = entity(corpus, "CreativeWork");
    json["name"] = "The corpus: " + std::to_string(count) + (count == 1 ? " document" : " documents");
    json["identifier"] = reference("#setting-corpus");
    return json;
  }

  const CrateInput& input_;
  Json graph_ = Json::array();
};

}  // namespace

std::string ro_crate_json(const CrateInput& input) {
  return Crate(input).document().dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::string> files_of_crate(const std::string& json) {
  std::vector<std::string> paths;
  const Json document = Json::parse(json, nullptr, false);
  if (!document.is_object() || !document.contains("@graph") || !document["@graph"].is_array()) return paths;
  for (const auto& one : document["@graph"])
    if (one.is_object() && one.value("@type", Json()) == "File" && one.contains("@id") && one["@id"].is_string())
      paths.push_back(path_of(one["@id"].get<std::string>()));
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace demarche::report
