#include "engine/report/ro_crate.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/catch.hpp"
#include "tests/unit/report/exports.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::report::testing;

namespace {

using Json = nlohmann::json;
using Files = std::vector<store::ArchiveFile>;

const Files bundle{{"README.md", "# read\n"},
                   {"datapackage.json", "{}"},
                   {"evidence/evidence.jsonl", "{}\n"},
                   {"library/world.yaml", "a: 1\n"},
                   {"project/a b#c%d.stance", "import \"world\"\n"},
                   {"project/texts/München: 1.odd", "text"},
                   {"tables/matrix.xlsx", "PK"}};

Json crate_of(const Files& files, const std::string& license = "") {
  const HardTable table;
  const TableInput input = table.input();
  const std::string text = ro_crate_json({files, input, license, {"datapackage.json"}});
  CHECK(text == ro_crate_json({files, input, license, {"datapackage.json"}}));
  return Json::parse(text);
}

std::map<std::string, Json> by_id(const Json& crate) {
  std::map<std::string, Json> entities;
  for (const auto& entity : crate["@graph"]) {
    REQUIRE(entity["@id"].is_string());
    INFO(entity["@id"]);
    CHECK(entities.emplace(entity["@id"], entity).second);  // flattened: each entity once
  }
  return entities;
}

bool is_reference(const Json& value) { return value.is_object() && value.size() == 1 && value.contains("@id"); }

// The terms of the context of RO-Crate 1.1 that are used, and the one that is added to it.
const std::set<std::string> terms{"@id",         "@type",         "about",      "conformsTo",     "name",
                                  "description", "datePublished", "license",    "mentions",       "hasPart",
                                  "object",      "result",        "instrument", "encodingFormat", "contentSize",
                                  "sha256",      "value",         "version",    "identifier"};

// RFC 3986: what may stand in a reference.
bool is_uri_reference(const std::string& text) {
  static const std::regex allowed(R"(([A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+)");
  return std::regex_match(text, allowed);
}

// Flat entities: a value is a text, a reference, or a list of these.
void check_values(const Json& entity, const std::map<std::string, Json>& entities) {
  for (const auto& [term, value] : entity.items()) {
    INFO(entity["@id"] << " " << term);
    CHECK(terms.contains(term));
    for (const auto& one : value.is_array() ? value : Json::array({value})) {
      CHECK((one.is_string() || is_reference(one)));
      if (!is_reference(one)) continue;
      const std::string id = one["@id"];
      CHECK((entities.contains(id) || id == "https://w3id.org/ro/crate/1.1"));
    }
  }
}

}  // namespace

TEST_CASE("a crate has what the specification of RO-Crate 1.1 demands") {
  for (const Files& files : {bundle, Files{}, Files{{"positions.csv", "actor\n"}}}) {
    const Json crate = crate_of(files);
    CHECK(crate.size() == 2);
    CHECK(crate["@context"][0] == "https://w3id.org/ro/crate/1.1/context");
    CHECK(crate["@context"][1] == Json({{"sha256", "http://schema.org/sha256"}}));
    const auto entities = by_id(crate);
    for (const auto& [id, entity] : entities) {
      CHECK(is_uri_reference(id));
      CHECK(entity["@type"].is_string());
      check_values(entity, entities);
    }
    const Json& descriptor = entities.at("ro-crate-metadata.json");
    CHECK(descriptor["@type"] == "CreativeWork");
    CHECK(descriptor["conformsTo"]["@id"] == "https://w3id.org/ro/crate/1.1");
    CHECK(descriptor["about"]["@id"] == "./");
    const Json& root = entities.at("./");
    CHECK(root["@type"] == "Dataset");
    for (const char* term : {"name", "description"}) CHECK(!root[term].get<std::string>().empty());
    CHECK(root["datePublished"] == "2023-02-04");  // of the latest document
    CHECK(is_reference(root["license"]));
    // Every file is a data entity that the root has as its part, and nothing else is.
    std::set<std::string> parts, data;
    for (const auto& part : root["hasPart"]) CHECK(parts.insert(part["@id"]).second);
    for (const auto& [id, entity] : entities)
      if (entity["@type"] == "File") data.insert(id);
    CHECK(parts == data);
    CHECK(data.size() == files.size());
    for (const auto& id : data) CHECK(id.find(':') == std::string::npos);  // paths relative to the crate
  }
}

TEST_CASE("files have their kind, size and hash; the one that has the hash of the crate has none") {
  const auto entities = by_id(crate_of(bundle));
  const Json& table = entities.at("tables/matrix.xlsx");
  CHECK(table["encodingFormat"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  CHECK(table["contentSize"] == "2");
  CHECK(table["sha256"].get<std::string>().size() == 64);
  CHECK(table["description"].get<std::string>().starts_with("Excel workbook"));
  CHECK_FALSE(entities.at("datapackage.json").contains("sha256"));
  const Json& odd = entities.at("project/texts/M%C3%BCnchen%3A%201.odd");
  CHECK(odd["name"] == "project/texts/München: 1.odd");
  CHECK(odd["encodingFormat"] == "application/octet-stream");
  CHECK(entities.contains("project/a%20b%23c%25d.stance"));
}

TEST_CASE("the action says with what, from what and under which options the tables were made") {
  const auto entities = by_id(crate_of(bundle));
  const Json& action = entities.at("#making");
  CHECK(action["@type"] == "CreateAction");
  CHECK(entities.at(action["instrument"]["@id"])["version"] == "1.2.3");
  std::set<std::string> from, made;
  for (const auto& one : action["object"]) from.insert(one["@id"]);
  for (const auto& one : action["result"]) made.insert(one["@id"]);
  CHECK(from.contains("library/world.yaml"));
  CHECK(from.contains("#corpus"));
  CHECK(made == std::set<std::string>{"evidence/evidence.jsonl", "tables/matrix.xlsx"});
  CHECK(entities.at("#setting-rules")["value"] == "0123456789abcdef");
  CHECK(entities.at("#setting-corpus")["value"] == "fedcba9876543210");
  CHECK(entities.at("#setting-window")["value"] == "all dates");
  CHECK(by_id(crate_of({{"positions.csv", ""}})).at("#making")["result"][0]["@id"] == "positions.csv");
}

TEST_CASE("a licence is an address, words, or said not to be stated") {
  CHECK(by_id(crate_of(bundle)).at("#license")["name"] == "not stated");
  CHECK(by_id(crate_of(bundle, "ask the ministry")).at("#license")["name"] == "ask the ministry");
  const std::string address = "https://creativecommons.org/licenses/by/4.0/";
  const auto entities = by_id(crate_of(bundle, address));
  CHECK(entities.at("./")["license"]["@id"] == address);
  CHECK(entities.at(address)["@type"] == "CreativeWork");
}

TEST_CASE("which files a crate lists") {
  const HardTable table;
  const TableInput input = table.input();
  CHECK(files_of_crate(ro_crate_json({bundle, input})) ==
        std::vector<std::string>{"README.md", "datapackage.json", "evidence/evidence.jsonl", "library/world.yaml",
                                 "project/a b#c%d.stance", "project/texts/München: 1.odd", "tables/matrix.xlsx"});
  for (const char* none : {"", "[]", "{\"@graph\": 1}", "{\"@graph\": [1, {\"@type\": \"File\"}]}"})
    CHECK(files_of_crate(none).empty());
}
