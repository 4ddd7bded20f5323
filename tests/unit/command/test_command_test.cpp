#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using demarche::testing::contains;
using demarche::testing::Folder;

namespace {

const std::string head =
    "import \"world\"\nimport \"english\"\nissue grain { about grain deal }\nactor takes-a-side on every issue\n";

std::string one_test(const std::string& name, const std::string& stance) {
  return "test \"" + name + "\" {\n  text \"Iran rejected the grain deal.\"\n  expect IRN " + stance + " grain\n}\n";
}

}  // namespace

TEST_CASE("test: exit codes of right, failed and broken rules") {
  const Folder folder;
  folder.write("right.stance", head + one_test("a", "opposes"));
  folder.write("wrong.stance", head + one_test("a", "supports"));
  folder.write("broken.stance", head + one_test("a", "opposes") + one_test("b", "supprts"));
  CHECK(folder.run("test right.stance").code == 0);
  CHECK(folder.run("test wrong.stance").code == 1);
  const auto broken = folder.run("test broken.stance");
  CHECK(broken.code == 2);
  CHECK(contains(broken.err, "error[unknown-stance]"));
  CHECK(contains(broken.out, "2 tests, 1 right, 0 failed, 1 cannot run"));
  CHECK_FALSE(contains(broken.err, "mend them first"));
  folder.write("both.stance", head + one_test("a", "supports") + one_test("b", "supprts"));
  CHECK(contains(folder.run("test both.stance").err, "the rules have errors (above): mend them first"));
  CHECK(folder.run("test nowhere.stance").code == 3);
}

TEST_CASE("test and check: a machine format is alone on stdout, or whole in its file") {
  const Folder folder;
  folder.write("wrong.stance", head + one_test("a", "supports") + "issue x { about }\n");
  for (const std::string command : {"test", "check"}) {
    const auto sarif = folder.run(command + " wrong.stance --format sarif");
    CHECK(sarif.code == 2);
    CHECK(nlohmann::json::parse(sarif.out)["version"] == "2.1.0");
    CHECK(contains(sarif.out, "empty-pattern"));
    CHECK(nlohmann::json::parse(folder.run(command + " wrong.stance --format json").out)["command"] == command);
    CHECK(folder.run(command + " wrong.stance --format junit --output out/r.xml").out.empty());
    CHECK(contains(folder.read("out/r.xml"), "</testsuites>"));
    CHECK(contains(folder.run(command + " wrong.stance --format tap").out, "TAP version 14\n1.."));
    CHECK(contains(folder.run(command + " wrong.stance --format github").out, "::error file=wrong.stance,line="));
  }
  CHECK(folder.run("check wrong.stance --format json --output wrong.stance/below").code == 3);
  CHECK(folder.run("check wrong.stance --format xml").code == 2);
}

TEST_CASE("test: the output does not depend on threads, and filters name what they do not find") {
  const Folder folder;
  std::string text = head;
  for (int i = 0; i < 60; ++i) text += one_test("test " + std::to_string(i), i % 3 ? "opposes" : "supports");
  folder.write("many.stance", text);
  const auto one = folder.run("test many.stance --threads 1 --no-why");
  CHECK(one.out == folder.run("test many.stance --threads 8 --no-why").out);
  CHECK(contains(one.out, "60 tests, 40 right, 20 failed"));
  CHECK(contains(folder.run("test many.stance --filter \"test 1?\" --no-why").out, "10 tests, "));
  const auto unknown = folder.run("test many.stance --actor IRM");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "did you mean `IRN`?"));
}

TEST_CASE("test: what is run goes on after errors of every kind") {
  const Folder folder;
  for (const std::string bad :
       {"issue x { about (a | b }\n", "rule r {\n  IRN opposes nothing-known\n",
        "phrase p = <q>\nphrase q = <p>\nissue z { about <p> }\n", "stance likes { verb like }\n",
        "construction c { from <holder> }\n", "import \"nothing\"\n", "turn flips = end\n", "words x = y\n"}) {
    folder.write("bad.stance", head + one_test("sound", "opposes") + bad);
    INFO(bad);
    const auto outcome = folder.run("test bad.stance");
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "error["));
    CHECK(contains(outcome.out, "1 test, 1 right, 0 failed"));
  }
}

