#include <filesystem>
#include <regex>

#include "tests/golden.hpp"
#include "tests/unit/command/dumps.hpp"
#include "tests/unit/command/run_command.hpp"

// `demarche matrix` as a user types it.
using namespace demarche::testing;

namespace {

namespace fs = std::filesystem;

const fs::path example = fs::path(DEMARCHE_SOURCE_DIR) / "examples/south-caucasus";
const fs::path goldens = fs::path(DEMARCHE_SOURCE_DIR) / "tests/goldens/tables";

// The example project in a folder of its own, with its evidence in `out`, so that each table is made from it at once.
const Folder& project() {
  static Folder folder;
  if (folder.has("out")) return folder;
  for (const char* name : {"demarche.yaml", "south-caucasus.stance", "corpus"})
    fs::copy(example / name, folder.path() / name, fs::copy_options::recursive);
  const auto run = folder.run("run --quiet");
  INFO(run.err);
  CHECK(run.code == 0);
  return folder;
}

// The rules' and the program's hashes change with every edit of the library: a golden says only that they are there.
std::string without_hashes(const std::string& text) {
  static const std::regex hash("[0-9a-f]{16}"), version(R"(demarche [0-9]+\.[0-9]+\.[0-9]+|"demarche": "[0-9.]+")");
  return std::regex_replace(std::regex_replace(text, hash, "<hash>"), version, "demarche <version>");
}

bool is_golden(const std::string& name, const std::string& text) {
  return demarche::test::matches_golden((goldens / name).string(), without_hashes(text));
}

bool has(const std::string& command) {
  return std::system(("command -v " + command + " > /dev/null 2>&1").c_str()) == 0;
}

int shell(const Folder& folder, const std::string& command) {
  return std::system(("cd '" + folder.path().string() + "' && " + command + " > .shell 2>&1 < /dev/null").c_str());
}

}  // namespace

TEST_CASE("every format of the example is as accepted") {
  const Folder& folder = project();
  const std::pair<const char*, const char*> tables[] = {
      {"matrix.txt", "--totals"},
      {"matrix-plain.txt", "--plain --sort lean"},
      {"quotes.txt", "--cell quote --only oppose"},
      {"matrix.csv", "--format csv"},
      {"matrix-totals.csv", "--format csv --totals --sort name --cell lean"},
      {"matrix-long.csv", "--format csv-long"},
      {"matrix.tsv", "--format tsv --transpose"},
      {"matrix.json", "--format json --only mixed --totals"},
      {"matrix.md", "--format md --totals"},
      {"quotes.md", "--format md --cell quote --only mixed"},
      {"matrix.tex", "--format latex --totals"},
      {"matrix.html", "--format html --totals"},
  };
  for (const auto& [name, options] : tables) {
    const auto table = folder.run("matrix --from out " + std::string(options), "COLUMNS=100 LC_ALL=C.UTF-8");
    INFO(name << " " << table.err);
    CHECK(table.code == 0);
    CHECK(table.err.empty());
    CHECK(is_golden(name, table.out));
  }
}

