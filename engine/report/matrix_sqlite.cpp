#include "engine/report/matrix_sqlite.hpp"

#include <cmath>
#include <set>

#include "engine/report/cell_text.hpp"
#include "engine/report/counting.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/store/sqlite.hpp"

namespace demarche::report {

namespace {

using position::Cell;
using store::Database;
using store::Query;

constexpr const char* schema =
#include "engine/report/sqlite_schema.inc"
    ;

// Four digits: what differs beyond them differs by the machine.
double rounded(double value) { return std::round(value * 10000) / 10000 + 0.0; }

Query& day(Query& query, const std::optional<Date>& date) { return date ? query.text(to_string(*date)) : query.null(); }

// All ids that some row will name.
struct Ids {
  std::set<std::string> actors;
  std::set<std::string> issues;

  explicit Ids(const TableInput& input) {
    for (const auto& row : input.matrix.rows) actors.insert(row.id);
    for (const auto& column : input.matrix.columns) issues.insert(column.id);
    for (const auto& cell : input.matrix.cells) actors.insert(cell.via);
    for (const auto& result : input.results) {
      actors.insert(result.speaking.begin(), result.speaking.end());
      actors.insert(result.mentioned.begin(), result.mentioned.end());
      for (const auto& record : result.records) {
        for (const auto* id : {&record.actor, &record.via, &record.claimant}) actors.insert(*id);
        issues.insert(record.issue);
      }
      for (const auto& silence : result.silences) {
        actors.insert(silence.actor);
        issues.insert(silence.issue);
      }
    }
    actors.erase("");
  }
};

std::map<std::string, std::int64_t> numbers_of(const std::vector<position::Head>& heads) {
  std::map<std::string, std::int64_t> numbers;
  for (std::size_t i = 0; i < heads.size(); ++i) numbers.emplace(heads[i].id, static_cast<std::int64_t>(i) + 1);
  return numbers;
}

Query& number_or_null(Query& query, const std::map<std::string, std::int64_t>& numbers, const std::string& id) {
  const auto found = numbers.find(id);
  return found == numbers.end() ? query.null() : query.integer(found->second);
}

void fill_names(Database& database, const TableInput& input) {
  const Ids ids(input);
  const auto rows = numbers_of(input.matrix.rows);
  const auto columns = numbers_of(input.matrix.columns);
  Query actor = database.query("INSERT INTO actors VALUES (?, ?, ?, ?)");
  for (const auto& id : ids.actors) {
    const auto known = input.names.actors.find(id);
    actor.text(id)
        .text(input.names.actor(id))
        .text_or_null(known == input.names.actors.end() ? "" : known->second.kind);
    number_or_null(actor, rows, id).run();
  }
  Query issue = database.query("INSERT INTO issues VALUES (?, ?, ?)");
  for (const auto& id : ids.issues) number_or_null(issue.text(id).text(input.names.issue(id)), columns, id).run();
}

void fill_lists(Database& database, const TableInput& input) {
  Query meta = database.query("INSERT OR REPLACE INTO meta VALUES (?, ?)");
  for (const auto& [name, value] : provenance_lines(input.provenance, input.matrix.options))
    meta.text(name).text(value).run();
  Query code = database.query("INSERT INTO codes VALUES (?, ?)");
  for (const auto each : {
#define DEMARCHE_CODE(enumerator, name, meaning) position::Code::enumerator,
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
       })
    code.text(position::name_of(each)).text(position::meaning_of(each)).run();
  Query reason = database.query("INSERT INTO reasons VALUES (?, ?)");
  for (const auto each : {
#define DEMARCHE_REASON(enumerator, name, meaning) evidence::Reason::enumerator,
#include "engine/evidence/reasons.def"
#undef DEMARCHE_REASON
       })
    reason.text(evidence::name_of(each)).text(evidence::meaning_of(each)).run();
}

void fill_documents(Database& database, const TableInput& input) {
  Query document = database.query("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)");
  Query actor = database.query("INSERT OR IGNORE INTO document_actors VALUES (?, ?, ?)");
  for (const auto& result : input.results) {
    day(document.text(result.doc).text(result.title), result.date).text(result.source).text(result.url);
    document.integer(result.sentences).integer(result.code_points).run();
    for (const auto& id : result.speaking) actor.text(result.doc).text(id).text("speaking").run();
    for (const auto& id : result.mentioned) actor.text(result.doc).text(id).text("mentioned").run();
  }
}

// The number of each record: its line in evidence.jsonl.
using Numbers = std::map<position::RecordRef, std::int64_t>;

Numbers fill_evidence(Database& database, const TableInput& input) {
  Numbers numbers;
  Query query =
      database.query("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const Counting counting(input);
  std::int64_t number = 0;
  for (std::uint32_t document = 0; document < input.results.size(); ++document)
    for (const std::uint32_t index : line_order(input.results[document])) {
      const auto& record = input.results[document].records[index];
      numbers[{document, index}] = ++number;
      day(query.integer(number).text(record.doc), record.date).text(record.source);
      query.integer(record.sentence_range.start).integer(record.sentence_range.end);
      query.integer(record.match.start).integer(record.match.end).text(record.sentence).text(record.actor);
      query.text_or_null(record.speaker).text_or_null(record.via).text_or_null(record.claimant).text(record.issue);
      query.text(evidence::name_of(record.stance)).text(evidence::name_of(record.strength));
      query.text(evidence::name_of(record.kind)).text(evidence::name_of(record.mode));
      query.text(record.rule).text(record.construction).integer(record.negated).real(rounded(record.score));
      query.text(counting.note({{document, index}, &record, &input.results[document]})).run();
    }
  return numbers;
}

void fill_silences(Database& database, const TableInput& input) {
  Query query = database.query("INSERT INTO silences VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const auto& result : input.results)
    for (const auto& silence : result.silences) {
      query.integer(++number)
          .text(result.doc)
          .integer(silence.sentence_range.start)
          .integer(silence.sentence_range.end);
      query.text_or_null(silence.actor)
          .text(silence.issue)
          .text(evidence::name_of(silence.reason))
          .text(silence.detail)
          .run();
    }
}

// Writes one cell and what hangs on it; keeps the prepared statements between cells.
class Cells {
 public:
  Cells(Database& database, const Numbers& numbers)
      : numbers_(numbers),
        cell_(database.query(
            "INSERT INTO cells VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?)")),
        unit_(database.query("INSERT INTO units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        quote_(database.query("INSERT INTO quotes VALUES (?, ?, ?, ?)")),
        shift_(database.query("INSERT INTO shifts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
        claim_(database.query("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)")) {}

  void write(const std::string& actor, const std::string& issue, const Cell& cell) {
    write_figures(actor, issue, cell);
    write_units(actor, issue, cell);
    std::int64_t rank = 0;
    for (const auto& ref : cell.quotes) quote_.text(actor).text(issue).integer(++rank).integer(numbers_.at(ref)).run();
    if (cell.shift) write_shift(actor, issue, *cell.shift);
    if (cell.claims.support + cell.claims.oppose + cell.claims.neutral > 0) write_claims(actor, issue, cell.claims);
  }

 private:
  void write_figures(const std::string& actor, const std::string& issue, const Cell& cell) {
    cell_.text(actor).text(issue).text(symbol(cell, Signs::unicode)).text(position::name_of(cell.code));
    cell_.text_or_null(cell.refinement == position::Refinement::none ? "" : position::name_of(cell.refinement));
    cell_.text_or_null(cell.via).real(rounded(cell.support)).real(rounded(cell.oppose)).real(rounded(cell.neutral));
    cell_.integer(cell.conditional);
    const bool sides = cell.support + cell.oppose > 0;
    for (const double figure : {cell.lean, cell.strength, cell.interval.low, cell.interval.high})
      sides ? cell_.real(rounded(figure)) : cell_.null();
    cell_.integer(cell.thin).integer(cell.records).integer(static_cast<std::int64_t>(cell.units.size()));
    cell_.integer(cell.documents).integer(cell.sources).integer(cell.covering).integer(cell.outside_window);
    cell_.integer(cell.undated);
    day(day(cell_, cell.first), cell.last).run();
  }

  void write_units(const std::string& actor, const std::string& issue, const Cell& cell) {
    std::int64_t number = 0;
    for (const auto& unit : cell.units) {
      day(unit_.text(actor).text(issue).integer(++number).integer(numbers_.at(unit.best)), unit.date);
      unit_.text(evidence::name_of(unit.stance)).text(evidence::name_of(unit.mode)).real(rounded(unit.weight));
      unit_.integer(unit.records).integer(unit.syndicated).run();
    }
  }

  void write_shift(const std::string& actor, const std::string& issue, const position::Shift& shift) {
    shift_.text(actor).text(issue).text(evidence::name_of(shift.before)).text(evidence::name_of(shift.after));
    shift_.text(to_string(shift.last_before)).text(to_string(shift.first_after));
    shift_.integer(numbers_.at(shift.quote_before)).integer(numbers_.at(shift.quote_after)).run();
  }

  void write_claims(const std::string& actor, const std::string& issue, const position::Claims& claims) {
    std::string claimants;
    for (const auto& id : claims.claimants) claimants += (claimants.empty() ? "" : ",") + id;
    claim_.text(actor)
        .text(issue)
        .integer(claims.support)
        .integer(claims.oppose)
        .integer(claims.neutral)
        .text(claimants)
        .run();
  }

  const Numbers& numbers_;
  Query cell_, unit_, quote_, shift_, claim_;
};

void fill_cells(Database& database, const TableInput& input, const Numbers& numbers) {
  Cells cells(database, numbers);
  const auto& matrix = input.matrix;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      cells.write(matrix.rows[row].id, matrix.columns[column].id, matrix.at(row, column));
}

}  // namespace

TableFile matrix_sqlite(const TableInput& input) {
  try {
    Database database;
    // 0x44656D61 is "Dema"; user_version counts changes of the schema.
    database.run(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA application_id = 0x44656D61;"
        "PRAGMA user_version = 2; PRAGMA foreign_keys = 1; BEGIN");
    database.run(schema);
    fill_lists(database, input);
    fill_names(database, input);
    fill_documents(database, input);
    const Numbers numbers = fill_evidence(database, input);
    fill_silences(database, input);
    fill_cells(database, input, numbers);
    database.run("COMMIT; VACUUM");
    return {database.bytes(), ""};
  } catch (const store::SqliteError& error) {
    return {"", std::string("the database cannot be made: ") + error.what()};
  }
}

}  // namespace demarche::report
