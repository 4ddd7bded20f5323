#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {

constexpr const char* mistakes = R"(import "wrld"
import "world"
import "english"

phrase outsider = foreign | external | (extra-regional
issue grain-deal "Grain deal" {
  about  grain deal | <outsidr> grain
  deed   .. export grain
  agianst blockade
  needs  <UKR> and <RUS> within paragraf
}
issue grain-deal { about grain corridor }
actor oposes grain-deal
actor opposes grain-dael stronly
rule late {
  actor opposes grain-deal
  dates 2023 to 2020
  actors except NATOO
}
test "no expectation" { text "Iran rejected it." }
matrix m {
  rows UKR, Russia
  columns grain-deal, grain
  period 2023-13
}
)";

std::string repeated(const std::string& words, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += words;
  return out;
}

}  // namespace

TEST_CASE("a rule file with many mistakes: each has its place and what to write instead") {
  const Folder folder;
  folder.write("rules.stance", mistakes);
  const auto check = folder.run("check rules.stance");
  CHECK(check.code == 2);
  for (const char* said : {"rules.stance:1:8: error[unknown-import]", "did you mean `world`?", "rules.stance:5:40: error[unclosed-bracket]",
                           "rules.stance:7:23: error[unknown-reference]", "did you mean `<outsider>`?", "rules.stance:8:10: error[misplaced-gap]",
                           "rules.stance:9:3: error[unknown-keyword]", "did you mean `against`?", "rules.stance:10:33: error[bad-scope]",
                           "did you mean `paragraph`?", "rules.stance:12:7: error[duplicate-definition]", "extend issue grain-deal",
                           "rules.stance:13:7: error[unknown-stance]", "did you mean `opposes`?", "rules.stance:14:15: error[unknown-issue]",
                           "did you mean `grain-deal`?", "rules.stance:14:26: error[bad-strength]", "did you mean `strongly`?",
                           "rules.stance:17:9: error[reversed-dates]", "rules.stance:18:17: error[unknown-actor]", "did you mean `NATO`?",
                           "rules.stance:20:6: error[test-without-expectation]", "rules.stance:22:13: error[unknown-actor]", "`RUS`",
                           "rules.stance:24:10: error[bad-date]"}) {
    INFO(check.err << "\nshould say " << said);
    CHECK(contains(check.err, said));
  }
}

TEST_CASE("a project file with aliases that explode, wrong types and unknown keys") {
  const Folder folder;
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'n'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + before + ", *" + before + ", *" + before + ", *" + before + ", *" + before + "]\n";
  }
  folder.write("demarche.yaml", bomb);
  auto run = folder.run("run");
  CHECK(run.code == 2);
  CHECK(contains(run.err, "demarche.yaml:1:4: error[yaml-alias]"));
  folder.write("demarche.yaml", "name: [a]\nrules: {x: y}\nthreads: many\nwindow: lately\nundated: perhaps\nduplicates: weekly\nmatirx: m\n");
  run = folder.run("run");
  CHECK(run.code == 2);
  for (const char* said : {"demarche.yaml:1:7: error[yaml-wrong-type]", "demarche.yaml:2:8: error[yaml-wrong-type]",
                           "demarche.yaml:3:10: error[yaml-wrong-type]", "demarche.yaml:4:9: error[project-bad-value]",
                           "demarche.yaml:5:10: error[project-bad-value]", "demarche.yaml:6:13: error[project-bad-value]",
                           "demarche.yaml:7:1: error[yaml-unknown-key]", "did you mean `matrix`?"}) {
    INFO(run.err << "\nshould say " << said);
    CHECK(contains(run.err, said));
  }
}

TEST_CASE("tables of actors with mistakes") {
  const Folder folder;
  folder.write("rules.stance", "import \"english\"\nimport \"./actors\"\nissue x { about sanctions }\nactor opposes x\n");
  folder.write("actors.yaml", "actors:\n- {id: ZZZ, kind: stat, name: Zedland}\n- {id: ZZY, kind: state, name: Zed, membrs: [A]}\n"
                              "- {id: ZZY, kind: state, name: Again}\n");
  const auto check = folder.run("check rules.stance");
  CHECK(check.code == 2);
  for (const char* said : {"actors.yaml:2:19", "did you mean `state`?", "did you mean `members`?", "actors.yaml:4:8: error[actor-duplicate]"}) {
    INFO(check.err << "\nshould say " << said);
    CHECK(contains(check.err, said));
  }
}

TEST_CASE("a very long line is read in pieces, and the rest goes on") {
  const Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("corpus/long.txt", repeated("the word goes on and on without an end ", 5 << 20));
  project.write("corpus/longer.txt", repeated("Norway supports fishing quotas and ", 200000));
  const auto run = project.run("run");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(contains(project.read("out/documents.jsonl"), "\"doc\":\"long.txt\""));
  CHECK(contains(project.read("out/evidence.jsonl"), "\"doc\":\"longer.txt\""));
  CHECK(contains(project.read("out/evidence.jsonl"), "2024-05-02-quotas.txt"));
}

TEST_CASE("links that lead nowhere and files that may not be read are named") {
  const Folder project;
  REQUIRE(project.run("init").code == 0);
  std::filesystem::create_symlink("/nowhere/at/all", project.path() / "corpus/lost.txt");
  auto run = project.run("run");
  CHECK(run.code == 3);
  CHECK(contains(run.err, "lost.txt: error[file-unreadable]"));
  CHECK(contains(project.read("out/evidence.jsonl"), "2024-05-02-quotas.txt"));
  std::filesystem::remove(project.path() / "corpus/lost.txt");
  if (::geteuid() == 0) return;  // root may read everything
  project.write("corpus/secret.txt", "Norway supports fishing quotas.");
  project.write("corpus/closed/a.txt", "Norway supports fishing quotas.");
  std::filesystem::permissions(project.path() / "corpus/secret.txt", std::filesystem::perms::none);
  std::filesystem::permissions(project.path() / "corpus/closed", std::filesystem::perms::none);
  run = project.run("run");
  std::filesystem::permissions(project.path() / "corpus/closed", std::filesystem::perms::owner_all);
  CHECK(run.code == 3);
  CHECK(contains(run.err, "secret.txt: error[file-unreadable]"));
  CHECK(contains(run.err, "closed: error[file-unreadable]"));
}

TEST_CASE("where nothing could be read, the tables of an earlier run stay") {
  const Folder project;
  REQUIRE(project.run("init").code == 0);
  REQUIRE(project.run("run -q").code == 0);
  const std::string before = project.read("out/matrix.csv");
  const auto run = project.run("run --corpus nowhere");
  CHECK(run.code == 3);
  CHECK(contains(run.err, "nowhere: error[file-not-found]"));
  CHECK(contains(run.err, "nothing is written"));
  CHECK(project.read("out/matrix.csv") == before);
}
