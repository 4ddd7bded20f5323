#include "tests/golden.hpp"

#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path example = fs::path(DEMARCHE_SOURCE_DIR) / "examples/south-caucasus";

void copy_example(const Folder& folder) {
  for (const char* name : {"demarche.yaml", "south-caucasus.stance", "corpus", "golden"})
    fs::copy(example / name, folder.path() / name, fs::copy_options::recursive);
}

void edit(const Folder& folder, const std::string& file, const std::string& from, const std::string& to) {
  std::string text = folder.read(file);
  const auto at = text.find(from);
  INFO(file << " has " << from);
  REQUIRE(at != std::string::npos);
  folder.write(file, text.replace(at, from.size(), to));
}

Json difference(const Folder& folder, const std::string& options = "") {
  const auto outcome = folder.run("golden diff --format json " + options);
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  return Json::parse(outcome.out);
}

// All files of a folder with their bytes.
std::map<std::string, std::string> contents(const Folder& folder, const std::string& below) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path() / below))
    if (entry.is_regular_file()) {
      const auto name = fs::relative(entry.path(), folder.path()).generic_string();
      all[name] = folder.read(name);
    }
  return all;
}

std::string starter_with_golden(const Folder& folder) {
  REQUIRE(folder.run("init -q").code == 0);
  const auto made = folder.run("golden accept --all");
  INFO(made.err);
  REQUIRE(made.code == 0);
  return made.out;
}

}  // namespace

TEST_CASE("the example gives what was accepted") {
  Folder project;
  copy_example(project);
  if (std::getenv("DEMARCHE_UPDATE_GOLDENS"))
    REQUIRE(project.run("-q golden accept --all --golden '" + (example / "golden").string() + "'").code == 0);
  const auto check = project.run("golden check --golden '" + (example / "golden").string() + "'");
  INFO(check.out << check.err);
  CHECK(check.code == 0);
  CHECK(contains(check.out, "as accepted"));
  CHECK(check.err.empty());
}

TEST_CASE("accepting what is as accepted changes no byte") {
  Folder project;
  copy_example(project);
  REQUIRE(project.run("golden accept --all --threads 8").code == 0);
  const auto before = contents(project, "golden");
  CHECK(before.size() > 26);
  const auto again = project.run("golden accept --all --threads 1");
  CHECK(again.code == 0);
  CHECK(contains(again.out, "; 0 files"));
  CHECK(contents(project, "golden") == before);
}

TEST_CASE("an edit of a rule: its cells, documents, evidence and line are named") {
  Folder project;
  copy_example(project);
  edit(project, "south-caucasus.stance", "(add | settle | solve) nothing", "(settle | solve) nothing");
  CHECK(project.run("golden check").code == 1);
  const Json found = difference(project);
  CHECK(found["same"] == false);
  REQUIRE(!found["evidence"].empty());
  for (const auto& one : found["evidence"]) {
    CHECK(one["change"] == "lost");
    CHECK(one["before"]["rule"] == "adds-nothing");
    CHECK(contains(one["sentence"].get<std::string>(), "nothing"));
    REQUIRE(one["causes"].size() == 1);
    CHECK(one["causes"][0]["kind"] == "line");
    CHECK(one["causes"][0]["file"] == "south-caucasus.stance");
    CHECK(one["causes"][0]["line_before"] == 29);
    CHECK(contains(one["causes"][0]["before"].get<std::string>(), "add | settle"));
    CHECK(contains(one["causes"][0]["after"].get<std::string>(), "(settle | solve) nothing"));
  }
  // Each net position that went is of a document and an actor that lost evidence.
  REQUIRE(!found["nets"].empty());
  for (const auto& net : found["nets"])
    CHECK(std::any_of(found["evidence"].begin(), found["evidence"].end(), [&](const auto& one) {
      return one["document"] == net["document"] && one["actor"] == net["actor"] && one["issue"] == net["issue"];
    }));
  REQUIRE(!found["cells"].empty());
  for (const auto& cell : found["cells"])
    CHECK(std::any_of(found["evidence"].begin(), found["evidence"].end(),
                      [&](const auto& one) { return one["actor"] == cell["actor"] && one["issue"] == cell["issue"]; }));
  const auto text = project.run("golden diff").out;
  CHECK(contains(text, "because south-caucasus.stance:29 was edited"));
  CHECK(contains(text, "- when     <actor> says [ <issue> ..8 (add | settle | solve) nothing ]"));
  CHECK(contains(text, "[["));
}

