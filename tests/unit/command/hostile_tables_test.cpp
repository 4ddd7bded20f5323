#include <algorithm>
#include <optional>

#include "tests/catch.hpp"
#include "tests/unit/command/dumps.hpp"
#include "tests/unit/command/run_command.hpp"

// Titles, names, sources and sentences that spreadsheets, LaTeX, Markdown, XML and browsers could take for more than a
// text; windows without documents, texts without evidence, ten thousand columns: in every output.
using namespace demarche::testing;

namespace {

// Titles of issues, names of actors, metadata and sentences with everything that means something somewhere.
void write_hostile(const Folder& folder) {
  folder.write("rules.stance", R"(import "world"
import "english"
import "./actors"
issue mining "=Mining, <b>deep</b> & 50% of_it; {x}$ | 'q'" { about seabed mining }
issue quotas "@quotas" { about fishing quotas }
actor takes-a-side on every issue
)");
  folder.write("actors.yaml", R"(actors:
- id: ZZA
  kind: state
  name: "=Zedland, \"the\" <i>&"
  names: [Zedland]
- id: ZZB
  kind: state
  name: "-Yonder | y"
  names: [Yonder]
)");
  folder.write("demarche.yaml", "name: \"=cmd|x, \\\"p\\\" <u>\"\nrules: rules.stance\ncorpus: corpus\n");
  folder.write("corpus/a.md", R"text(---
date: 2023-01-01
title: "=1+1, \"two\"\nlines\t<script>alert(1)</script>"
source: "@Gazette, \"daily\" <s>"
url: "javascript:alert(1)"
---
"We support seabed mining =SUM(A1) <script>alert(2)</script>, & \input{x} | `x`", the president of Zedland said. Yonder rejected seabed mining.

Zedland supports fishing quotas. Yonder supports fishing quotas.
)text");
  folder.write("corpus/=b,\"c\" <x>&.md", "---\ndate: 2024-01-01\n---\nZedland opposes seabed mining.\n");
}

// The rows of a CSV after RFC 4180; nothing when a quote is not closed or stands where none may.
std::optional<std::vector<std::vector<std::string>>> rows_of(const std::string& text, char separator) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& field = rows.back().back();
    if (quoted) {
      if (text[i] != '"') {
        field += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        quoted = false;
        if (i + 1 < text.size() && text[i + 1] != separator && text[i + 1] != '\n') return std::nullopt;
      }
    } else if (text[i] == '"') {
      if (!field.empty()) return std::nullopt;
      quoted = true;
    } else if (text[i] == separator) {
      rows.back().emplace_back();
    } else if (text[i] == '\n') {
      rows.emplace_back(1);
    } else {
      field += text[i];
    }
  }
  if (quoted || rows.back() != std::vector<std::string>{""}) return std::nullopt;
  rows.pop_back();
  return rows;
}

bool is_number(const std::string& text) {
  char* end = nullptr;
  std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size();
}

// As many fields in each row, and none that a spreadsheet would take for a formula.
void check_rows(const std::string& text, char separator) {
  const auto rows = rows_of(text, separator);
  REQUIRE(rows);
  REQUIRE(!rows->empty());
  for (const auto& row : *rows) {
    CHECK(row.size() == rows->front().size());
    for (const auto& field : row) {
      INFO(field);
      CHECK((field.empty() || is_number(field) || std::string("=+-@\t\r").find(field[0]) == std::string::npos));
    }
  }
}

// No tag of the texts in a document of tags.
void check_tags(const std::string& text) {
  for (const char* tag :
       {"<i>&", "<b>deep", "<script>alert", "<s>", "<u>", "<x>", "href=\"javascript", "href='javascript"}) {
    INFO(tag);
    CHECK_FALSE(contains(text, tag));
  }
}

const char* every_text[] = {"matrix",
                            "matrix --plain --totals",
                            "matrix --cell quote",
                            "matrix --format csv --totals",
                            "matrix --format csv-long",
                            "matrix --format tsv --cell quote",
                            "matrix --format json",
                            "matrix --format md --totals",
                            "matrix --format md --cell quote",
                            "matrix --format latex --cell quote",
                            "matrix --format html --cell quote",
                            "export --format evidence-csv",
                            "quotes",
                            "quotes --format md",
                            "quotes --format csv",
                            "quotes --format json",
                            "compare ZZA ZZB",
                            "compare ZZA ZZB --format md",
                            "compare ZZA ZZB --format html",
                            "compare ZZA ZZB --format csv",
                            "compare ZZA ZZB --format json",
                            "timeline",
                            "timeline --format csv",
                            "timeline --format json",
                            "network",
                            "network --kind two-mode --format csv",
                            "network --kind two-mode --format graphml",
                            "network --format json",
                            "picture heatmap",
                            "picture timeline",
                            "picture totals",
                            "picture network --kind two-mode"};

const char* every_file[] = {"export --out made/t.xlsx", "export --out made/t.sqlite", "bundle --out made/t.zip",
                            "report --out made/t.html"};

bool is_missing_page(const Outcome& outcome) { return contains(outcome.err, "without the page of"); }

}  // namespace

