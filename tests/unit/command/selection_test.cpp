#include <nlohmann/json.hpp>

#include "engine/store/sqlite.hpp"
#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

// What the rules' matrix and the command line choose (rows, columns, sources, window) holds for every command that
// shows positions, in the same way.
using namespace demarche;
using namespace demarche::testing;

namespace {

// One paper for, one against; a matrix that takes one of them; a second issue and a third actor that it leaves out.
void write_project(const Folder& folder, const std::string& sources) {
  folder.write("rules.stance", R"(import "world"
import "english"
issue mining "Mining" { about seabed mining }
issue quotas "Quotas" { about fishing quotas }
actor takes-a-side on every issue
matrix north "The north" {
  rows     NOR, SWE
  columns  mining
)" + sources + "}\n");
  folder.write("demarche.yaml", "rules: rules.stance\ncorpus: corpus\n");
  folder.write(
      "corpus/a.md",
      "---\ndate: 2022-05-01\nsource: Gazette\n---\nNorway supports seabed mining. Sweden supports seabed mining.\n");
  folder.write(
      "corpus/b.md",
      "---\ndate: 2023-05-01\nsource: Herald\n---\nNorway opposes seabed mining. Finland opposes seabed mining. "
      "Sweden supports fishing quotas.\n");
}

struct Shown {
  const char* command;
  const char* gazette;  // what Norway's cell shows of the first paper alone
  const char* herald;   // of the second alone
};

// Each command that shows positions, as a text in which Norway's position can be read.
const Shown commands[] = {
    {"matrix --format csv", "NOR,Norway,support", "NOR,Norway,oppose"},
    {"matrix --format csv-long", "NOR,Norway,mining,Mining,support", "NOR,Norway,mining,Mining,oppose"},
    {"export --format csv", "NOR,Norway,support", "NOR,Norway,oppose"},
    {"quotes --format csv", "Norway supports seabed mining.", "Norway opposes seabed mining."},
    {"timeline --format csv", "NOR,Norway,mining,Mining,2022,2022-01-01,2022-12-31,support",
     "NOR,Norway,mining,Mining,2023,2023-01-01,2023-12-31,oppose"},
    {"compare NOR SWE --format csv", "NOR,Norway,support", "NOR,Norway,oppose"},
    {"network --kind two-mode --format csv", "NOR,mining,1,1,1,0", "NOR,mining,1,1,0,1"},
    {"picture heatmap", ">supports<", ">opposes<"},
    {"picture timeline NOR", "2022", "2023"},
};

// What the command says of Norway under a choice, and never what the other choice says.
void check_all(const Folder& folder, const std::string& options, bool gazette) {
  for (const auto& [command, first, second] : commands) {
    const auto shown = folder.run(std::string(command) + " " + options);
    INFO(command << " " << options << "\n" << shown.err << shown.out);
    CHECK(shown.code == 0);
    CHECK(contains(shown.out, gazette ? first : second));
    CHECK_FALSE(contains(shown.out, gazette ? second : first));
    CHECK_FALSE(contains(shown.out, "Finland"));
    CHECK_FALSE(contains(shown.out, "Quotas"));
  }
}

// The data of a page stand in it packed.
nlohmann::json page_of(const Folder& folder, const std::string& name) {
  const std::string unpack = "grep -o 'H4sI[A-Za-z0-9+/=]*' " + name + " | base64 -d | gunzip > page.json";
  REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + unpack).c_str()) == 0);
  return nlohmann::json::parse(folder.read("page.json"));
}

std::string one(const std::string& bytes, const std::string& sql) {
  const store::Database database(bytes);
  auto query = database.query(sql);
  return query.step() ? query.text_at(0) : "(nothing)";
}

}  // namespace

TEST_CASE("sources and windows of the command line count in every table, from the corpus and from stored evidence") {
  const Folder folder;
  write_project(folder, "");
  REQUIRE(folder.run("-q run").code == 0);
  for (const std::string from : {"", "--from out "}) {
    check_all(folder, from + "--sources Gazette", true);
    check_all(folder, from + "--except-sources Gazette", false);
    check_all(folder, from + "--window 2022", true);
    check_all(folder, from + "--window 'from 2023'", false);
  }
}

TEST_CASE("sources, windows, rows and columns of the rules' matrix count in every table") {
  const Folder folder;
  const std::pair<const char*, bool> choices[] = {{"  sources  \"Gazette\"\n", true},
                                                  {"  sources  except \"Gazette\"\n", false},
                                                  {"  period   2022\n", true},
                                                  {"  period   from 2023\n", false}};
  for (const auto& [choice, gazette] : choices) {
    write_project(folder, choice);
    check_all(folder, "", gazette);
    // What the command line says goes over it.
    if (std::string(choice).starts_with("  sources"))
      check_all(folder, "--sources " + std::string(gazette ? "Herald" : "Gazette"), !gazette);
  }
}

