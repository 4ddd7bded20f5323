#include "engine/store/sqlite.hpp"

#include <set>

#include "engine/report/evidence_csv.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/report/matrix_sqlite.hpp"
#include "engine/report/table_formats.hpp"
#include "tests/golden.hpp"
#include "tests/unit/report/exports.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::report::testing;

namespace {

// The rows of a query, fields with | between.
std::vector<std::string> rows(const store::Database& database, const std::string& sql, int columns) {
  std::vector<std::string> all;
  auto query = database.query(sql);
  while (query.step()) {
    std::string row;
    for (int i = 0; i < columns; ++i)
      row += (i ? "|" : "") + (query.null_at(i) ? std::string("null") : query.text_at(i));
    all.push_back(row);
  }
  return all;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("sqlite: the same table gives the same bytes, and every key leads somewhere") {
  const auto file = matrix_sqlite(HardTable().input());
  REQUIRE(file.error == "");
  CHECK(file.bytes == matrix_sqlite(HardTable().input()).bytes);
  const store::Database database(file.bytes);
  CHECK(rows(database, "PRAGMA foreign_key_check", 4).empty());
  CHECK(rows(database, "PRAGMA integrity_check", 1) == Rows{"ok"});
  CHECK(rows(database, "PRAGMA user_version", 1) == Rows{"2"});
}

TEST_CASE("sqlite: evidence has the numbers of its lines, and texts as they were") {
  const HardTable table;
  const store::Database database(matrix_sqlite(table.input()).bytes);
  const std::string lines = evidence_jsonl(table.results);
  const auto all = rows(database, "SELECT id, document, actor, issue FROM evidence ORDER BY id", 4);
  CHECK(all.size() == 9);
  std::istringstream in(lines);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line); ++number) {
    INFO(line);
    const std::string doc = line.substr(8, 5);
    CHECK(all.at(number).substr(0, 8) == std::to_string(number + 1) + "|" + doc + "|");
  }
  CHECK(rows(database,
             "SELECT sentence FROM evidence WHERE document = 'a.txt' AND issue = 'troops' AND kind = 'declared'",
             1) == Rows{"=HYPERLINK(\"http://x\", \"rejects\")"});
  CHECK(rows(database, "SELECT date, typeof(date) FROM documents ORDER BY id LIMIT 3", 2) ==
        Rows{"2023-01-01|text", "2023-02-01|text", "null|null"});
  CHECK(rows(database, "SELECT speaker, claimant FROM evidence WHERE kind = 'ascribed'", 2) == Rows{"null|ISR"});
}

TEST_CASE("sqlite: cells, views, silences and where it came from") {
  const HardTable table;
  const store::Database database(matrix_sqlite(table.input()).bytes);
  CHECK(rows(database, "SELECT actor, issue, code, via FROM matrix_long", 4) ==
        Rows{"IRN|troops|oppose|null", "IRN|peace|support|null", "RUS|troops|silent|null", "RUS|peace|conditional|null",
             "DEU|troops|no-coverage|null", "DEU|peace|support|EU", "ARM|troops|silent|null",
             "ARM|peace|mixed|null"});
  CHECK(rows(database, "SELECT code, actors, who FROM states_per_position WHERE issue = 'peace' AND actors > 1", 3) ==
        Rows{"support|2|DEU, IRN"});
  CHECK(
      rows(database, "SELECT actor, rank, stance FROM best_quotes WHERE issue = 'peace' AND actor = 'ARM'", 3).size() ==
      2);
  CHECK(rows(database, "SELECT before, after, last_before, first_after FROM shifts", 4) ==
        Rows{"support|oppose|1899-12-31|2023-02-01"});
  CHECK(rows(database, "SELECT support, oppose, claimants FROM claims", 3) == Rows{"1|0|ISR"});
  CHECK(rows(database, "SELECT reason, meaning FROM silences JOIN reasons USING (reason) WHERE actor IS NULL", 2) ==
        Rows{"unknown-turn|a verb between stance and issue that may turn the sense"});
  CHECK(rows(database, "SELECT document, actor, role FROM document_actors", 3) ==
        Rows{"b.txt|IRN|mentioned", "b.txt|RUS|mentioned", "b.txt|RUS|speaking"});
  CHECK(rows(database, "SELECT id, name, kind, in_row FROM actors WHERE id IN ('EU', 'ISR', 'IRN')", 4) ==
        Rows{"EU|European Union|organisation|null", "IRN|Iran|state|1", "ISR|ISR|null|null"});
  CHECK(rows(database, "SELECT value FROM meta WHERE name IN ('rules', 'corpus', 'project') ORDER BY name", 1) ==
        Rows{"fedcba9876543210", "Hard", "0123456789abcdef"});
  // What counts is what the cells count.
  CHECK(rows(database, "SELECT sum(counted) = (SELECT count(*) FROM units) FROM cells", 1) == Rows{"1"});
}

TEST_CASE("docs/exports.md lists the tables and views of the file, and their columns") {
  const store::Database database(matrix_sqlite(HardTable().input()).bytes);
  std::string schema = "| table | columns |\n|---|---|\n";
  for (const auto& row : rows(database, "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY 1, 2", 2)) {
    const std::string name = row.substr(row.find('|') + 1);
    std::string columns;
    for (const auto& column : rows(database, "SELECT name FROM pragma_table_info('" + name + "')", 1))
      columns += (columns.empty() ? "`" : ", `") + column + "`";
    schema += "| " + std::string(row.starts_with("view") ? "view " : "") + "`" + name + "` | " + columns + " |\n";
  }
  const std::string page = demarche::test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/exports.md");
  const std::string mark = "<!-- schema -->\n";
  const auto begin = page.find(mark) + mark.size();
  CHECK(page.substr(begin, page.find("\n\n", begin) + 1 - begin) == schema);
}

TEST_CASE("evidence-csv: a line a record, with whether it counts") {
  const HardTable table;
  const std::string csv = evidence_csv(table.input());
  CHECK(csv.find("'=HYPERLINK") != std::string::npos);
  CHECK(csv.find("counts") != std::string::npos);
  CHECK(csv.find("a third party's claim") != std::string::npos);
  CHECK(csv.find("FRA,France,elsewhere,support") != std::string::npos);
  CHECK(csv.find("in no cell") != std::string::npos);
}

TEST_CASE("the list of formats: names and endings are unique, and each can be written") {
  const HardTable table;
  std::set<std::string_view> seen;
  for (const auto& format : table_formats()) {
    INFO(format.name);
    CHECK(seen.insert(format.name).second);
    if (!format.ending.empty()) {
      CHECK(seen.insert(format.ending).second);
      CHECK(table_format_of("x/y" + std::string(format.ending)) == &format);
    }
    CHECK(table_format(format.name) == &format);
    const auto file = export_table(format, table.input());
    CHECK(file.error == "");
    CHECK_FALSE(file.bytes.empty());
    CHECK(file.bytes == export_table(format, table.input()).bytes);
  }
  CHECK(table_format("exel") == nullptr);
  CHECK(table_format_of("positions") == nullptr);
}