TEST_CASE("titles with commas, quotes, line feeds, tags and a leading = are texts in every output") {
  const Folder folder;
  write_hostile(folder);
  REQUIRE(folder.run("-q run").code == 0);
  for (const std::string command : every_text) {
    const auto shown = folder.run(command + " --from out");
    INFO(command << "\n" << shown.err << shown.out);
    CHECK(shown.code == 0);
    CHECK(shown.err.empty());
    if (contains(command, "csv")) check_rows(shown.out, ',');
    if (contains(command, "tsv")) check_rows(shown.out, '\t');
    if (contains(command, "html") || contains(command, "graphml") || contains(command, "picture"))
      check_tags(shown.out);
    if (contains(command, "--format md")) {
      CHECK_FALSE(contains(shown.out, "<script>"));
      CHECK_FALSE(contains(shown.out, " | y*"));  // a bar ends a cell
    }
    if (contains(command, "latex")) {
      CHECK_FALSE(contains(shown.out, "\\input{"));
      CHECK_FALSE(contains(shown.out, "<i>"));
      CHECK(contains(shown.out, "\\textbackslash{}input\\{x\\}"));
    }
  }
  for (const std::string command : every_file) {
    const auto made = folder.run("-q " + command);
    INFO(command << "\n" << made.err);
    if (is_missing_page(made)) continue;
    CHECK(made.code == 0);
  }
  const std::string book = WorkbookText(folder.read("made/t.xlsx")).text();
  CHECK(contains(book, "=Zedland, \"the\" <i>&"));
  CHECK(contains(book, "=1+1, \"two\""));
  const std::string database = database_text(folder.read("made/t.sqlite"));
  CHECK(contains(database, "ZZA|=Zedland, \"the\" <i>&|state|"));
  CHECK(contains(database, "=b,\"c\" <x>&.md"));
  if (folder.has("made/t.html")) check_tags(folder.read("made/t.html"));
}

TEST_CASE("an empty window and texts without evidence: every output says so, or is right and empty") {
  const Folder nothing;
  write_hostile(nothing);
  nothing.write("corpus/a.md", "Nobody says a word about it.\n");
  nothing.write("corpus/=b,\"c\" <x>&.md", "Zedland is far away.\n");
  const Folder folder;
  write_hostile(folder);
  const std::pair<const Folder*, const char*> worlds[] = {{&folder, " --window 1950 --undated dropped"},
                                                          {&nothing, ""}};
  for (const auto& [world, options] : worlds) {
    REQUIRE(world->run("-q run").code == 0);
    for (const std::string command : every_text) {
      const auto shown = world->run(command + " --from out" + options);
      INFO(command << options << "\n" << shown.err << shown.out);
      // A picture of nothing is refused, and all else is a table without positions.
      CHECK(shown.code == (contains(command, "picture") && shown.code != 0 ? 2 : 0));
      CHECK((shown.code == 0 ? !shown.out.empty() : !shown.err.empty() && shown.out.empty()));
      if (!contains(command, "evidence-csv")) CHECK_FALSE(contains(shown.out, "Zedland supports"));
      if (*options)
        CHECK(contains(shown.err, "no document lies in the window; they are dated 2023-01-01 to 2024-01-01"));
      if (contains(command, "csv")) check_rows(shown.out, ',');
    }
    for (const std::string command : every_file) {
      const auto made = world->run("-q " + command + options);
      INFO(command << options << "\n" << made.err);
      CHECK((made.code == 0 || is_missing_page(made)));
    }
  }
}

TEST_CASE("ten thousand columns are written, or refused with what to do") {
  const Folder folder;
  constexpr int issues = 10'000;
  std::string rules = "import \"world\"\nimport \"english\"\n", columns;
  for (int i = 0; i < issues; ++i) {
    std::string word;
    for (int rest = i + 1000; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
    rules += "issue i" + std::to_string(i) + " \"Issue " + std::to_string(i) + "\" { about q" + word + " plan }\n";
    columns += (i > 0 ? ", i" : "i") + std::to_string(i);
  }
  folder.write("rules.stance", rules + "actor takes-a-side on every issue\nmatrix wide {\n  rows NOR, SWE\n  columns " +
                                   columns + "\n}\n");
  // Numbers 1 and 2 in letters of the base 26, the lowest first: 1001 and 1002.
  folder.write("corpus/a.md",
               "---\ndate: 2023-01-01\n---\nNorway supports the qnmb plan. Sweden opposes the qomb plan.\n");
  folder.write("demarche.yaml", "rules: rules.stance\ncorpus: corpus\n");
  REQUIRE(folder.run("-q run").code == 0);
  const auto table = folder.run("-q matrix --from out --format csv");
  check_rows(table.out, ',');
  CHECK(rows_of(table.out, ',')->front().size() == issues + 2);
  CHECK(contains(table.out, "\nNOR,Norway,silent,support,silent,"));
  CHECK(folder.run("-q export --from out --out t.xlsx").code == 0);
  std::string sheet;
  for (const auto& file : demarche::store::unpack(folder.read("t.xlsx")).files)
    if (file.path == "xl/worksheets/sheet1.xml") sheet = file.bytes;
  CHECK(contains(sheet, "<c r=\"NTR4\""));  // the head of the last issue
  const auto picture = folder.run("-q picture heatmap --from out --out t.svg");
  CHECK(picture.code == 2);
  CHECK(contains(picture.err, "10000 columns cannot be read in 1280 pixels; name some of them"));
  CHECK_FALSE(folder.has("t.svg"));
  CHECK(folder.run("-q picture totals --from out").code == 2);
}
