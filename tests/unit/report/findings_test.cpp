#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "engine/report/diagnostics_github.hpp"
#include "engine/report/diagnostics_json.hpp"
#include "engine/report/diagnostics_sarif.hpp"
#include "engine/report/finding_formats.hpp"
#include "engine/report/junit.hpp"
#include "engine/report/tap.hpp"
#include "engine/report/uri.hpp"
#include "tests/golden.hpp"

using namespace demarche;
using namespace demarche::report;

namespace {

const Tool tool{"1.2.3", "check"};

std::shared_ptr<const SourceFile> rules() {
  return std::make_shared<SourceFile>("my rules/é.stance",
                                      "# 😀 wide: 漢字\nissue sanctions { about sanctions }\n"
                                      "issue x { about 😀 <sanctons> talks\n  against <sanctons> }\n");
}

// A place, a fix, a related place; then a place over two lines, one without a file, one with signs that formats use.
std::vector<Diagnostic> sample() {
  const auto file = rules();
  const auto at = [&](std::string_view words) { return static_cast<std::uint32_t>(file->text().find(words)); };
  Diagnostics diagnostics;
  const auto misspelt = at("<sanctons>") + 1;
  auto& unknown =
      diagnostics.add(DiagnosticId::unknown_reference, "nothing is called `sanctons`", file, {misspelt, misspelt + 8});
  unknown.secondary.push_back({file, {at("sanctions {"), at("sanctions {") + 9}, "this name is near"});
  unknown.notes.push_back("write `issue sanctions { about ... }` first");
  unknown.help = "did you mean `sanctions`?";
  unknown.fixes.push_back({{misspelt, misspelt + 8}, "sanctions"});
  diagnostics.add(DiagnosticId::unused_phrase, "50% of it,\nor: all", file, {at("talks"), at("against")});
  diagnostics.add(DiagnosticId::file_not_found, "there is no \"a&b<c>\"", std::string("a&b<c>.stance"));
  diagnostics.add(DiagnosticId::document_encoding, "a control \x01 and \xFF a bad byte", std::string(""));
  return diagnostics.sorted();
}

std::string golden(const std::string& name) {
  return std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/findings/" + name;
}

}  // namespace

TEST_CASE("diagnostics in each format are as their golden shows them") {
  const std::vector<std::string> files{"fine.stance", "my rules/é.stance"};
  for (const auto& name : finding_format_names()) {
    const auto format = parse_finding_format(name);
    REQUIRE(format);
    CHECK(test::matches_golden(golden("check." + name), findings(*format, sample(), files, tool)));
  }
  CHECK_FALSE(parse_finding_format("xml"));
}

TEST_CASE("columns are code points in JSON and UTF-16 units in SARIF") {
  const auto json = nlohmann::json::parse(diagnostics_json(sample(), tool));
  CHECK(json["errors"] == 2);
  CHECK(json["warnings"] == 1);
  CHECK(json["notes"] == 1);
  const auto& unknown = json["diagnostics"][2];
  CHECK(unknown["id"] == "unknown-reference");
  CHECK(unknown["line"] == 3);
  CHECK(unknown["column"] == 20);
  CHECK(unknown["end_column"] == 28);
  const auto sarif = nlohmann::json::parse(diagnostics_sarif(sample(), tool));
  const auto& result = sarif["runs"][0]["results"][2];
  const auto& region = result["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startColumn"] == 21);
  CHECK(region["endColumn"] == 29);
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "my%20rules/%C3%A9.stance");
  CHECK(result["message"]["text"].get<std::string>().find("issue sanctions {{ about ... }}") != std::string::npos);
  CHECK(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "sanctions");
}

TEST_CASE("SARIF results name a rule of the list, and tell equal lines apart") {
  const auto file = std::make_shared<SourceFile>("a.stance", "phrase a = b\nphrase a = b\n\nphrase a = b\n");
  Diagnostics diagnostics;
  for (const std::uint32_t begin : {0u, 13u, 27u})
    diagnostics.add(DiagnosticId::unused_phrase, "unused", file, {begin + 7, begin + 8});
  const auto run = nlohmann::json::parse(diagnostics_sarif(diagnostics.sorted(), tool))["runs"][0];
  std::set<std::string> prints;
  for (const auto& result : run["results"]) {
    const auto& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    CHECK(rule["id"] == result["ruleId"]);
    CHECK(rule["shortDescription"]["text"] == "no pattern uses a phrase");
    prints.insert(result["partialFingerprints"]["finding/v1"]);
  }
  CHECK(prints.size() == 3);
}