TEST_CASE("rows and columns of the command line go over those of the rules' matrix") {
  const Folder folder;
  write_project(folder, "");
  for (const char* command : {"matrix --format csv-long", "export --format csv-long", "quotes --format csv",
                              "timeline --format csv", "picture heatmap", "network --kind two-mode --format graphml"}) {
    const auto shown = folder.run(std::string(command) + " --rows FIN,SWE --columns quotas,mining");
    INFO(command << "\n" << shown.err << shown.out);
    CHECK(shown.code == 0);
    CHECK(contains(shown.out, "Finland"));
    CHECK(contains(shown.out, "Quotas"));
    CHECK_FALSE(contains(shown.out, "Norway"));
  }
  const auto pair = folder.run("compare FIN SWE --columns quotas --format csv");
  CHECK(contains(pair.out, "quotas,Quotas"));
  CHECK_FALSE(contains(pair.out, "mining"));
}

TEST_CASE("what is named twice is said, since one of the two would be taken in silence") {
  const Folder folder;
  write_project(folder, "");
  const std::pair<const char*, const char*> wrong[] = {
      {"compare NOR SWE --rows FIN", "--rows is not for `compare`"},
      {"quotes NOR --rows FIN", "actors are named twice, as `NOR` and with --rows"},
      {"timeline mining --columns quotas", "issues are named twice, as `mining` and with --columns"},
      {"picture heatmap NOR --rows FIN", "actors are named twice"}};
  for (const auto& [arguments, message] : wrong) {
    const auto done = folder.run(arguments);
    INFO(arguments << "\n" << done.err);
    CHECK(done.code == 2);
    CHECK(done.out.empty());
    CHECK(contains(done.err, message));
  }
  CHECK(folder.run("quotes NOR --columns mining").code == 0);
}

TEST_CASE("a matrix of the rules whose sources no document has says so") {
  const Folder folder;
  write_project(folder, "  sources  \"Courier\"\n");
  const auto shown = folder.run("matrix --format csv");
  CHECK(shown.code == 0);
  CHECK(contains(shown.err, "no document counts: all are of other sources than `Courier`"));
  CHECK(contains(shown.out, "NOR,Norway,no-coverage"));
}

TEST_CASE("the page, the database and the bundle know what counts") {
  const Folder folder;
  write_project(folder, "  sources  except \"Herald\"\n  period   2022\n");
  const auto made = folder.run("-q report --out r.html");
  if (contains(made.err, "without the page")) {
    WARN("skipped: built without the page of `demarche report`");
  } else {
    const auto page = page_of(folder, "r.html");
    CHECK(page["options"]["sources"] == nlohmann::json::array({0}));
    CHECK(page["sources"][0] == "Gazette");
    CHECK(page["options"]["from"] == 18993);  // 2022-01-01
    CHECK(page["actors"].size() == 2);
    CHECK(page["issues"] == nlohmann::json::parse(R"([["mining", "Mining"]])"));
  }
  REQUIRE(folder.run("-q export --out m.sqlite").code == 0);
  const std::string bytes = folder.read("m.sqlite");
  CHECK(one(bytes, "SELECT code FROM cells WHERE actor = 'NOR'") == "support");
  CHECK(one(bytes, "SELECT value FROM meta WHERE name = 'sources'") == "all but Herald");
  CHECK(one(bytes, "SELECT counted FROM evidence WHERE source = 'Herald' AND actor = 'NOR'") == "source not counted");
  CHECK(one(bytes, "SELECT counted FROM evidence WHERE source = 'Gazette' AND actor = 'NOR'") == "counts");
}

TEST_CASE("a bundle made with choices says with which command its tables are made again") {
  const Folder folder;
  write_project(folder, "");
  REQUIRE(
      folder
          .run("-q bundle --sources Gazette --window 'from 2022' --rows 'NOR,<actor in EU>' --duplicates none --taper "
               "--kinds declared,act --undated kept --matrix north --out b.tgz")
          .code == 0);
  REQUIRE(std::system(("cd '" + folder.path().string() + "' && mkdir u && cd u && tar xzf ../b.tgz").c_str()) == 0);
  const std::string readme = folder.read("u/README.md");
  const auto begin = readme.find("    demarche --library ../library export");
  REQUIRE(begin != std::string::npos);
  std::string command = readme.substr(begin + 4, readme.find('\n', begin) - begin - 4);
  INFO(command);
  command.replace(0, 8, "DEMARCHE_LIBRARY= '" + std::string(DEMARCHE_COMMAND) + "' --quiet");
  REQUIRE(std::system(("cd '" + folder.path().string() + "/u/project' && " + command).c_str()) == 0);
  CHECK(folder.read("u/again.xlsx") == folder.read("u/tables/matrix.xlsx"));
}
