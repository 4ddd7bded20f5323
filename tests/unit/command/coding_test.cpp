#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/golden.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {

namespace fs = std::filesystem;

void copy_example(const Folder& folder) {
  const fs::path example = fs::path(DEMARCHE_SOURCE_DIR) / "examples/south-caucasus";
  for (const char* name : {"demarche.yaml", "south-caucasus.stance", "corpus", "gold.tsv"})
    fs::copy(example / name, folder.path() / name, fs::copy_options::recursive);
}

std::vector<std::vector<std::string>> cells(const std::string& table) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    rows.emplace_back();
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      rows.back().push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("run --account: every sentence of the example is accounted for, once") {
  const Folder project;
  copy_example(project);
  const auto run = project.run("run --account");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(contains(run.out, "what became of every sentence"));
  CHECK_FALSE(contains(run.out, "do not add up"));
  const auto account = nlohmann::json::parse(project.read("out/account.json"));
  CHECK(account["adds_up"] == true);
  // The sentences are those of documents.jsonl, and the documents, too.
  std::size_t sentences = 0;
  std::size_t undated = 0;
  std::istringstream lines(project.read("out/documents.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    const auto document = nlohmann::json::parse(line);
    sentences += document["sentences"].get<std::size_t>();
    undated += document["date"].is_null();
  }
  CHECK(account["sentences"] == sentences);
  CHECK(account["undated"].size() == undated);
  std::size_t sum = 0;
  const auto table = cells(project.read("out/account.tsv"));
  for (const auto& row : table)
    if (row[0] != "line" && row[0] != "all" && row[0] != "undated") sum += std::stoul(row[1]);
  CHECK(sum == sentences);
  CHECK(cells(project.read("out/unknown-names.tsv"))[0] ==
        std::vector<std::string>{"name", "count", "documents", "words", "doc", "example"});
  // The evidence is the same with and without.
  REQUIRE(project.run("run -q --out plain").code == 0);
  CHECK(project.read("plain/evidence.jsonl") == project.read("out/evidence.jsonl"));
  CHECK_FALSE(project.has("plain/account.tsv"));
  REQUIRE(project.run("run -q --account --threads 1 --out one").code == 0);
  CHECK(project.read("one/account.json") == project.read("out/account.json"));
}

TEST_CASE("eval of the example: intervals, confusion, agreement, and the same bytes again") {
  const Folder project;
  copy_example(project);
  const auto outcome = project.run("eval --gold gold.tsv --json");
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  const auto json = nlohmann::json::parse(outcome.out);
  CHECK(json["intervals"]["draws"] == 1000);
  const auto recall = json["intervals"]["rows"]["recall"];
  CHECK(recall[0] <= json["rows"]["recall"]);
  CHECK(recall[1] >= json["rows"]["recall"]);
  std::size_t confused = 0;
  for (const auto& [coder, found] : json["cell_confusion"].items())
    for (const auto& [stance, count] : found.items()) confused += count.get<std::size_t>();
  CHECK(json["agreement"]["stance_or_none"]["n"] == confused);
  CHECK(project.run("eval --gold gold.tsv --json").out == outcome.out);
  const auto text = project.run("eval --gold gold.tsv --without-weak --most 1").out;
  CHECK(contains(text, "95% intervals (bootstrap over documents, 1000 draws)"));
  CHECK(contains(text, "rows by phenomenon"));
  CHECK(contains(text, "without weak gold rows"));
}

TEST_CASE("eval --against: two coders need no corpus and no rules") {
  const Folder folder;
  const std::string header = "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n";
  folder.write("anna.tsv",
               header +
                   "a\t0\t90\tIRN\t\tsanctions\toppose\tplain\t#"
                   "quote\na\t100\t190\tRUS\t\tpeace\tsupport\tplain\t\nb\t0\t90\tIRN\t\tpeace\toppose\tweak\t\n");
  folder.write("ben.tsv",
               header + "a\t0\t90\tIRN\t\tsanctions\toppose\tstrong\t\na\t100\t190\tRUS\t\tpeace\toppose\tplain\t\n");
  const auto json = nlohmann::json::parse(folder.run("eval --gold anna.tsv --against ben.tsv --json").out);
  CHECK(json["documents"] == 2);
  CHECK(json["rows"]["right"] == 1);
  CHECK(json["rows"]["wrong_direction"] == 1);
  CHECK(json["agreement"]["stance"]["n"] == 2);
  CHECK(json["agreement"]["strength"]["percent"] == 0.5);
  CHECK(json["rows_by"]["phenomenon"]["quote"]["recall"] == 1);
  CHECK(contains(folder.run("eval --gold anna.tsv --against ben.tsv").out, "the second coder, line 3"));
  CHECK(folder.run("eval --gold anna.tsv --against none.tsv").code == 3);
}

TEST_CASE("sample: draw, code, read back, evaluate") {
  const Folder project;
  copy_example(project);
  const auto drawn = project.run("sample --n 30 --seed 1 --by issue,source");
  INFO(drawn.err);
  REQUIRE(drawn.code == 0);
  CHECK(contains(drawn.out, "30 of "));
  const std::string sheet = project.read("sheet.tsv");
  const auto rows = cells(sheet);
  REQUIRE(rows.size() == 31);
  CHECK(rows[0] == std::vector<std::string>{"id", "doc", "start", "end", "before", "sentence", "after", "actor",
                                            "issue", "stance", "strength", "note"});
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(!rows[i][5].empty());
    CHECK((rows[i][7].empty() && rows[i][8].empty() && rows[i][9].empty()));
  }
  // A coding is not written over.
  const auto again = project.run("sample --n 30");
  CHECK(again.code == 2);
  CHECK(contains(again.err, "--force"));
  CHECK(project.read("sheet.tsv") == sheet);
  REQUIRE(project.run("sample --n 30 --seed 1 --by issue,source --force").code == 0);
  CHECK(project.read("sheet.tsv") == sheet);

  // A coder who agrees with the engine everywhere.
  std::map<std::string, std::vector<std::string>> answers;
  for (const auto& row : cells(project.read("key.tsv")))
    if (row[4] == "coded") answers[row[0]].push_back(row[8] + "\t" + row[9] + "\t" + row[10] + "\t" + row[11] + "\t");
  CHECK(answers.size() == 15);
  std::string filled;
  std::istringstream lines(sheet);
  for (std::string line; std::getline(lines, line);) {
    const std::string id = line.substr(0, line.find('\t'));
    if (id == "id") {
      filled += line + "\n";
    } else if (!answers.contains(id)) {
      filled += line.substr(0, line.size() - 4) + "\t\tnone\t\t\n";
    } else {
      for (const auto& answer : answers[id]) filled += line.substr(0, line.size() - 4) + answer + "\n";
    }
  }
  project.write("filled.tsv", filled);
  const auto read = project.run("sample --read filled.tsv --gold coded.tsv --sentences done.tsv --json -q");
  INFO(read.err);
  REQUIRE(read.code == 0);
  const auto json = nlohmann::json::parse(read.out);
  CHECK(json["coded"] == 30);
  CHECK(json["precision"]["share"] == 1);
  CHECK(json["recall"]["share"] == 1);
  CHECK(json["missed"]["share"] == 0);
  // What was written is what eval reads: nothing differs.
  const auto evaluation = nlohmann::json::parse(project.run("eval --gold coded.tsv --sentences done.tsv --json").out);
  CHECK(evaluation["rows"]["precision"] == 1);
  CHECK(evaluation["rows"]["recall"] == 1);
  CHECK(evaluation["rows"]["gold"] == json["recall"]["of"]);
}

TEST_CASE("sample: wrong input is said") {
  const Folder project;
  copy_example(project);
  const auto by = project.run("sample --by colour");
  CHECK(by.code == 2);
  CHECK(contains(by.err, "issue, source, actor, construction, reason or year"));
  CHECK(project.run("sample --n 0").code == 2);
  CHECK(project.run("sample --coded --silent").code == 2);
  CHECK_FALSE(project.has("sheet.tsv"));
  REQUIRE(project.run("sample --n 4 --silent").code == 0);
  std::string sheet = project.read("sheet.tsv");
  sheet.replace(sheet.find("s001"), 4, "s009");
  project.write("sheet.tsv", sheet);
  const auto read = project.run("sample --read sheet.tsv");
  CHECK(read.code == 2);
  CHECK(contains(read.err, "sheet.tsv:2:1"));
  CHECK(project.run("sample --read none.tsv").code == 3);
}
