#include <cstdio>

#include "tests/golden.hpp"
#include "tests/unit/position/dna_statements.hpp"
#include "tests/unit/position/page_tables.hpp"

// docs/positions.md derives each code and figure with an example. The numbers are read out of the page and recomputed
// from the evidence that the page lists, so that the page and the code cannot part.
using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

using Row = std::map<std::string, std::string>;

std::string field(const Row& row, const std::string& column, const std::string& otherwise = "") {
  const auto found = row.find(column);
  return found == row.end() || found->second.empty() ? otherwise : found->second;
}

template <typename Value>
Value named(const std::string& name, const std::vector<Value>& values) {
  for (const Value value : values)
    if (name_of(value) == name) return value;
  FAIL("the page says `" << name << "`");
  return values.front();
}

lexicon::ActorTable actors_of_page() {
  lexicon::ActorTable table;
  for (const char* id : {"ARM", "DEU", "EU", "FRA", "GBR", "IRN", "NATO", "RUS"}) {
    lexicon::Actor actor;
    actor.id = actor.name = id;
    table.actors.push_back(actor);
  }
  auto& members = table.actors[table.find("EU")].members;
  members.push_back({table.find("DEU"), {parse_date("1958-01-01"), std::nullopt}});
  members.push_back({table.find("FRA"), {parse_date("1958-01-01"), std::nullopt}});
  members.push_back({table.find("GBR"), {parse_date("1973-01-01"), parse_date("2020-01-31")}});
  return table;
}

// A line of evidence: "supports", "opposes", "neutral"; or only "names it", "names it beside the issue".
void add(const Row& row, DocumentResult& document) {
  const std::string says = field(row, "says");
  const std::string actor = field(row, "actor", "IRN");
  const std::string issue = field(row, "issue", "peace");
  document.mentioned.push_back(actor);
  if (says == "names it beside the issue") document.issue_mentions.emplace_back(actor, issue);
  if (says.starts_with("names it")) return;
  REQUIRE((says == "supports" || says == "opposes" || says == "neutral"));
  Record record;
  record.doc = document.doc;
  record.date = document.date;
  record.source = document.source;
  record.actor = actor;
  record.issue = issue;
  record.stance = says == "supports" ? Stance::support : says == "opposes" ? Stance::oppose : Stance::neutral;
  record.mode =
      named(field(row, "mode", "plain"), std::vector{Mode::plain, Mode::conditional, Mode::hedged, Mode::question});
  record.kind =
      named(field(row, "kind", "declared"), std::vector{Kind::declared, Kind::narrated, Kind::act, Kind::ascribed});
  record.claimant = field(row, "by");
  record.sentence =
      field(row, "sentence", "Sentence " + std::to_string(document.records.size()) + " of " + document.doc);
  record.score = 0.5;
  document.records.push_back(record);
}

std::vector<DocumentResult> evidence_of(const PageTable& table) {
  std::map<std::string, DocumentResult> documents;
  for (const auto& row : table.rows) {
    auto& document = documents[field(row, "document")];
    document.doc = field(row, "document");
    document.source = field(row, "source", "gazette");
    if (const auto date = field(row, "date"); !date.empty()) {
      document.date = parse_date(date);
      REQUIRE(document.date);
    }
    add(row, document);
  }
  std::vector<DocumentResult> list;
  for (auto& [id, document] : documents) list.push_back(std::move(document));
  return list;
}

DateRange window_of(const std::string& text) {
  if (text.starts_with("until ")) return {std::nullopt, parse_period(text.substr(6))->to};
  if (text.starts_with("from ")) return {parse_period(text.substr(5))->from, std::nullopt};
  return *parse_period(text);
}

// What one row of an expectation asks for.
struct Question {
  std::string actor = "IRN";
  std::string issue = "peace";
  Options options;
};

void apply(const std::string& said, Question& question) {
  const auto space = said.find(' ');
  const std::string word = said.substr(0, space);
  const std::string value = space == std::string::npos ? "" : said.substr(space + 1);
  Options& options = question.options;
  if (word == "actor") {
    question.actor = value;
  } else if (word == "issue") {
    question.issue = value;
  } else if (word == "window") {
    options.window = window_of(value);
  } else if (word == "undated") {
    options.keep_undated = value == "kept";
  } else if (word == "taper") {
    options.taper = true;
  } else if (word == "duplicates") {
    options.duplicates = parse_duplicates(value).value();
  } else if (word == "kinds") {
    REQUIRE(count_only(cut(value, ","), options));
  } else if (word == "sources") {
    options.except_sources = value.starts_with("except ");
    options.sources = cut(options.except_sources ? value.substr(7) : value, ",");
  } else {
    FAIL("the page has the option `" << said << "`");
  }
}

Question question_of(const std::string& text) {
  Question question;
  for (const auto& said : cut(text, ";")) apply(said, question);
  return question;
}

