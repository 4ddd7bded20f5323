#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

TEST_CASE("every command has help with an example") {
  const Folder folder;
  CHECK(contains(folder.run("--help").out, "Subcommands"));
  CHECK(contains(folder.run("--version").out, "demarche 0."));
  for (const char* name : {"init", "try", "check", "run", "test", "explain", "eval", "dump", "who", "sample", "golden"}) {
    const auto help = folder.run(std::string(name) + " --help");
    INFO(name);
    CHECK(help.code == 0);
    CHECK(contains(help.out, "Example"));
  }
}

TEST_CASE("wrong options are input errors") {
  const Folder folder;
  CHECK(folder.run("").code == 2);
  CHECK(folder.run("rnu").code == 2);
  CHECK(folder.run("run --threads many").code == 2);
  CHECK(folder.run("run --color pink").code == 2);
  const auto window = folder.run("run --corpus x --window lately");
  CHECK(window.code == 2);
  CHECK(contains(window.err, "2020-09 to 2023-09"));
  const auto none = folder.run("run");
  CHECK(none.code == 2);
  CHECK(contains(none.err, "there is no corpus"));
}

TEST_CASE("a missing library is said") {
  const Folder folder;
  const auto outcome = folder.run("--library nowhere check");
  CHECK(outcome.code != 0);
  CHECK(!outcome.err.empty());
}

TEST_CASE("errors in rules: located, suggested, exit code 2, nothing written") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("rules/more.stance", "matrix x {\n  columns fishing-quota\n}\nactor opposes seabed-minning\n");
  const auto check = project.run("check");
  CHECK(check.code == 2);
  CHECK(contains(check.err, "more.stance:2:11"));
  CHECK(contains(check.err, "more.stance:4:15"));
  CHECK(contains(check.err, "fishing-quotas"));
  CHECK(contains(check.err, "seabed-mining"));
  CHECK(project.run("run").code == 2);
  CHECK_FALSE(project.has("out/evidence.jsonl"));
}

TEST_CASE("errors in the project file") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("demarche.yaml", "rules: rules\ncorpus: corpus\nmatrx: x\n");
  const auto run = project.run("run");
  CHECK(run.code == 2);
  CHECK(contains(run.err, "demarche.yaml:3:1"));
  project.write("demarche.yaml", "rules: rules\ncorpus: corpus\nmatrix: north\n");
  const auto unknown = project.run("run");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "north"));
  project.write("demarche.yaml", "a: &x [1]\nb: *x\n");
  CHECK(project.run("run").code == 2);
}

TEST_CASE("documents that cannot be read are named, and the rest is processed") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("corpus/empty.txt", "");
  project.write("corpus/broken.txt", std::string("Norway \xFF\xFE supports \x80 fishing quotas.\n"));
  project.write("corpus/binary.txt", std::string("\x7F" "ELF\0\0\1\2\0\0\0", 11));
  project.write("corpus/lines.jsonl", "{\"id\": \"one\", \"text\": \"Norway supports fishing quotas.\"}\n{broken\n");
  const auto run = project.run("run");
  CHECK((run.code == 2 || run.code == 3));
  CHECK(contains(run.err, "empty.txt"));
  CHECK(contains(run.err, "binary.txt"));
  CHECK(contains(run.err, "lines.jsonl:2"));
  CHECK(contains(project.read("out/evidence.jsonl"), "\"doc\":\"one\""));
  CHECK(contains(project.read("out/evidence.jsonl"), "2024-05-02-quotas.txt"));
  CHECK(project.run("run --corpus nowhere").code == 3);
}

TEST_CASE("outputs that cannot be written") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("blocked", "a file where a folder should be");
  const auto run = project.run("run --out blocked");
  CHECK(run.code == 3);
  CHECK(contains(run.err, "blocked"));
}

TEST_CASE("try: unknown actors and dates") {
  const Folder folder;
  const auto actor = folder.run("try 'We reject sanctions.' --speaking IRAN");
  CHECK(actor.code == 2);
  CHECK(contains(actor.err, "did you mean `IRN`"));
  CHECK(folder.run("try 'We reject sanctions.' --date 2023-02-30").code == 2);
}

TEST_CASE("quiet prints only errors, colour is asked for") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  const auto quiet = project.run("run --quiet");
  CHECK(quiet.out.empty());
  CHECK(quiet.err.empty());
  CHECK_FALSE(contains(project.run("run").out, "\x1b["));
  CHECK(contains(project.run("run --color always").out, "\x1b["));
  CHECK(contains(project.run("run --verbose").err, "documents analysed"));
}