TEST_CASE("nothing found is a valid answer in each format") {
  CHECK(nlohmann::json::parse(diagnostics_json({}, tool))["diagnostics"].empty());
  CHECK(nlohmann::json::parse(diagnostics_sarif({}, tool))["runs"][0]["results"].empty());
  CHECK(diagnostics_github({}).empty());
  CHECK(tap({}) == "TAP version 14\n1..0 # SKIP there is nothing to check\n");
  CHECK(findings(FindingFormat::tap, {}, {"a.stance"}, tool) ==
        "TAP version 14\n1..1\nok 1 - a.stance: nothing to say\n");
  CHECK(junit_xml({}, tool).find("tests=\"0\" failures=\"0\" errors=\"0\"") != std::string::npos);
}

TEST_CASE("a GitHub command is one line, whatever it speaks of") {
  const std::string text = diagnostics_github(sample());
  CHECK(std::count(text.begin(), text.end(), '\n') == static_cast<std::ptrdiff_t>(sample().size()));
  CHECK(text.find("50%25 of it,%0Aor: all") != std::string::npos);
  CHECK(text.find("line=3,col=20,endLine=3,endColumn=27,title=unknown-reference::") != std::string::npos);
  CHECK(text.find("line=3,endLine=4,title=unused-phrase::") != std::string::npos);  // no columns over several lines
}

TEST_CASE("a path is a URI") {
  CHECK(uri_of("./a b/../c.stance") == "c.stance");
  CHECK(uri_of("/x/100%#.stance") == "file:///x/100%25%23.stance");
  CHECK(path_of(uri_of("a b/100%.stance")) == "a b/100%.stance");
  CHECK(path_of("100%zz%4") == "100%zz%4");
}

namespace {

// A reader of TAP as small as can be: the plan, the numbers, the directives, the YAML blocks.
struct TapReading {
  std::size_t plan = 0, passed = 0, failed = 0, todo = 0;
  bool in_order = true;
  bool blocks_closed = true;
};

TapReading read_tap(const std::string& text) {
  TapReading reading;
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  CHECK(line == "TAP version 14");
  std::getline(lines, line);
  reading.plan = std::stoul(line.substr(3));
  bool block = false;
  while (std::getline(lines, line)) {
    if (line == "  ---" || line == "  ...") {
      reading.blocks_closed = reading.blocks_closed && block == (line == "  ...");
      block = !block;
      continue;
    }
    if (block) continue;
    const bool ok = line.rfind("ok ", 0) == 0;
    CHECK((ok || line.rfind("not ok ", 0) == 0));
    std::size_t directive = line.find(" # TODO ");
    (ok ? reading.passed : directive != std::string::npos ? reading.todo : reading.failed) += 1;
    const std::size_t number = std::stoul(line.substr(ok ? 3 : 7));
    reading.in_order = reading.in_order && number == reading.passed + reading.todo + reading.failed;
  }
  reading.blocks_closed = reading.blocks_closed && !block;
  return reading;
}

std::vector<Suite> outcomes() {
  using Status = Case::Status;
  return {{"a.stance",
           {{"plain", "a.stance", 3, Status::passed, "", "", ""},
            {"hash # TODO not a directive", "a.stance", 7, Status::failed, "expectation-missing", "say \"no\" & <go>",
             "  first line\n  ...\n\x01third\r\n"}}},
          {"b.stance",
           {{"later", "b.stance", 1, Status::todo, "test-todo", "no verb # yet", ""},
            {"broken", "b.stance", 9, Status::error, "test-cannot-run", "unknown issue", ""}}}};
}

}  // namespace

TEST_CASE("TAP: a consumer reads what was meant") {
  const TapReading reading = read_tap(tap(outcomes()));
  CHECK(reading.plan == 4);
  CHECK(reading.passed == 1);
  CHECK(reading.todo == 1);
  CHECK(reading.failed == 2);
  CHECK(reading.in_order);
  CHECK(reading.blocks_closed);
  CHECK(test::matches_golden(golden("outcomes.tap"), tap(outcomes())));
}

TEST_CASE("JUnit: counts, and characters that XML has not") {
  const std::string xml = junit_xml(outcomes(), {"1.2.3", "test"});
  CHECK(xml.find("<testsuites name=\"demarche test\" tests=\"4\" failures=\"1\" errors=\"1\">") != std::string::npos);
  CHECK(xml.find('\x01') == std::string::npos);
  CHECK(test::matches_golden(golden("outcomes.xml"), xml));
}
