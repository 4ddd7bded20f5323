#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/golden.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {

namespace fs = std::filesystem;

const fs::path example = fs::path(DEMARCHE_SOURCE_DIR) / "examples/south-caucasus";

// The example project in a folder of its own.
void copy_example(const Folder& folder) {
  for (const char* name : {"demarche.yaml", "south-caucasus.stance", "corpus"})
    fs::copy(example / name, folder.path() / name, fs::copy_options::recursive);
}

// evidence.jsonl without the sentences: one record a line.
std::string summary(const std::string& evidence) {
  std::string out = "doc\tstart\tactor\tspeaker\tissue\tstance\tstrength\tkind\tmode\trule\tconstruction\n";
  std::istringstream lines(evidence);
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    auto text = [&](const char* key) { return record[key].is_string() ? record[key].get<std::string>() : ""; };
    out += text("doc") + "\t" + std::to_string(record["start"].get<int>());
    for (const char* key : {"actor", "speaker", "issue", "stance", "strength", "kind", "mode", "rule", "construction"})
      out += "\t" + text(key);
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("the example gives the matrix and the evidence of its goldens") {
  const Folder project;
  copy_example(project);
  const auto run = project.run("run");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(contains(run.out, "Positions on the South Caucasus"));
  for (const char* name : {"matrix.csv", "matrix.md"})
    CHECK(demarche::test::matches_golden((example / "golden" / name).string(), project.read(std::string("out/") + name)));
  CHECK(demarche::test::matches_golden((example / "golden/evidence.tsv").string(), summary(project.read("out/evidence.jsonl"))));
}

TEST_CASE("the example's rules are fine and their tests pass") {
  const Folder project;
  copy_example(project);
  const auto check = project.run("check");
  INFO(check.err);
  CHECK(check.code == 0);
  CHECK(check.err.empty());
  const auto tests = project.run("test");
  INFO(tests.out);
  CHECK(tests.code == 0);
}

TEST_CASE("the example: the same bytes from one thread and from eight") {
  const Folder project;
  copy_example(project);
  REQUIRE(project.run("run -q --threads 1 --out one").code == 0);
  REQUIRE(project.run("run -q --threads 8 --out eight").code == 0);
  for (const char* name : {"evidence.jsonl", "documents.jsonl", "matrix.csv", "matrix.json", "matrix.md"}) {
    CHECK(!project.read(std::string("one/") + name).empty());
    CHECK(project.read(std::string("one/") + name) == project.read(std::string("eight/") + name));
  }
}

TEST_CASE("the example: every document and every place with an issue is accounted for") {
  const Folder project;
  copy_example(project);
  REQUIRE(project.run("run -q").code == 0);
  std::istringstream lines(project.read("out/documents.jsonl"));
  std::size_t documents = 0;
  std::size_t records = 0;
  for (std::string line; std::getline(lines, line); ++documents) {
    const auto document = nlohmann::json::parse(line);
    records += document["records"].get<std::size_t>();
    std::size_t reasons = 0;
    for (const auto& [reason, count] : document["reasons"].items()) reasons += count.get<std::size_t>();
    CHECK(document["silent"] == reasons);
  }
  const std::string evidence = project.read("out/evidence.jsonl");
  CHECK(documents == 26);
  CHECK(records == static_cast<std::size_t>(std::count(evidence.begin(), evidence.end(), '\n')));
}
