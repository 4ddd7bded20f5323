#include <regex>

#include "engine/report/matrix_xlsx.hpp"
#include "engine/report/workbook.hpp"
#include "engine/store/archive.hpp"
#include "tests/catch.hpp"
#include "tests/unit/report/exports.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::report::testing;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::map<std::string, std::string> parts_of(const std::string& xlsx) {
  std::map<std::string, std::string> parts;
  const auto unpacked = store::unpack(xlsx);
  CHECK(unpacked.error == "");
  for (const auto& file : unpacked.files) parts[file.path] = file.bytes;
  return parts;
}

}  // namespace

TEST_CASE("xlsx: the same table gives the same bytes") {
  const auto first = matrix_xlsx(HardTable().input());
  CHECK(first.error == "");
  CHECK(first.bytes.substr(0, 2) == "PK");
  CHECK(first.bytes == matrix_xlsx(HardTable().input()).bytes);
  // Its date is that of the latest document, not today's.
  CHECK(contains(parts_of(first.bytes)["docProps/core.xml"], "2023-02-04T00:00:00Z"));
}

TEST_CASE("xlsx: texts are texts, dates are dates, and nothing is a formula") {
  const HardTable table;
  auto parts = parts_of(matrix_xlsx(table.input()).bytes);
  CHECK(contains(parts["xl/sharedStrings.xml"], "<t>=HYPERLINK(&quot;http://x&quot;") +
            contains(parts["xl/sharedStrings.xml"], "<t>=HYPERLINK(\"http://x\"") ==
        1);
  for (int sheet = 1; sheet <= 5; ++sheet) {
    const std::string& xml = parts["xl/worksheets/sheet" + std::to_string(sheet) + ".xml"];
    REQUIRE_FALSE(xml.empty());
    CHECK_FALSE(contains(xml, "<f>"));
    CHECK_FALSE(contains(xml, "<f "));
  }
  const std::string& evidence = parts["xl/worksheets/sheet3.xml"];
  CHECK(contains(evidence, "<v>44927</v>"));                       // 2023-01-01 as Excel counts days
  CHECK(contains(parts["xl/sharedStrings.xml"], ">1899-12-31<"));  // no such day in Excel's calendar
  CHECK(contains(parts["xl/sharedStrings.xml"], "العربية"));
  CHECK(contains(parts["xl/sharedStrings.xml"], "_x005F_x0041_"));
  CHECK_FALSE(contains(parts["xl/sharedStrings.xml"], "\x01"));
}

TEST_CASE("xlsx: cells lead to their evidence and back, heads are frozen and filtered") {
  const HardTable table;
  auto parts = parts_of(matrix_xlsx(table.input()).bytes);
  const std::string& matrix = parts["xl/worksheets/sheet1.xml"];
  const std::string& evidence = parts["xl/worksheets/sheet3.xml"];
  for (int sheet = 1; sheet <= 4; ++sheet) {
    const std::string& xml = parts["xl/worksheets/sheet" + std::to_string(sheet) + ".xml"];
    CHECK(contains(xml, "state=\"frozen\""));
    CHECK(contains(xml, "<autoFilter ref="));
  }
  // Iran on troops (C5) has the first line of evidence (the file's second row); Germany shows the EU's (D7).
  CHECK(std::regex_search(matrix, std::regex("ref=\"C5\" location=\"'?Evidence'?!A2\"")));
  CHECK(std::regex_search(matrix, std::regex("ref=\"D7\" location=\"'?Evidence'?!A\\d+\"")));
  CHECK(std::regex_search(evidence, std::regex("ref=\"A2\" location=\"'?Matrix'?!C5\"")));
  // A web address leads there; a script stays text.
  auto& targets = parts["xl/worksheets/_rels/sheet3.xml.rels"];
  CHECK(contains(targets, "https://example.org/a"));
  CHECK_FALSE(contains(targets, "javascript"));
}

TEST_CASE("xlsx: what does not fit is cut with a mark, or refused with what to do") {
  const std::string cut = cell_text(std::string(40'000, 'x'));
  CHECK(cut.size() <= longest_text);
  CHECK(contains(cut, "[cut here: the text has 40,000 characters]"));
  CHECK(cell_text(std::string(longest_text, 'x')) == std::string(longest_text, 'x'));
  std::string doves;
  for (int i = 0; i < 16'384; ++i) doves += "\xF0\x9F\x95\x8A";  // two UTF-16 units each
  CHECK(contains(cell_text(doves), "[cut here"));
  CHECK(cell_text("a\x01"
                  "b\xFF") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");

  HardTable wide;
  wide.matrix.columns.resize(16'383);
  wide.matrix.cells.resize(wide.matrix.rows.size() * wide.matrix.columns.size());
  const auto refused = matrix_xlsx(wide.input());
  CHECK(refused.bytes.empty());
  CHECK(contains(refused.error, "16383 issues, and an Excel sheet has 16382 at most"));
  CHECK(contains(refused.error, "--columns"));

  HardTable empty;
  empty.results.clear();
  empty.matrix = matrix_of({});
  CHECK(matrix_xlsx(empty.input()).error == "");
}
