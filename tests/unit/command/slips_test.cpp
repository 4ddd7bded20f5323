#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

// What people type who have not read the manual.
TEST_CASE("a misspelt command, actor or issue is answered with the one that is meant") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  const auto command = project.run("rnu");
  CHECK(command.code == 2);
  CHECK(contains(command.err, "there is no command `rnu`; did you mean `run`?"));
  CHECK(contains(project.run("frobnicate").err, "`demarche --help` lists them"));
  const auto actor = project.run("explain Norway seabed-mining");
  CHECK(actor.code == 2);
  CHECK(contains(actor.err, "there is no actor `Norway`; did you mean `NOR`?"));
  CHECK(contains(project.run("explain NORR seabed-mining").err, "did you mean `NOR`?"));
  CHECK(contains(project.run("explain NOR seabed-minning").err, "did you mean `seabed-mining`?"));
  CHECK(contains(project.run("explain NOR whales").err, "there are `fishing-quotas`, `seabed-mining`"));
  CHECK(contains(project.run("try 'We reject it.' --speaking norway").err, "did you mean `NOR`?"));
}

TEST_CASE("a sentence may stand before and behind the options, with or without quotes") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  const std::string wanted = "NOR opposes seabed-mining";
  CHECK(contains(project.run("try Norway rejects seabed mining.").out, wanted));
  CHECK(contains(project.run("try --rules rules 'Norway rejects seabed mining.' --date 2024-03-01").out, wanted));
  CHECK(contains(project.run("try --speaking NOR 'We reject seabed mining.'").out, wanted));
  CHECK(contains(project.run("try 'Norway abstained on seabed mining.'").out, "NOR is neutral on seabed-mining"));
}
