#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {

namespace fs = std::filesystem;

void copy_example(const Folder& folder) {
  const fs::path example = fs::path(DEMARCHE_SOURCE_DIR) / "examples/south-caucasus";
  for (const char* name : {"demarche.yaml", "south-caucasus.stance", "corpus"})
    fs::copy(example / name, folder.path() / name, fs::copy_options::recursive);
}

// Whether the command can make the page at all; without npm it cannot, and says what to install.
bool built_with_page(const Folder& folder) {
  const auto outcome = folder.run("report");
  if (outcome.code == 0) return true;
  CHECK(contains(outcome.err, "install the packages `nodejs` and `npm`"));
  CHECK_FALSE(folder.has("report.html"));
  WARN("skipped: this build has no page (npm was missing)");
  return false;
}

}  // namespace

TEST_CASE("report writes one file, the same whatever the threads") {
  const Folder project;
  copy_example(project);
  if (!built_with_page(project)) return;
  const std::string page = project.read("report.html");
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(contains(page, "default-src 'none'"));
  CHECK(project.run("report --threads 1 --out b.html").code == 0);
  CHECK(project.read("b.html") == page);
  CHECK(contains(project.run("report").out, " pieces of evidence, 0."));
}

TEST_CASE("report from stored evidence needs no corpus") {
  const Folder project;
  copy_example(project);
  if (!built_with_page(project)) return;
  REQUIRE(project.run("run --out stored").code == 0);
  fs::remove_all(project.path() / "corpus");
  const auto outcome = project.run("report --from stored --out b.html");
  CHECK(
      contains(outcome.err, "documents with evidence are not at hand as they were read: their sentences stand alone"));
  CHECK(outcome.code == 0);
  CHECK(project.read("b.html").size() < project.read("report.html").size());
  CHECK(project.run("-q report --from stored --out b.html").err.empty());
}

TEST_CASE("report from stored evidence takes passages from the corpus, where the texts are as they were read") {
  const Folder project;
  copy_example(project);
  if (!built_with_page(project)) return;
  REQUIRE(project.run("-q run --out stored").code == 0);
  REQUIRE(project.run("-q report --out a.html").code == 0);
  const auto whole = project.run("report --from stored --out b.html");
  CHECK(whole.err == "");
  CHECK(project.read("b.html") == project.read("a.html"));
  // A text that has changed has its words elsewhere.
  const auto results = nlohmann::json::parse(
      project.read("stored/evidence.jsonl").substr(0, project.read("stored/evidence.jsonl").find('\n')));
  const std::string name = "corpus/" + results["doc"].get<std::string>();
  REQUIRE(project.has(name));
  project.write(name, project.read(name) + "\nA line more.\n");
  const auto changed = project.run("report --from stored --out c.html");
  CHECK(changed.code == 0);
  CHECK(contains(changed.err, "the texts of 1 of "));
  CHECK(project.read("c.html").size() < project.read("a.html").size());
}

TEST_CASE("what is wrong about a report is said, and nothing is written") {
  const Folder project;
  copy_example(project);
  if (!built_with_page(project)) return;
  project.write("taken/file", "");
  CHECK(project.run("report --out taken").code == 3);
  CHECK(project.run("report --max-size 0").code == 2);
  CHECK(project.run("report --from nowhere --out c.html").code == 3);
  CHECK(project.run("report --matrix none --out c.html").code == 2);
  CHECK(project.run("report --window soon --out c.html").code == 2);
  CHECK_FALSE(project.has("c.html"));
}
