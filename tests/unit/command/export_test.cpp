#include <nlohmann/json.hpp>

#include "engine/store/sqlite.hpp"
#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"
#include "tests/unit/import/dna.hpp"

using namespace demarche;
using namespace demarche::testing;

namespace {

const char* rules = R"(import "world"
import "english"
issue mining "=Mining, deep; 1+1" { about seabed mining }
actor takes-a-side on every issue
)";

// A project whose titles and sentences are all that a spreadsheet could take for something else.
void write_project(const Folder& folder) {
  folder.write("rules.stance", rules);
  folder.write("demarche.yaml", "name: Mining\nrules: rules.stance\ncorpus: corpus\n");
  folder.write("corpus/a.md", "---\ndate: 2023-01-01\ntitle: '=1+1, \"quoted\"'\nsource: Gazette\n---\nNorway supports seabed mining.\n");
  folder.write("corpus/b.md", "---\ndate: 2023-02-01\n---\nSweden opposes seabed mining. Norway rejected seabed mining.\n");
}

std::string one(const store::Database& database, const std::string& sql) {
  auto query = database.query(sql);
  return query.step() ? query.text_at(0) : "(nothing)";
}

}  // namespace

TEST_CASE("export: each format by name or by the file's ending, from a corpus or from what a run left") {
  const Folder folder;
  write_project(folder);
  CHECK(folder.run("run --quiet").code == 0);
  for (const char* file : {"m.xlsx", "m.sqlite", "m.csv", "m.json", "m.md"}) {
    const auto outcome = folder.run(std::string("export --out ") + file);
    INFO(file << outcome.err);
    CHECK(outcome.code == 0);
    CHECK(outcome.out == std::string(file) + "\n");
    CHECK(folder.run(std::string("export --from out --threads 1 --out again-") + file).code == 0);
    CHECK(folder.read(file) == folder.read(std::string("again-") + file));
  }
  CHECK(folder.run("export --format evidence-csv").out.starts_with("actor,name,issue,"));
  const store::Database database(folder.read("m.sqlite"));
  CHECK(one(database, "SELECT count(*) FROM evidence") == "3");
  CHECK(one(database, "SELECT title FROM issues") == "=Mining, deep; 1+1");
  CHECK(one(database, "SELECT value FROM meta WHERE name = 'project'") == "Mining");
}

TEST_CASE("export: what is asked for wrongly is said, and nothing is written") {
  const Folder folder;
  write_project(folder);
  const auto unknown = folder.run("export --format xslx --out m.xlsx");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "there is no format `xslx`; did you mean `xlsx`?"));
  CHECK(contains(folder.run("export").err, "say what to write: --format xlsx --out FILE"));
  CHECK(contains(folder.run("export --out m.doc").err, "does not tell the format"));
  CHECK(contains(folder.run("export --format sqlite").err, "`sqlite` needs a file: --out positions.sqlite"));
  folder.write("file", "");
  const auto blocked = folder.run("export --out file/m.xlsx");
  CHECK(blocked.code == 3);
  CHECK(contains(blocked.err, "cannot write `file/m.xlsx`"));
  CHECK_FALSE(folder.has("m.xlsx"));
  CHECK(folder.run("export --from nowhere --out m.xlsx").code == 3);
}

TEST_CASE("bundle: the same bytes whatever the threads, and an archive from which everything can be made again") {
  const Folder folder;
  write_project(folder);
  for (const char* ending : {"zip", "tar.gz"}) {
    const std::string end(ending);
    CHECK(folder.run("bundle --threads 1 --out a." + end).code == 0);
    CHECK(folder.run("bundle --threads 4 --out b." + end, "TZ=Pacific/Auckland").code == 0);
    CHECK(folder.read("a." + end) == folder.read("b." + end));
    const auto check = folder.run("bundle --check a." + end);
    CHECK(check.code == 0);
    CHECK(contains(check.out, " files are as listed"));
  }
  CHECK(folder.run("--quiet bundle --with-corpus --out all.tgz").code == 0);
  folder.write("unpacked/.keep", "");
  const auto shell = [&](const std::string& command) {
    return std::system(("cd '" + folder.path().string() + "/unpacked' && " + command).c_str());
  };
  REQUIRE(shell("tar xzf ../all.tgz") == 0);
  CHECK(folder.has("unpacked/project/corpus/a.md"));
  CHECK(folder.has("unpacked/tables/matrix.xlsx"));
  const std::string here = "cd unpacked/project && DEMARCHE_LIBRARY= '" + std::string(DEMARCHE_COMMAND) + "' --library ../library ";
  REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + here + "--quiet run --out ../again").c_str()) == 0);
  for (const char* file : {"evidence.jsonl", "documents.jsonl", "run.json"})
    CHECK(folder.read(std::string("unpacked/again/") + file) == folder.read(std::string("unpacked/evidence/") + file));
  REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + here + "--quiet export --from ../evidence --out ../again.xlsx").c_str()) == 0);
  CHECK(folder.read("unpacked/again.xlsx") == folder.read("unpacked/tables/matrix.xlsx"));

  // Without the corpus none of its sentences' documents is there, and the README says so.
  REQUIRE(shell("rm -rf * && tar xzf ../a.tar.gz") == 0);
  CHECK_FALSE(folder.has("unpacked/project/corpus/a.md"));
  CHECK(contains(folder.read("unpacked/README.md"), "The corpus is not in it"));
  const auto package = nlohmann::json::parse(folder.read("unpacked/datapackage.json"));
  CHECK(package["name"] == "mining");
  CHECK(package["demarche"]["window"] == "all dates");
  for (const auto& resource : package["resources"]) CHECK(folder.has("unpacked/" + resource["path"].get<std::string>()));
}

