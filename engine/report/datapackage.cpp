#include "engine/report/datapackage.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/report/file_kinds.hpp"
#include "engine/report/table_csv.hpp"
#include "engine/store/sha256.hpp"

namespace demarche::report {

namespace {

using Json = nlohmann::ordered_json;

// Names of packages and resources: lower-case letters, digits and - _ . only.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    if (plain) {
      out += c;
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "bundle" : out;
}

// Fields of evidence and documents whose type is not text.
std::string_view type_of(std::string_view field) {
  static const std::map<std::string_view, std::string_view> types{
      {"date", "date"},         {"start", "integer"},       {"end", "integer"},     {"match_start", "integer"},
      {"match_end", "integer"}, {"score", "number"},        {"negated", "boolean"}, {"records", "integer"},
      {"sentences", "integer"}, {"code_points", "integer"}, {"silent", "integer"}};
  const auto found = types.find(field);
  return found == types.end() ? "string" : found->second;
}

// The columns of the first line of a CSV. None of ours has a line feed in a head.
std::vector<std::string> csv_heads(std::string_view bytes) {
  std::vector<std::string> heads(1);
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size() && (quoted || bytes[i] != '\n'); ++i) {
    if (bytes[i] == '"') {
      if (quoted && i + 1 < bytes.size() && bytes[i + 1] == '"')
        heads.back() += bytes[i++];
      else
        quoted = !quoted;
    } else if (bytes[i] == ',' && !quoted) {
      heads.emplace_back();
    } else {
      heads.back() += bytes[i];
    }
  }
  if (heads.front().starts_with("\xEF\xBB\xBF")) heads.front().erase(0, 3);
  return heads;
}

Json field_of(const std::string& name, std::string_view type) { return {{"name", name}, {"type", type}}; }

Json schema_of(const Json& fields) { return {{"fields", fields}, {"missingValues", {""}}}; }

// The matrix itself is all text: every column but the first two is an issue.
Json csv_schema(const store::ArchiveFile& file) {
  Json fields = Json::array();
  if (file.path.ends_with("/cells.csv")) {
    for (const auto& column : long_columns()) {
      fields.push_back(field_of(column.name, column.datatype));
      fields.back()["description"] = column.meaning;
    }
    return schema_of(fields);
  }
  const bool matrix = file.path.ends_with("/matrix.csv");
  for (const auto& head : csv_heads(file.bytes)) fields.push_back(field_of(head, matrix ? "string" : type_of(head)));
  return schema_of(fields);
}

// Lists and maps are seen in the first line; numbers are known by their names, since 1 may be 0.5 in the next.
Json jsonl_schema(std::string_view bytes) {
  Json fields = Json::array();
  const Json object = Json::parse(bytes.substr(0, bytes.find('\n')), nullptr, false);
  if (!object.is_object()) return {};
  for (const auto& [key, value] : object.items())
    fields.push_back(field_of(key, value.is_array() ? "array" : value.is_object() ? "object" : type_of(key)));
  return schema_of(fields);
}

void add_schema(Json& resource, const store::ArchiveFile& file) {
  if (file.path.starts_with("tables/") && file.path.ends_with(".csv")) {
    resource["profile"] = "tabular-data-resource";
    resource["dialect"] = {{"delimiter", ","}, {"lineTerminator", "\n"}, {"header", true}};
    resource["schema"] = csv_schema(file);
  } else if (file.path.starts_with("tables/") && file.path.ends_with(".xlsx")) {
    resource["dialect"] = {{"excel", {{"sheet", "Cells"}}}};  // the sheet that is a table from its first line on
  } else if (file.path.ends_with(".jsonl") && !file.path.starts_with("project/")) {
    if (Json schema = jsonl_schema(file.bytes); !schema.is_null()) resource["schema"] = std::move(schema);
  }
}

Json resource_of(const store::ArchiveFile& file) {
  Json resource{{"name", slug(file.path)}, {"path", file.path}};
  if (const auto* kind = kind_of(file.path)) {
    resource["format"] = kind->format;
    resource["mediatype"] = kind->mediatype;
    if (kind->format != "xlsx" && kind->format != "sqlite") resource["encoding"] = "utf-8";
  }
  resource["bytes"] = file.bytes.size();
  resource["hash"] = "sha256:" + store::sha256(file.bytes);
  add_schema(resource, file);
  return resource;
}

const store::ArchiveFile* find(const std::vector<store::ArchiveFile>& files, std::string_view path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

// What is wrong with a file against its resource; empty when nothing is.
std::string difference(const std::vector<store::ArchiveFile>& files, const Json& resource, const std::string& path) {
  const auto* file = find(files, path);
  if (!file) return "`" + path + "` is missing";
  const auto hash = resource.find("hash");
  const std::string listed = hash != resource.end() && hash->is_string() ? hash->get<std::string>() : "";
  if (!listed.starts_with("sha256:")) return "`" + path + "` is listed without a SHA-256";
  if (listed.substr(7) == store::sha256(file->bytes)) return "";
  const auto bytes = resource.find("bytes");
  if (bytes == resource.end() || !bytes->is_number_unsigned() || bytes->get<std::size_t>() == file->bytes.size())
    return "`" + path + "` has changed";
  return "`" + path + "` has changed: it has " + std::to_string(file->bytes.size()) + " bytes, and " +
         std::to_string(bytes->get<std::size_t>()) + " are listed";
}

}  // namespace

std::string datapackage_json(const std::vector<store::ArchiveFile>& files, const TableInput& table) {
  const std::string& project = table.provenance.project;
  const std::string title = !table.matrix.title.empty() ? table.matrix.title : !project.empty() ? project : "Positions";
  Json json{{"profile", "data-package"}, {"name", slug(project.empty() ? title : project)}, {"title", title}};
  json["description"] =
      "Positions of actors on issues, with the evidence and the rules that gave them; made by demarche.";
  for (const auto& [name, value] : provenance_lines(table.provenance, table.matrix.options))
    json["demarche"][name] = value;
  json["resources"] = Json::array();
  std::map<std::string, int> names;  // must be unique, and paths that differ in signs only have one slug
  for (const auto& file : files) {
    Json resource = resource_of(file);
    const std::string name = resource["name"];
    if (const int count = ++names[name]; count > 1) resource["name"] = name + "." + std::to_string(count);
    json["resources"].push_back(std::move(resource));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

PackageCheck check_package(const std::vector<store::ArchiveFile>& files) {
  PackageCheck check;
  const auto* package = find(files, datapackage_file);
  if (!package) {
    check.error = "there is no datapackage.json in it: it is no bundle of demarche";
    return check;
  }
  const Json json = Json::parse(package->bytes, nullptr, false);
  if (!json.is_object() || !json.contains("resources") || !json["resources"].is_array()) {
    check.error = "its datapackage.json cannot be read";
    return check;
  }
  std::set<std::string> listed{datapackage_file};
  for (const auto& resource : json["resources"]) {
    if (!resource.is_object() || !resource.contains("path") || !resource["path"].is_string()) {
      check.differences.push_back("datapackage.json lists a file without a path");
      continue;
    }
    const std::string path = resource["path"];
    listed.insert(path);
    const std::string wrong = difference(files, resource, path);
    wrong.empty() ? void(++check.files) : check.differences.push_back(wrong);
  }
  std::set<std::string> seen;
  for (const auto& file : files)
    if (!seen.insert(file.path).second) check.differences.push_back("`" + file.path + "` stands in it twice");
  for (const auto& file : files)
    if (!listed.contains(file.path)) check.differences.push_back("`" + file.path + "` is not listed");
  return check;
}

}  // namespace demarche::report
