#include "engine/report/datapackage.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/report/evidence_csv.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "tests/catch.hpp"
#include "tests/unit/report/exports.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::report::testing;

namespace {

using Files = std::vector<store::ArchiveFile>;

Files sample() {
  const HardTable table;
  Files files{{"README.md", "# read\n"},
              {"evidence/evidence.jsonl", evidence_jsonl(table.results)},
              {"project/A b.stance", "import \"world\"\n"},
              {"project/a-b.stance", ""},
              {"tables/evidence.csv", evidence_csv(table.input())}};
  files.push_back({datapackage_file, datapackage_json(files, table.input())});
  return files;
}

Files with_package(const std::string& json) { return {{"a", "x"}, {datapackage_file, json}}; }

std::map<std::string, std::string> types_of(const nlohmann::json& resource) {
  std::map<std::string, std::string> types;
  for (const auto& field : resource["schema"]["fields"]) types[field["name"].get<std::string>()] = field["type"].get<std::string>();
  return types;
}

}  // namespace

TEST_CASE("datapackage.json: every file with its hash, unique names, and the fields of the tables") {
  const auto json = nlohmann::json::parse(sample().back().bytes);
  CHECK(json["profile"] == "data-package");
  CHECK(json["name"] == "hard");
  CHECK(json["title"] == "Positions, \"so far\"");
  CHECK(json["demarche"]["rules"] == "0123456789abcdef");
  REQUIRE(json["resources"].size() == 5);
  std::set<std::string> names;
  for (const auto& resource : json["resources"]) {
    CHECK(resource["hash"].get<std::string>().size() == 7 + 64);
    CHECK(names.insert(resource["name"].get<std::string>()).second);
  }
  auto lines = types_of(json["resources"][1]);
  CHECK(lines["date"] == "date");
  CHECK(lines["match"] == "object");
  CHECK(lines["score"] == "number");
  CHECK(lines["negated"] == "boolean");
  CHECK(lines["sentence"] == "string");
  auto table = types_of(json["resources"][4]);
  CHECK(table["counted"] == "string");
  CHECK(table["start"] == "integer");
}

TEST_CASE("a package is checked file by file; a broken list is said and never a crash") {
  const auto whole = check_package(sample());
  CHECK(whole.error == "");
  CHECK(whole.files == 5);
  CHECK(whole.differences.empty());
  auto changed = sample();
  changed[0].bytes = "# reed\n";
  changed.erase(changed.begin() + 2);
  changed.push_back({"more.txt", ""});
  changed.push_back(changed[1]);
  CHECK(check_package(changed).differences ==
        std::vector<std::string>{"`README.md` has changed", "`project/A b.stance` is missing",
                                 "`evidence/evidence.jsonl` stands in it twice", "`more.txt` is not listed"});
  CHECK_FALSE(check_package(Files{{"a", "x"}}).error.empty());
  for (const char* json : {"", "[]", "{}", "{\"resources\": 1}", "{\"resources\": "})
    CHECK(check_package(with_package(json)).error == "its datapackage.json cannot be read");
  for (const char* json : {"{\"resources\": [1]}", "{\"resources\": [{}]}", "{\"resources\": [{\"path\": 1}]}",
                           "{\"resources\": [{\"path\": \"a\"}]}", "{\"resources\": [{\"path\": \"a\", \"hash\": 7}]}",
                           "{\"resources\": [{\"path\": \"a\", \"hash\": \"sha256:00\", \"bytes\": -1}]}"}) {
    INFO(json);
    CHECK(check_package(with_package(json)).error == "");
    CHECK_FALSE(check_package(with_package(json)).differences.empty());
  }
}
