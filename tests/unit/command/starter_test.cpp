#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

TEST_CASE("init makes a project on which every command works") {
  const Folder folder;
  const auto made = folder.run("init p");
  CHECK(made.code == 0);
  CHECK(folder.has("p/demarche.yaml"));
  const auto again = folder.run("init p");
  CHECK(again.code == 2);
  CHECK(contains(again.err, "exists already"));

  Folder project;
  REQUIRE(project.run("init").code == 0);
  const auto check = project.run("check");
  INFO(check.err);
  CHECK(check.code == 0);
  CHECK(check.out == "2 issues, 1 rule, 3 tests: fine\n");

  const auto tests = project.run("test");
  INFO(tests.out);
  CHECK(tests.code == 0);
  CHECK(contains(tests.out, "3 tests, 3 right, 0 failed"));

  const auto run = project.run("run --plain");
  INFO(run.out << run.err);
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(contains(run.out, "Positions in the North Atlantic"));
  CHECK(contains(run.out, "out/evidence.jsonl"));
  CHECK(project.read("out/matrix.csv") ==
        "actor,name,fishing-quotas,seabed-mining\n"
        "NOR,Norway,support,support\n"
        "ISL,Iceland,support,oppose\n"
        "GBR,United Kingdom,support,silent\n"
        "DNK,Denmark,silent,mentioned\n");

  const auto explained = project.run("explain ISL seabed-mining");
  CHECK(explained.code == 0);
  CHECK(contains(explained.out, "ISL on seabed-mining: oppose"));
  CHECK(contains(explained.out, "Iceland rejects seabed mining"));
  CHECK(contains(explained.out, "actor-takes-a-side"));
  const auto json = nlohmann::json::parse(project.run("explain ISL seabed-mining --json").out);
  CHECK(json["code"] == "oppose");
  CHECK(!json["records"].at(0)["trace"].empty());

  const auto evidence = project.run("dump --stage evidence");
  CHECK(evidence.out == project.read("out/evidence.jsonl"));
  const auto tried = project.run("try 'Norway strongly opposes seabed mining.'");
  CHECK(contains(tried.out, "NOR opposes seabed-mining"));
}

TEST_CASE("one thread or eight, the same bytes") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  REQUIRE(project.run("run -q --threads 1 --out one").code == 0);
  REQUIRE(project.run("run -q --threads 8 --out eight").code == 0);
  for (const char* name : {"evidence.jsonl", "documents.jsonl", "matrix.csv", "matrix.json", "matrix.md"}) {
    CHECK(!project.read(std::string("one/") + name).empty());
    CHECK(project.read(std::string("one/") + name) == project.read(std::string("eight/") + name));
  }
}

TEST_CASE("a failing rule test is shown, with exit code 1") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("rules/more.stance", "test \"wrong\" {\n  text \"Norway supports fishing quotas.\"\n  expect NOR opposes fishing-quotas\n}\n");
  const auto tests = project.run("test");
  CHECK(tests.code == 1);
  CHECK(contains(tests.out, "more.stance:1: test \"wrong\""));
  CHECK(contains(tests.out, "expect NOR opposes fishing-quotas: missing"));
  CHECK(contains(tests.out, "found NOR supports fishing-quotas"));
}

TEST_CASE("eval compares with a table") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("gold.tsv",
                "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n"
                "2024-05-02-quotas.txt\t94\t175\tGBR\t\tfishing-quotas\tsupport\tplain\t\n");
  project.write("docs.txt", "2024-05-02-quotas.txt\n");
  const auto json = nlohmann::json::parse(project.run("eval --gold gold.tsv --docs docs.txt --json").out);
  CHECK(json["documents"] == 1);
  CHECK(json["cells"]["recall"] == 1);
  CHECK(json["rows"]["recall"] == 1);
  CHECK(contains(project.run("eval --gold gold.tsv --brief").out, "documents: 2"));
  project.write("gold.tsv", "doc\tstart\n");
  CHECK(project.run("eval --gold gold.tsv").code == 2);
  CHECK(project.run("eval --gold none.tsv").code == 3);
}
