#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {
struct Share {
  std::size_t read = 0;
  std::size_t all = 0;
  std::string missed;
};

Share share_of(const Folder& folder, const std::string& question) {
  const auto run = folder.run("expand " + question + " --json");
  INFO(run.err);
  REQUIRE(run.code == 0);
  Share share;
  for (const auto& line : nlohmann::json::parse(run.out)) {
    ++share.all;
    share.read += line["read"].get<bool>();
    CHECK(line["read"].get<bool>() == line["reason"].get<std::string>().empty());
    if (!line["read"].get<bool>()) share.missed += line["text"].get<std::string>() + "\n";
  }
  return share;
}
}  // namespace

TEST_CASE("expand: nine in ten of its sentences are read as they are meant") {
  const Folder folder;
  Share whole;
  for (const char* question : {"actor opposes foreign-forces-presence", "actor supports foreign-forces-presence",
                               "active --all", "sanctions --all", "actor takes-a-side on nato-expansion"}) {
    const auto share = share_of(folder, question);
    CHECK(share.all >= 20);
    whole.read += share.read;
    whole.all += share.all;
    whole.missed += share.missed;
  }
  INFO(whole.read << " of " << whole.all << "\n" << whole.missed);
  CHECK(whole.all > 500);
  CHECK(whole.read * 10 >= whole.all * 9);
}

TEST_CASE("expand: sentences with verbs that agree, own rules, counts") {
  const Folder folder;
  folder.write("a.stance",
               "import \"world\"\nimport \"english\"\nissue mining \"Mining\" {\n  about seabed mining | (deep-sea | "
               "ocean) mining permit\n  against moratorium on seabed mining\n}\nRUS opposes mining\n");
  const auto rule = folder.run("expand RUS opposes mining --rules a.stance");
  INFO(rule.out << rule.err);
  CHECK(rule.code == 0);
  CHECK(contains(rule.out, "active"));
  CHECK(contains(rule.out, "Russia opposes seabed mining."));
  CHECK(contains(rule.out, "Seabed mining is opposed by "));
  const auto issue = folder.run("expand mining --all --rules a.stance");
  CHECK(contains(issue.out, "supports seabed mining."));
  CHECK(contains(issue.out, "ocean mining permit."));
  CHECK(contains(issue.out, "supporting them opposes mining"));
  CHECK(contains(issue.out, "supports moratorium on seabed mining."));
  const auto count = folder.run("expand mining --count --rules a.stance");
  CHECK(contains(count.out, "word sequences"));
  const auto unknown = folder.run("expand minning --rules a.stance");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "did you mean `mining`?"));
}

TEST_CASE("expand: deeds, rules with `when`, and slips in a statement") {
  const Folder folder;
  folder.write("a.stance",
               "import \"world\"\nimport \"english\"\nissue mining \"Mining\" {\n  about deep-sea mining\n  deed dredge the "
               "seabed\n  against ban on <this>\n}\nRUS opposes mining\nignore parts {\n  actor opposes mining\n  when mining "
               "machine\n}\n");
  const auto issue = folder.run("expand mining --rules a.stance");
  INFO(issue.out << issue.err);
  CHECK(contains(issue.out, "supports deep-sea mining."));
  CHECK(contains(issue.out, "words for doing it: who demands it supports mining"));
  CHECK(contains(issue.out, "dredge"));
  CHECK(contains(folder.run("expand mining --count --rules a.stance").out, "\nagainst ban on <this>"));
  const auto veto = folder.run("expand parts --rules a.stance");
  CHECK(contains(veto.out, "`parts` keeps from being coded what any of these matches"));
  CHECK(contains(veto.out, "when mining machine"));
  CHECK_FALSE(contains(veto.out, "Russia"));
  CHECK(contains(folder.run("expand RUS oposes mining --rules a.stance").err, "no stance `oposes`; did you mean `opposes`?"));
  CHECK(contains(folder.run("expand RUS opposes minning --rules a.stance").err, "did you mean `mining`?"));
}