// Four digits at most, as every output writes them.
std::string number(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.4f", value);
  std::string text = buffer;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string code_of(const Cell& cell) {
  std::string text(name_of(cell.code));
  if (cell.refinement != Refinement::none) text += " (" + std::string(name_of(cell.refinement)) + ")";
  return cell.via.empty() ? text : text + " via " + cell.via;
}

std::string claims_of(const Cell& cell) {
  std::string text;
  for (const auto& [count, name] : {std::pair{cell.claims.support, "support"}, {cell.claims.oppose, "oppose"}})
    if (count > 0) text += std::string(text.empty() ? "" : ", ") + name + " " + std::to_string(count);
  for (const auto& claimant : cell.claims.claimants) text += " by " + claimant;
  return text;
}

std::string shift_of(const Cell& cell, const std::vector<DocumentResult>& documents) {
  if (!cell.shift) return "";
  const auto& shift = *cell.shift;
  return std::string(name_of(shift.before)) + " until " + to_string(shift.last_before) + " (" +
         documents[shift.quote_before.document].doc + "), " + std::string(name_of(shift.after)) + " from " +
         to_string(shift.first_after) + " (" + documents[shift.quote_after.document].doc + ")";
}

std::uint32_t syndicated(const Cell& cell) {
  std::uint32_t most = 0;
  for (const auto& unit : cell.units) most = std::max(most, unit.syndicated);
  return most;
}

std::string ends_of(const Interval& interval) {
  auto four = [](double value) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, value == 0 || value == 1 ? "%.0f" : "%.4f", value);
    return std::string(buffer);
  };
  return four(interval.low) + " to " + four(interval.high);
}

// The figure that a column of the page names.
std::string figure(const std::string& column, const Cell& cell, const std::vector<DocumentResult>& documents) {
  auto date = [](const std::optional<Date>& day) { return day ? to_string(*day) : ""; };
  const Row figures{{"code", code_of(cell)},
                    {"S", number(cell.support)},
                    {"O", number(cell.oppose)},
                    {"N", number(cell.neutral)},
                    {"lean", number(cell.lean)},
                    {"strength", number(cell.strength)},
                    {"interval", ends_of(cell.interval)},
                    {"records", std::to_string(cell.records)},
                    {"counted", std::to_string(cell.units.size())},
                    {"documents", std::to_string(cell.documents)},
                    {"sources", std::to_string(cell.sources)},
                    {"thin", cell.thin ? "yes" : "no"},
                    {"covering", std::to_string(cell.covering)},
                    {"conditional", std::to_string(cell.conditional)},
                    {"outside_window", std::to_string(cell.outside_window)},
                    {"undated_left_out", std::to_string(cell.undated)},
                    {"syndicated", std::to_string(syndicated(cell))},
                    {"first", date(cell.first)},
                    {"last", date(cell.last)},
                    {"claims", claims_of(cell)},
                    {"shift", shift_of(cell, documents)}};
  const auto found = figures.find(column);
  if (found == figures.end()) FAIL("the page has the column `" << column << "`");
  return found->second;
}

std::size_t check(const PageTable& table, const std::vector<DocumentResult>& documents) {
  std::size_t checked = 0;
  for (const auto& row : table.rows) {
    const Question question = question_of(field(row, "options"));
    Tally tally;
    for (const auto& document : documents) tally.add(document);
    const Layout layout{"", "", {{question.actor, ""}}, {{question.issue, ""}}};
    const Cell cell = build_matrix(tally, layout, question.options, actors_of_page()).at(0, 0);
    for (const auto& column : table.columns) {
      if (column == "options") continue;
      INFO("line " << table.line << ", options `" << field(row, "options") << "`, " << column);
      CHECK(figure(column, cell, documents) == field(row, column));
      ++checked;
    }
  }
  return checked;
}

std::vector<PageTable> page() {
  return tables_of(demarche::test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/positions.md"));
}

}  // namespace

TEST_CASE("the examples of docs/positions.md come out as the page says") {
  std::vector<DocumentResult> documents;
  std::size_t examples = 0;
  std::size_t figures = 0;
  for (const auto& table : page()) {
    if (table.columns.front() == "document" && table.has("says")) {
      documents = evidence_of(table);
      ++examples;
    } else if (table.columns.front() == "options" && !documents.empty()) {
      figures += check(table, documents);
    }
  }
  CHECK(examples >= 9);
  CHECK(figures >= 130);
}

TEST_CASE("the figures of DNA's sample stand on the page") {
  bool found = false;
  for (const auto& table : page()) {
    if (table.columns.front() != "DNA's sample") continue;
    found = true;
    for (const auto& row : table.rows) {
      std::size_t records = 0, counted = 0, cells = 0, mixed = 0;
      for (const Cell& cell : matrix_of(dna_documents(), question_of(field(row, "DNA's sample")).options).cells) {
        records += cell.records;
        counted += cell.units.size();
        cells += is_position(cell.code);
        mixed += cell.code == Code::mixed;
      }
      CHECK(field(row, "records") == std::to_string(records));
      CHECK(field(row, "counted") == std::to_string(counted));
      CHECK(field(row, "cells") == std::to_string(cells));
      CHECK(field(row, "mixed") == std::to_string(mixed));
    }
  }
  CHECK(found);
}
