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

TEST_CASE("a misspelt option, value or second command is answered with the one that is meant") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  const auto option = project.run("matrix --row NOR");
  CHECK(option.code == 2);
  CHECK(contains(option.err, "demarche: `demarche matrix` has no option `--row`; did you mean `--rows`?"));
  CHECK(contains(project.run("matrix --zebra").err, "`demarche matrix --help` lists them"));
  const auto value = project.run("timeline --every yaer");
  CHECK(value.code == 2);
  CHECK(contains(value.err, "`yaer` is not allowed for `--every`; did you mean `year`?"));
  CHECK(contains(project.run("timeline --every decade").err, "write month, quarter or year"));
  const auto second = project.run("golden chek");
  CHECK(second.code == 2);
  CHECK(contains(second.err, "there is no command `golden chek`; did you mean `golden check`?"));
  CHECK(contains(project.run("golden").err, "say what: `golden check`"));
  CHECK(contains(project.run("golden check now").err, "`now` is a word too many for `demarche golden check`"));
  CHECK(contains(project.run("").err, "say which command"));
  CHECK(project.run("--help").code == 0);
  CHECK(contains(project.run("run --help").out, "Usage: demarche run"));
}

TEST_CASE("what cannot be written, read or found is said once, and nothing is put in its place") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("taken", "a file");
  const auto blocked = project.run("run --out taken");
  CHECK(blocked.code == 3);
  CHECK(blocked.err.find("error[write-failed]") == blocked.err.rfind("error[write-failed]"));
  project.write("scan.pdf", "%PDF");
  const auto unread = project.run("run --corpus scan.pdf --out nothing");
  CHECK(unread.code == 2);
  CHECK(contains(unread.err, "no document could be read: nothing is written to nothing"));
  CHECK_FALSE(project.has("nothing"));
  const auto report = project.run("report --out report.pdf");
  CHECK(report.code == 2);
  CHECK(contains(report.err, "a report is one HTML file"));
  CHECK_FALSE(project.has("report.pdf"));
  project.write("empty.stance", "# nothing yet\n");
  CHECK(contains(project.run("run --rules empty.stance --corpus corpus").err, "the rules define no issue"));
  project.write("demarche.yaml", "rules: rules\n");
  CHECK(contains(project.run("run").err, "or in demarche.yaml: `corpus: FOLDER`"));
  CHECK(contains(project.run("init 'two words'").out, "cd 'two words'"));
}

TEST_CASE("a text that is said to be nobody's words, or whose head has no end, is told of") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("texts/a.txt", "---\ntitle: On fish\nspeaking: Norway\n---\nWe support fishing quotas.\n");
  project.write("texts/b.txt", "---\ntitle: On fish\ndate: 2024-03-01\nNorway supports fishing quotas.\n");
  project.write("texts/c.txt", "---\nspeaking: NOR\n---\nWe support fishing quotas.\n");
  const auto run = project.run("run --corpus texts");
  CHECK(run.code == 0);
  CHECK(contains(run.err, "a.txt: warning[document-unknown-voice]: this document is said to be the words of `Norway`"));
  CHECK(contains(run.err, "did you mean `NOR`?"));
  CHECK(contains(run.err, "b.txt: warning[document-open-head]"));
  CHECK_FALSE(contains(run.err, "c.txt"));
  const auto pattern = project.run("run --corpus texts --files '{yaer}.txt'");
  CHECK(pattern.code == 2);
  CHECK(contains(pattern.err, "did you mean `{year}`?"));
  CHECK_FALSE(contains(project.run("run --corpus texts --files '{session}.txt'").err, "which says nothing"));
}

TEST_CASE("a misspelt issue or actor of a gold table is told of, and the sheet of a sample shows no front matter") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("gold.tsv",
                "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n"
                "2024-03-12-seabed.txt\t374\t405\tNOR\t\tseabed-minning\tsupport\t\t\n"
                "2024-03-12-seabed.txt\t405\t476\tNOO\t\tfishing-quotas\tsupport\t\t\n");
  const auto eval = project.run("eval --gold gold.tsv --brief");
  CHECK(eval.code == 0);
  CHECK(contains(eval.err, "line 2: no rule file defines the issue `seabed-minning`"));
  CHECK(contains(eval.err, "did you mean `seabed-mining`?"));
  CHECK(contains(eval.err, "line 3: no actor list knows `NOO`"));
  REQUIRE(project.run("sample --n 9").code == 0);
  CHECK_FALSE(contains(project.read("sheet.tsv"), "date: 2024"));
}

TEST_CASE("a sentence in quotes is quoted with its inner marks in pairs") {
  Folder project;
  REQUIRE(project.run("init").code == 0);
  project.write("texts/a.txt",
                "\"We oppose fishing quotas,\" the Norwegian foreign minister said.\n\n"
                "Iceland opposes \"so-called\" fishing quotas.\n\nDenmark opposes fishing quotas.\n");
  const auto quotes = project.run("quotes --corpus texts");
  INFO(quotes.out << quotes.err);
  CHECK(contains(quotes.out, "“‘We oppose fishing quotas,’ the Norwegian foreign minister said.”"));
  CHECK(contains(quotes.out, "“Iceland opposes ‘so-called’ fishing quotas.”"));
  CHECK(contains(quotes.out, "“Denmark opposes fishing quotas.”"));
  const auto who = project.run("who Russia");
  CHECK(contains(who.out, "security-council-secretary Sergei Shoigu"));
  CHECK(contains(project.run("who 'foreign minister of Japan' --date 2010-01-01").out, "Katsuya Okada"));
}