TEST_CASE("what differs is told to machines that run checks") {
  Folder project;
  starter_with_golden(project);
  CHECK(contains(project.run("golden check --format tap").out, "TAP version 14"));
  CHECK(project.run("golden check --format github").out.empty());
  edit(project, "rules/example.stance", "about    deep-sea mining | seabed mining", "about    deep-sea mining");
  const auto junit = project.run("golden check --format junit");
  CHECK(junit.code == 1);
  CHECK(contains(junit.out, "<failure"));
  CHECK(contains(junit.out, "NOR on seabed-mining"));
  CHECK(contains(junit.out, "rules/example.stance:11 was edited"));
  CHECK(contains(project.run("golden check --format github").out, "::error file=rules/example.stance,line=11,title=golden::"));
  CHECK(Json::parse(project.run("golden check --format json").out)["same"] == false);
}

TEST_CASE("a comment at the head of the rules is no difference") {
  Folder project;
  copy_example(project);
  REQUIRE(project.run("golden accept --all -q").code == 0);
  project.write("south-caucasus.stance", "# a comment\n\n" + project.read("south-caucasus.stance"));
  CHECK(project.run("golden check").code == 0);
  const auto before = contents(project, "golden");
  REQUIRE(project.run("golden accept --all").code == 0);
  std::size_t changed = 0;
  for (const auto& [name, text] : contents(project, "golden")) changed += before.at(name) != text;
  CHECK(changed == 2);  // rules.yaml, and the copy of the rules
}

TEST_CASE("a veto that is new, and one that goes, are the cause") {
  Folder project;
  starter_with_golden(project);
  const std::string rules = project.read("rules/example.stance");
  project.write("rules/example.stance", rules + "\nignore mines {\n  actor opposes seabed-mining\n  when reject\n}\n");
  const Json lost = difference(project);
  REQUIRE(lost["evidence"].size() == 1);
  CHECK(lost["evidence"][0]["change"] == "lost");
  CHECK(lost["evidence"][0]["actor"] == "ISL");
  bool named = false;
  for (const auto& cause : lost["evidence"][0]["causes"])
    named = named || (cause["kind"] == "guard" && contains(cause["after"].get<std::string>(), "when reject"));
  CHECK(named);
  REQUIRE(project.run("golden accept --all").code == 0);
  project.write("rules/example.stance", rules);
  const Json gained = difference(project);
  REQUIRE(gained["evidence"].size() == 1);
  CHECK(gained["evidence"][0]["change"] == "gained");
  CHECK(!gained["evidence"][0]["causes"].empty());
}

TEST_CASE("an article that grows at its head moves its evidence; a new line in it is a gain by the article") {
  Folder project;
  starter_with_golden(project);
  edit(project, "corpus/2024-05-02-quotas.txt", "London backs quotas\n\n",
       "London backs quotas\n\nBy our staff in London.\n\n");
  const auto moved = project.run("golden diff");
  CHECK(contains(moved.out, "moved"));
  CHECK_FALSE(contains(moved.out, "\ngained"));
  CHECK_FALSE(contains(moved.out, "\nlost"));
  CHECK(project.run("golden check").code == 1);
  project.write("corpus/2024-05-02-quotas.txt",
                project.read("corpus/2024-05-02-quotas.txt") + "\nDenmark opposes fishing quotas.\n");
  const Json found = difference(project);
  bool gained = false;
  for (const auto& one : found["evidence"])
    if (one["change"] == "gained") {
      gained = true;
      CHECK(one["actor"] == "DNK");
      CHECK(one["causes"][0]["kind"] == "article");
    }
  CHECK(gained);
  REQUIRE(project.run("golden accept --document 2024-05-02-quotas.txt").code == 0);
  CHECK(project.run("golden check").code == 0);
}

TEST_CASE("accepting by cell, by document, and by answers") {
  const Folder project;
  starter_with_golden(project);
  edit(project, "rules/example.stance", "about    deep-sea mining | seabed mining", "about    deep-sea mining");
  edit(project, "rules/example.stance", "about    fishing quota | fishing limit | catch limit",
       "about    fishing limit | catch limit");
  const Json all = difference(project);
  const auto accepted = project.run("golden accept --cell NOR/seabed-mining");
  INFO(accepted.out << accepted.err);
  CHECK(accepted.code == 0);
  CHECK(contains(accepted.out, "what still differs"));
  const Json rest = difference(project);
  CHECK(rest["evidence"].size() == all["evidence"].size() - 1);
  for (const auto& one : rest["evidence"]) {
    CHECK_FALSE((one["actor"] == "NOR" && one["issue"] == "seabed-mining"));
    CHECK(one["causes"][0]["kind"] == "line");  // what is left over still finds its line
  }
  const auto before = contents(project, "golden");
  project.write("answers", "n\nn\nn\nn\nn\nn\nn\nn\nn\nn\n");
  CHECK(project.run("golden accept --interactive", "", "answers").code == 0);
  CHECK(contents(project, "golden") == before);
  project.write("answers", "what\ny\nq\n");
  const auto asked = project.run("golden accept --interactive", "", "answers");
  CHECK(contains(asked.out, "`what` is none of y, n, s, a and q"));
  CHECK(difference(project)["evidence"].size() == rest["evidence"].size() - 1);
  project.write("answers", "a\n");
  CHECK(project.run("golden accept --interactive", "", "answers").code == 0);
  CHECK(project.run("golden check").code == 0);
}