TEST_CASE("bundle and export describe what they write as a Research Object Crate") {
  const Folder folder;
  write_project(folder);
  REQUIRE(folder.run("--quiet bundle --license https://example.org/terms --out a.tgz").code == 0);
  REQUIRE(std::system(("cd '" + folder.path().string() + "' && mkdir u && tar xzf a.tgz -C u").c_str()) == 0);
  const auto crate = nlohmann::json::parse(folder.read("u/ro-crate-metadata.json"));
  std::size_t files = 0;
  for (const auto& entity : crate["@graph"]) {
    if (entity["@type"] != "File") continue;
    ++files;
    CHECK(folder.has("u/" + entity["name"].get<std::string>()));
  }
  CHECK(files > 15);
  CHECK(contains(folder.read("u/ro-crate-metadata.json"), "https://example.org/terms"));
  CHECK(contains(folder.read("u/datapackage.json"), "\"ro-crate-metadata.json\""));

  const auto alone = folder.run("export --crate --out tables/m.csv");
  CHECK(alone.code == 0);
  CHECK(alone.out == "tables/m.csv\ntables/ro-crate-metadata.json\n");
  CHECK(contains(folder.read("tables/ro-crate-metadata.json"), "\"value\": \"all dates\""));
  CHECK(folder.run("export --crate --out tables/m.csv").code == 0);  // the same file again
  const auto other = folder.run("export --crate --out tables/m.json");
  CHECK(other.code == 2);
  CHECK(contains(other.err, "`tables/ro-crate-metadata.json` describes other files"));
  CHECK_FALSE(folder.has("tables/m.json"));
  CHECK(contains(folder.run("export --crate --format csv").err, "say which with --out"));
}

TEST_CASE("bundle: evidence and rules that do not belong together are refused") {
  const Folder folder;
  write_project(folder);
  CHECK(folder.run("--quiet run").code == 0);
  CHECK(folder.run("--quiet bundle --from out --out a.zip").code == 0);
  folder.write("rules.stance", std::string(rules) + "issue fishing { about fishing }\n");
  const auto other = folder.run("--quiet bundle --from out --out b.zip");
  CHECK(other.code == 2);
  CHECK(contains(other.err, "`out` was written with other rules"));
  CHECK_FALSE(folder.has("b.zip"));
}

TEST_CASE("bundle --check: what is changed, missing or added is said, and is exit code 1") {
  const Folder folder;
  write_project(folder);
  CHECK(folder.run("--quiet bundle --out a.tgz").code == 0);
  const std::string change = "mkdir t && cd t && tar xzf ../a.tgz && sed -i s/Norway/Sweden/ evidence/evidence.jsonl && "
                             "echo x >> README.md && rm tables/matrix.csv && echo 1 > added.txt && tar czf ../b.tgz *";
  REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + change).c_str()) == 0);
  const auto check = folder.run("bundle --check b.tgz");
  CHECK(check.code == 1);
  CHECK(contains(check.out, "`evidence/evidence.jsonl` has changed\n"));
  CHECK(contains(check.out, "`README.md` has changed: it has "));
  CHECK(contains(check.out, "`tables/matrix.csv` is missing\n"));
  CHECK(contains(check.out, "`added.txt` is not listed\n"));
  const std::string whole = folder.read("a.tgz");
  folder.write("cut.tgz", whole.substr(0, whole.size() / 2));
  CHECK(folder.run("bundle --check cut.tgz").code != 0);
  folder.write("text.zip", "no archive");
  CHECK(contains(folder.run("bundle --check text.zip").err, "cannot be unpacked"));
  CHECK(folder.run("bundle --check nowhere.zip").code == 3);
  CHECK(contains(folder.run("bundle --out positions.rar").err, ".zip or .tar.gz"));
  CHECK(folder.run("bundle").code == 2);
}