TEST_CASE("test --watch runs again when a rule file is saved") {
  const Folder folder;
  folder.write("w.stance", head + one_test("a", "supports"));
  folder.write("later.stance", head + one_test("a", "opposes") + one_test("b", "opposes"));
  // The file is written once the first run is over, which its output tells.
  const std::string command =
      std::string("DEMARCHE_LIBRARY='") + DEMARCHE_SOURCE_DIR + "/rules' '" + DEMARCHE_COMMAND + "'";
  folder.run(
      "--version > /dev/null; " + command +
      " test w.stance --watch --no-why > w.out 2> w.err & watch=$!; i=0; "
      "while [ $i -lt 200 ] && ! grep -q Ctrl-C w.err; do sleep 0.1; i=$((i+1)); done; cp later.stance w.stance; "
      "while [ $i -lt 400 ] && [ $(grep -c Ctrl-C w.err) -lt 2 ]; do sleep 0.1; i=$((i+1)); done; "
      "kill $watch; true");
  CHECK(contains(folder.read("w.out"), "1 test, 0 right, 1 failed"));
  CHECK(contains(folder.read("w.out"), "2 tests, 2 right, 0 failed"));
}

TEST_CASE("test --coverage: the ways that words of somebody took count, and those they did not") {
  const Folder folder;
  folder.write("said.stance", head + "rule calls-it-siege {\n  actor opposes grain\n  when <actor> says [ (siege | ransom) ]\n}\n"
                                     "test \"a\" {\n  text \"The grain deal is a siege, the Iranian minister said.\"\n"
                                     "  expect IRN opposes grain\n}\n");
  const auto done = folder.run("test said.stance --coverage --all --only-file said.stance");
  CHECK(contains(done.out, "alternative `ransom` of rule calls-it-siege"));
  CHECK_FALSE(contains(done.out, "alternative `siege` of rule calls-it-siege"));
}

TEST_CASE("test --coverage: the exception of a veto that let a statement stand counts") {
  const Folder folder;
  folder.write("spared.stance", head + "ignore drills {\n  actor opposes grain\n  when exercise (on | about)\n"
                                       "  unless (exercise | hailed) on\n}\n"
                                       "test \"a\" {\n  text \"Iran opposes the grain deal in an exercise on paper.\"\n"
                                       "  expect IRN opposes grain\n}\n");
  const auto done = folder.run("test spared.stance --coverage --all --only-file spared.stance");
  INFO(done.out);
  CHECK(contains(done.out, "alternative `hailed`"));
  CHECK_FALSE(contains(done.out, "alternative `exercise`"));
}

TEST_CASE("test --coverage: a corpus that was asked for is read, or it is said that there is none") {
  const Folder folder;
  folder.write("grain.stance", head + "rule calls-it-ransom {\n  actor opposes grain\n  when <actor> says [ ransom ]\n}\n" +
                                   one_test("a", "opposes"));
  folder.write("news/one.txt", "The grain deal is a ransom, the Iranian minister said.\n");

  const auto none = folder.run("test grain.stance --coverage --with-corpus --json none.json --table none.tsv");
  CHECK(none.code == 2);
  CHECK(contains(none.err, "there is no corpus; name one with --corpus"));
  CHECK(none.out.empty());
  CHECK_FALSE(folder.has("none.json"));
  CHECK_FALSE(folder.has("none.tsv"));

  const auto named = folder.run("test grain.stance --coverage --corpus news --json named.json --quiet");
  CHECK(named.code == 0);
  CHECK(nlohmann::json::parse(folder.read("named.json"))["corpus"] == true);

  const auto missing = folder.run("test grain.stance --coverage --corpus nowhere --json missing.json");
  CHECK(missing.code == 3);
  CHECK_FALSE(folder.has("missing.json"));

  folder.write("demarche.yaml", "rules: [grain.stance]\n");
  CHECK(folder.run("test --coverage --with-corpus --json none.json").code == 2);
  folder.write("demarche.yaml", "rules: [grain.stance]\ncorpus: [news]\n");
  CHECK(folder.run("test --coverage --with-corpus --json project.json --quiet").code == 0);
  CHECK(nlohmann::json::parse(folder.read("project.json"))["corpus"] == true);
}

TEST_CASE("test: a corpus is for --coverage alone") {
  const Folder folder;
  folder.write("grain.stance", head + one_test("a", "opposes"));
  CHECK(folder.run("test grain.stance --with-corpus").code == 2);
  CHECK(folder.run("test grain.stance --corpus news").code == 2);
}