TEST_CASE("bad input for goldens is explained") {
  Folder project;
  REQUIRE(project.run("init -q").code == 0);
  const auto none = project.run("golden check");
  CHECK(none.code == 2);
  CHECK(contains(none.err, "golden accept --all"));
  CHECK(project.run("golden accept").code == 2);
  CHECK(project.run("golden accept --cell NOR/seabed-mining").code == 2);
  CHECK_FALSE(project.has("golden"));
  REQUIRE(project.run("golden accept --all -q").code == 0);
  const auto misspelt = project.run("golden accept --cell NOR/seabed-minning");
  CHECK(misspelt.code == 2);
  CHECK(contains(misspelt.err, "did you mean `NOR/seabed-mining`?"));
  CHECK(contains(project.run("golden accept --cell NOR").err, "IRN/sanctions"));
  CHECK(contains(project.run("golden accept --document 2024-05-02-quota.txt").err,
                 "did you mean `2024-05-02-quotas.txt`?"));
  CHECK(project.run("golden accept --all --cell NOR/seabed-mining").code == 2);
  CHECK(project.run("golden diff --rules-a rules").code == 2);
  edit(project, "golden/matrix.yaml", "code: support", "code: [support");
  const auto broken = project.run("golden check");
  CHECK(broken.code == 2);
  CHECK(contains(broken.err, "golden/matrix.yaml:"));
  REQUIRE(project.run("golden accept --all -q").code == 0);
  CHECK(project.run("golden check").code == 0);
  fs::rename(project.path() / "corpus/2024-05-02-quotas.txt", project.path() / "corpus/x.txt");
  fs::remove(project.path() / "corpus/2024-03-12-seabed.txt");
  const auto other = project.run("golden check");
  CHECK(other.code == 2);
  CHECK(contains(other.err, "of another corpus"));
}

TEST_CASE("a document that is gone is a difference, one that cannot be read prevents accepting") {
  Folder project;
  starter_with_golden(project);
  const auto before = contents(project, "golden");
  fs::remove(project.path() / "corpus/2024-05-02-quotas.txt");
  const auto check = project.run("golden check");
  CHECK(check.code == 1);
  CHECK(contains(project.run("golden diff").out, "2024-05-02-quotas.txt: gone"));
  project.write("corpus/2024-05-02-quotas.txt", std::string("\x7F"
                                                            "ELF\0\0\1\2\0\0\0",
                                                            11));
  const auto accepted = project.run("golden accept --all");
  CHECK(accepted.code != 0);
  CHECK(contains(accepted.err, "nothing was accepted"));
  CHECK(contents(project, "golden") == before);
}

TEST_CASE("two versions of a rule set, a sample, and its judgement") {
  Folder project;
  REQUIRE(project.run("init -q").code == 0);
  fs::copy(project.path() / "rules", project.path() / "old");
  edit(project, "rules/example.stance", "about    deep-sea mining | seabed mining", "about    deep-sea mining");
  const Json found =
      difference(project, "--rules-a old --rules-b rules --sample 10 --sheet out/s.tsv");
  REQUIRE(!found["evidence"].empty());
  for (const auto& one : found["evidence"]) {
    CHECK(one["change"] == "lost");
    CHECK(one["causes"][0]["file"] == "example.stance");
    CHECK(one["causes"][0]["after"] == "about    deep-sea mining");
  }
  const std::string sheet = project.read("out/s.tsv");
  CHECK(contains(sheet, "judgement"));
  CHECK(contains(sheet, "[["));
  CHECK(contains(project.read("out/s.md"), "## Lost"));
  REQUIRE(project.run("golden diff -q --rules-a old --rules-b rules --sample 10 --sheet again.tsv").code == 0);
  CHECK(project.read("again.tsv") == sheet);
  const auto judged = project.run("golden judge out/s.tsv");
  CHECK(judged.code == 0);
  CHECK(contains(judged.out, "nothing judged"));
  CHECK(project.run("golden judge none.tsv").code == 3);
}