TEST_CASE("import dna: evidence for every table, and gold for eval, with names that people correct") {
  const Folder folder;
  folder.write("rules.stance", rules);
  folder.write("talk.dna", import::testing::dna_file(true));
  const auto first = folder.run("import dna talk.dna --rules rules.stance --out coded --texts");
  CHECK(first.code == 0);
  CHECK(contains(first.out, "coded/map.yaml: a first draft"));
  CHECK(contains(first.out, "coded/evidence.jsonl: 3 pieces of evidence from 3 statements"));
  CHECK(contains(first.err, "talk.dna: statement 3: it has no concept\n"));
  CHECK(contains(folder.read("coded/corpus.jsonl"), "Norway wants a pause."));

  std::string map = folder.read("coded/map.yaml");
  CHECK(contains(map, "\"Norway\": NOR"));
  map.replace(map.find("there-should-be-a-pause"), 23, "against mining");
  folder.write("coded/map.yaml", map);
  const auto second = folder.run("import dna talk.dna --rules rules.stance --out coded");
  CHECK_FALSE(contains(second.out, "map.yaml"));
  CHECK(folder.read("coded/map.yaml") == map);
  CHECK(folder.run("--quiet export --rules rules.stance --from coded --out m.sqlite").code == 0);
  const store::Database database(folder.read("m.sqlite"));
  CHECK(one(database, "SELECT code FROM cells WHERE actor = 'NOR'") == "oppose");
  CHECK(one(database, "SELECT date FROM evidence WHERE actor = 'mining-industry-council-deep'") == "2005-01-26");

  CHECK(folder.run("--quiet import dna talk.dna --rules rules.stance --out coded --as gold").code == 0);
  CHECK(contains(folder.read("coded/gold.tsv"), "1\t0\t21\tNOR\tHalvard Strandli\tmining\toppose\tplain\t"));
  folder.write("bad.dna", "no database");
  CHECK(contains(folder.run("import dna bad.dna --rules rules.stance --out x").err, "`bad.dna`: it cannot be read as a .dna file"));
  CHECK(folder.run("import dna nowhere.dna --rules rules.stance --out x").code == 3);
  CHECK_FALSE(folder.has("x"));
}

TEST_CASE("import csv: DNA's published sample, whose figures are known") {
  const Folder folder;
  folder.write("rules.stance", rules);
  const std::string sample = std::string(DEMARCHE_SOURCE_DIR) + "/tests/data/dna-sample.tsv";
  const auto outcome = folder.run("import csv '" + sample + "' --rules rules.stance --out coded");
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "from 40 statements"));
  CHECK(folder.run("--quiet export --rules rules.stance --from coded --out m.sqlite").code == 0);
  const store::Database database(folder.read("m.sqlite"));
  CHECK(one(database, "SELECT count(*) FROM units") == "23");
  CHECK(one(database, "SELECT count(*) FROM cells WHERE code = 'mixed'") == "1");
  const auto wrong = folder.run("import csv '" + sample + "' --rules rules.stance --out x --issue topic");
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "no column says what it is about"));
}

TEST_CASE("import quanteda and newsmap: files that demarche check takes") {
  const Folder folder;
  folder.write("corpus/a.md", "The mining of the deep seabed; miners mine.\n");
  folder.write("d.yml", "Sea words:\n  - min* seabed\n  - deep sea\n  - zz*\n");
  const auto phrases = folder.run("import quanteda d.yml --corpus corpus --out phrases.stance");
  CHECK(phrases.code == 0);
  CHECK(contains(phrases.err, "d.yml: line 4: `zz*` is left out: no word of the corpus fits it\n"));
  CHECK(contains(phrases.out, "phrases.stance: 2 patterns taken over, 1 left out"));
  folder.write("rules.stance", "import \"world\"\nimport \"english\"\nimport \"./phrases\"\nimport \"./places\"\n"
                               "issue mining { about <sea-words> }\nactor takes-a-side on every issue\n"
                               "test \"words of both\" {\n  text     \"Lerwick City opposes deep sea works.\"\n  expect   GBR opposes mining\n}\n");
  folder.write("n.yml", "EUROPE:\n  NORTH:\n    GB: [lerwick_city, london]\n    QQ: [nowhere]\n");
  folder.write("world.stance", "import \"world\"\n");
  const auto names = folder.run("import newsmap n.yml --rules world.stance --out places.yaml");
  CHECK(names.code == 0);
  CHECK(contains(names.err, "n.yml: line 4: `QQ` is no country code of ISO 3166\n"));
  CHECK(contains(folder.read("places.yaml"), "- extend: GBR\n  names: [Lerwick City]\n"));
  const auto check = folder.run("test rules.stance");
  INFO(check.out << check.err);
  CHECK(check.code == 0);
  folder.write("nothing.yml", "a: ['b*']\n");
  const auto nothing = folder.run("import quanteda nothing.yml --out n.stance");
  CHECK(nothing.code == 2);
  CHECK(contains(nothing.err, "nothing is written"));
  CHECK_FALSE(folder.has("n.stance"));
}