TEST_CASE("what stands in the workbook and in the database of the example is as accepted") {
  const Folder& folder = project();
  fs::copy(fs::path(DEMARCHE_SOURCE_DIR) / "tests/data/south-caucasus", folder.path() / "stored",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  for (const char* file : {"example.xlsx", "example.sqlite"})
    REQUIRE(folder.run(std::string("-q export --from stored --out ") + file).code == 0);
  CHECK(is_golden("workbook.txt", WorkbookText(folder.read("example.xlsx")).text()));
  CHECK(is_golden("database.txt", database_text(folder.read("example.sqlite"))));
}

TEST_CASE("a table of the corpus is the table of its stored evidence") {
  const Folder& folder = project();
  CHECK(folder.run("matrix --format csv-long").out == folder.run("matrix --from out --format csv-long").out);
}

TEST_CASE("a file is written whole, and a table without a place for its provenance gets one beside it") {
  const Folder& folder = project();
  const auto table = folder.run("matrix --from out --bom --out tables/positions.csv");
  CHECK(table.code == 0);
  CHECK(table.out == "tables/positions.csv\ntables/positions.csv-metadata.json\n");
  CHECK(folder.read("tables/positions.csv")
            .starts_with("\xEF\xBB\xBF"
                         "actor,name,"));
  CHECK(is_golden("matrix.csv-metadata.json", folder.read("tables/positions.csv-metadata.json")));
  CHECK(folder.run("matrix --from out --quiet --out t.html").out.empty());
  CHECK(contains(folder.read("t.html"), "<caption"));
  CHECK(folder.run("matrix --from out --out t.xyz").code == 2);
  CHECK_FALSE(folder.has("t.xyz"));
  CHECK(folder.run("matrix --from out --out corpus").code != 0);
}

TEST_CASE("rows, columns and sources are chosen on the command line") {
  const Folder& folder = project();
  auto csv = [&](const std::string& options) { return folder.run("matrix --from out --format csv " + options); };
  CHECK(csv("--rows RUS,IRN --columns zangezur-corridor").out.starts_with("actor,name,zangezur-corridor\nRUS,Russia,"));
  const auto outside = csv("--rows '<actor outside EU>' --columns zangezur-corridor --quiet");
  CHECK(outside.code == 0);
  CHECK(contains(outside.out, "\nIRN,Iran,"));
  CHECK_FALSE(contains(outside.out, "\nFRA,"));
  const auto members = csv("--rows 'EU, actor in EU' --columns zangezur-corridor");
  CHECK(contains(members.out, "\nEU,"));
  CHECK(contains(members.out, "\nDEU,Germany,"));
  const auto none = csv("--rows IRN --window 1950 --undated dropped");
  CHECK(none.code == 0);
  CHECK(contains(none.err, "no document lies in the window; they are dated 20"));
  CHECK(contains(none.out, "IRN,Iran,no-coverage"));
}

TEST_CASE("a wrong word is said, with the one that is meant, and nothing is written") {
  const Folder& folder = project();
  const std::pair<const char*, const char*> wrong[] = {
      {"--rows Iran", "there is no actor `Iran`"},
      {"--rows Iran", "did you mean `IRN`?"},
      {"--rows '<actor in EUU>'", "there is no group or region `EUU`"},
      {"--rows '<actor near EU>'", "is no class of actors"},
      {"--columns zangezur-coridor", "did you mean `zangezur-corridor`?"},
      {"--sources 'No such paper'", "no document has the source `No such paper`"},
      {"--only thinn", "did you mean `thin`?"},
      {"--format htm", "did you mean `html`?"},
      {"--format json --bom", "--bom is for csv"},
      {"--format xlsx", "needs a file"},
      {"--format xlsx --totals --out x.xlsx", "holds the whole table"},
      {"--matrix caucasu", "did you mean `caucasus`?"},
  };
  for (const auto& [options, message] : wrong) {
    const auto table = folder.run("matrix --from out " + std::string(options));
    INFO(options << "\n" << table.err);
    CHECK(table.code == 2);
    CHECK(table.out.empty());
    CHECK(contains(table.err, message));
  }
  CHECK_FALSE(folder.has("x.xlsx"));
}

TEST_CASE("LaTeX tables of every kind are set by pdfLaTeX") {
  if (!has("pdflatex")) {
    WARN("skipped: pdflatex is not installed");
    return;
  }
  const Folder& folder = project();
  for (const char* options : {"--totals", "--cell quote", "--cell code --transpose", "--cell counts"}) {
    CHECK(folder.run("matrix --from out --quiet --out table.tex " + std::string(options)).code == 0);
    folder.write("brief.tex",
                 "\\documentclass{article}\n\\usepackage[a4paper,margin=2cm]{geometry}\n"
                 "\\usepackage{booktabs,graphicx,longtable}\n\\begin{document}\n\\input{table}\n\\end{document}\n");
    const int code = shell(folder, "pdflatex -interaction=nonstopmode -halt-on-error brief.tex");
    INFO(options << "\n" << folder.read(".shell"));
    CHECK(code == 0);
    CHECK(folder.has("brief.pdf"));
  }
}

TEST_CASE("pandas reads the tables without a dialog") {
  const Folder& folder = project();
  if (shell(folder, "python3 -c 'import pandas'") != 0) {
    WARN("skipped: pandas is not installed");
    return;
  }
  for (const char* name : {"wide.csv", "wide.tsv", "long.csv"})
    CHECK(
        folder.run(std::string("matrix --from out --bom --out ") + name + (name[0] == 'l' ? " --format csv-long" : ""))
            .code == 0);
  folder.write("read.py", R"(
import json, pandas
wide = pandas.read_csv("wide.csv", index_col="actor")
assert wide.loc["IRN", "name"] == "Iran", wide
tabs = pandas.read_csv("wide.tsv", sep="\t", index_col="actor", encoding="utf-8-sig")
assert tabs.equals(wide)
table = pandas.read_csv("long.csv", parse_dates=["first", "last"])
assert len(table) == len(wide) * (len(wide.columns) - 1)
assert table["lean"].dropna().between(-1, 1).all()
assert table["thin"].dtype == bool
assert str(table["first"].dtype).startswith("datetime64")
for _, cell in table.iterrows():
    assert wide.loc[cell["actor"], cell["issue"]].startswith(cell["code"])
meta = json.load(open("long.csv-metadata.json"))
assert [c["name"] for c in meta["tableSchema"]["columns"]] == list(table.columns)
)");
  const int code = shell(folder, "python3 read.py");
  INFO(folder.read(".shell"));
  CHECK(code == 0);
}
