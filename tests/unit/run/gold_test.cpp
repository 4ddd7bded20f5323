#include "engine/run/gold.hpp"

#include "engine/run/gold_texts.hpp"
#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::run;

namespace {

const std::string header = "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n";

std::vector<Diagnostic> problems(const std::string& table, std::size_t expected_rows) {
  MemoryFileSystem files;
  files.files["gold.tsv"] = table;
  Diagnostics diagnostics;
  CHECK(read_gold(files, "gold.tsv", diagnostics).size() == expected_rows);
  return diagnostics.sorted();
}

std::string place(const Diagnostic& diagnostic) {
  const auto at = diagnostic.primary.file->position(diagnostic.primary.span.begin);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

TEST_CASE("a gold table is read, with a byte order mark and line ends of any kind") {
  MemoryFileSystem files;
  files.files["gold.tsv"] =
      "\xEF\xBB\xBF" + header + "a.txt\t0\t64\tIRN\tAli Bagheri\tsanctions\toppose\tstrong\tquoted, act\r\n\r\n";
  Diagnostics diagnostics;
  const auto rows = read_gold(files, "gold.tsv", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].doc == "a.txt");
  CHECK(rows[0].range == evidence::Range{0, 64});
  CHECK(rows[0].speaker == "Ali Bagheri");
  CHECK(rows[0].stance == evidence::Stance::oppose);
  CHECK(rows[0].strength == evidence::Strength::strong);
  CHECK(rows[0].notes == std::vector<std::string>{"quoted", "act"});
  CHECK(rows[0].line == 2);
}

TEST_CASE("columns come in any order, and strength and note may be missing") {
  MemoryFileSystem files;
  files.files["gold.tsv"] = "stance\tissue\tactor\tdoc\tend\tstart\nsupport\tpeace\tARM\ta\t5\t2\n";
  Diagnostics diagnostics;
  const auto rows = read_gold(files, "gold.tsv", diagnostics);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].range == evidence::Range{2, 5});
  CHECK(rows[0].strength == evidence::Strength::plain);
}

TEST_CASE("each bad row is named with its place, and the others are read") {
  const auto found = problems(header +
                                  "a\t0\t9\tIRN\t\tpeace\tsupport\tplain\t\n"
                                  "a\tzero\t9\tIRN\t\tpeace\tsupport\tplain\t\n"
                                  "a\t9\t4\tIRN\t\tpeace\tsupport\tplain\t\n"
                                  "a\t0\t9\tIRN\t\twar\tsuports\tplain\t\n"
                                  "a\t0\t9\tIRN\t\ttrade\tsupport\tloud\t\n"
                                  "a\t0\t9\n"
                                  "a\t0\t9\t\t\tpeace\tsupport\tplain\t\n"
                                  "a\t0\t9\tIRN\t\tpeace\toppose\tplain\t\n",
                              1);
  REQUIRE(found.size() == 7);
  CHECK(place(found[0]) == "3:3");
  CHECK(place(found[1]) == "4:5");
  CHECK(found[2].message == "unknown stance `suports`");
  CHECK(place(found[2]) == "5:16");
  CHECK(found[3].message == "unknown strength `loud`");
  CHECK(found[4].id == DiagnosticId::table_short_row);
  CHECK(found[5].message == "`actor` is empty");
  CHECK(found[6].id == DiagnosticId::gold_duplicate_row);
}

TEST_CASE("a table that cannot be used at all says why") {
  CHECK(problems("doc\tstart\tend\n", 0).at(0).message == "the header line lacks `actor`, `issue`, `stance`");
  CHECK(problems("", 0).at(0).id == DiagnosticId::table_header);
  CHECK(problems("doc\xFF", 0).at(0).id == DiagnosticId::table_not_utf8);
  MemoryFileSystem files;
  Diagnostics diagnostics;
  CHECK(read_gold(files, "gold.tsv", diagnostics).empty());
  CHECK(diagnostics.sorted().at(0).id == DiagnosticId::file_not_found);
}

TEST_CASE("the list of coded documents") {
  MemoryFileSystem files;
  files.files["docs.txt"] = "a\nb\t1500\r\n\nc\tmany\n";
  Diagnostics diagnostics;
  const auto coded = read_coded_documents(files, "docs.txt", diagnostics);
  CHECK(coded.size() == 2);
  CHECK(coded.at("a") == std::nullopt);
  CHECK(coded.at("b") == 1500u);
  CHECK(place(diagnostics.sorted().at(0)) == "4:3");
}

TEST_CASE("a place in a text, counted in code points, on one line") {
  CHECK(one_line("\xEF\xBB\xBF"
                 "Tür\n  kei steht",
                 {1, 4}) == "Tür");
  CHECK(one_line("Tür\n  kei steht", {0, 9}) == "Tür kei");
  CHECK(one_line("abc", {3, 9}).empty());
}
