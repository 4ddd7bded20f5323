#include "engine/import/dna_file.hpp"

#include <algorithm>
#include <map>

#include "engine/base/utf8.hpp"
#include "engine/store/sqlite.hpp"

namespace demarche::import {

namespace {

using store::Database;

bool has_column(const Database& database, const std::string& table, const std::string& column) {
  auto query = database.query("SELECT count(*) FROM pragma_table_info(?) WHERE upper(name) = upper(?)");
  query.text(table).text(column);
  return query.step() && query.integer_at(0) > 0;
}

// What is wrong with the file as a whole; empty when nothing is.
std::string trouble_of(const Database& database) {
  for (const auto& [table, column] : {std::pair{"DOCUMENTS", "Text"},
                                      {"STATEMENTS", "DocumentId"},
                                      {"VARIABLES", "Variable"},
                                      {"DATASHORTTEXT", "StatementId"}})
    if (!has_column(database, table, column))
      return std::string("it has no table ") + table + ": it is no file of Discourse Network Analyzer 2 or 3";
  if (!has_column(database, "DATASHORTTEXT", "VariableId"))
    return "it was written by a newer DNA than 3, whose tables are not known; export the statements from DNA as CSV";
  return "";
}

// DNA 2 keeps the words of a variable themselves and dates in milliseconds; DNA 3 keeps numbers of entities, and
// seconds.
bool is_version_3(const Database& database) { return has_column(database, "DATASHORTTEXT", "Entity"); }

std::string data_query(bool version_3) {
  std::string sql = "SELECT d.StatementId, v.Variable, ";
  sql += version_3 ? "e.Value FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity"
                   : "CAST(d.Value AS TEXT) FROM DATASHORTTEXT d";
  sql += " JOIN VARIABLES v ON v.ID = d.VariableId";
  for (const char* table : {"DATALONGTEXT", "DATABOOLEAN", "DATAINTEGER"})
    sql += std::string(" UNION ALL SELECT d.StatementId, v.Variable, CAST(d.Value AS TEXT) FROM ") + table +
           " d JOIN VARIABLES v ON v.ID = d.VariableId";
  return sql;
}

using Values = std::map<std::int64_t, std::map<std::string, std::string>>;  // statement, variable

Values read_values(const Database& database, bool version_3) {
  Values values;
  auto query = database.query(data_query(version_3));
  while (query.step()) values[query.integer_at(0)][query.text_at(1)] = query.text_at(2);
  return values;
}

std::optional<Date> day_of(std::int64_t time, bool version_3) {
  constexpr std::int64_t seconds_a_day = 86'400;
  const std::int64_t per_day = version_3 ? seconds_a_day : seconds_a_day * 1000;
  std::int64_t day = time / per_day;
  if (time < 0 && time % per_day != 0) --day;
  if (day < -719'162 || day > 2'932'896) return std::nullopt;  // 0001-01-01 to 9999-12-31
  return Date{static_cast<std::int32_t>(day)};
}

void read_documents(const Database& database, bool version_3, Coded& coded) {
  auto query = database.query("SELECT ID, Title, Text, Source, Date, typeof(Date) FROM DOCUMENTS ORDER BY ID");
  while (query.step()) {
    CodedDocument document{query.text_at(0), query.text_at(1), query.text_at(3), "", std::nullopt, query.text_at(2)};
    if (query.text_at(5) == "integer") document.date = day_of(query.integer_at(4), version_3);
    if (!document.date)
      coded.left_out.push_back("document " + document.id + ": its date cannot be read; it is undated");
    std::size_t bad = 0;
    if (!utf8::is_valid(document.text, &bad)) {
      coded.left_out.push_back("document " + document.id + ": its text is no UTF-8 (byte " + std::to_string(bad) +
                               "); it comes without its text");
      document.text.clear();
    }
    coded.documents.push_back(std::move(document));
  }
}

std::vector<std::string> variable_names(const Database& database) {
  std::vector<std::string> names;
  auto query = database.query("SELECT DISTINCT Variable FROM VARIABLES ORDER BY Variable");
  while (query.step()) names.push_back(query.text_at(0));
  return names;
}

// The variable that was named, or the first of the usual names that the file has.
std::string choose(const std::string& named, const std::vector<std::string>& usual,
                   const std::vector<std::string>& has) {
  if (!named.empty()) return named;
  for (const auto& name : usual)
    for (const auto& one : has)
      if (lower_ascii(one) == name) return one;
  return "";
}

std::string missing(const std::string& what, const std::string& option, const std::vector<std::string>& has) {
  std::string list;
  for (const auto& name : has) list += (list.empty() ? "" : ", ") + name;
  return "no variable says " + what + "; name one with " + option + " (the file has " + (list.empty() ? "none" : list) +
         ")";
}

std::string value_of(const std::map<std::string, std::string>& values, const std::string& variable) {
  const auto found = values.find(variable);
  return found == values.end() ? "" : found->second;
}

class Reader {
 public:
  Reader(const Database& database, const Variables& names) : database_(database), names_(names) {}

  Coded read() {
    const bool version_3 = is_version_3(database_);
    read_documents(database_, version_3, coded_);
    const Values values = read_values(database_, version_3);
    for (std::size_t i = 0; i < coded_.documents.size(); ++i) documents_[coded_.documents[i].id] = i;
    auto query = database_.query("SELECT ID, DocumentId, Start, Stop FROM STATEMENTS ORDER BY ID");
    while (query.step()) {
      const auto found = values.find(query.integer_at(0));
      static const std::map<std::string, std::string> nothing;
      add("statement " + query.text_at(0), query.text_at(1), query.integer_at(2), query.integer_at(3),
          found == values.end() ? nothing : found->second);
    }
    sort_documents(coded_);
    return std::move(coded_);
  }

 private:
  void leave(const std::string& place, const std::string& why) { coded_.left_out.push_back(place + ": " + why); }

  void add(const std::string& place, const std::string& id, std::int64_t start, std::int64_t stop,
           const std::map<std::string, std::string>& values) {
    const auto document = documents_.find(id);
    if (document == documents_.end()) return leave(place, "its document " + id + " is not in the file");
    CodedStatement statement;
    statement.place = place;
    statement.document = id;
    statement.speaker = value_of(values, names_.speaker);
    statement.actor = value_of(values, names_.actor);
    if (statement.actor.empty()) statement.actor = statement.speaker;
    statement.concept_ = value_of(values, names_.issue);
    if (statement.concept_.empty()) return leave(place, "it has no " + names_.issue);
    if (statement.actor.empty()) return leave(place, "it has no " + names_.actor + " and no " + names_.speaker);
    const std::string said = value_of(values, names_.agreement);
    const auto agrees = parse_agreement(said);
    if (!agrees) return leave(place, names_.agreement + " is `" + said + "`, which is neither yes nor no");
    statement.agrees = *agrees;
    const std::string& text = coded_.documents[document->second].text;
    statement.range = range_from_utf16(text, start, stop);  // DNA counts as Java does
    statement.words = std::string(words_of(text, statement.range));
    if (statement.words.empty()) {
      if (!text.empty()) leave(place, "its passage lies outside the text; it comes without its words");
      statement.range = {static_cast<std::uint32_t>(std::max<std::int64_t>(start, 0)),
                         static_cast<std::uint32_t>(std::max<std::int64_t>(stop, start))};
    }
    coded_.statements.push_back(std::move(statement));
  }

  const Database& database_;
  Variables names_;
  Coded coded_;
  std::map<std::string, std::size_t> documents_;
};

}  // namespace

std::optional<Coded> read_dna(std::string_view bytes, const Variables& variables, std::string& error) {
  try {
    const Database database(bytes);
    if (error = trouble_of(database); !error.empty()) return std::nullopt;
    const auto has = variable_names(database);
    const Variables names{choose(variables.actor, {"organization", "organisation", "actor", "country"}, has),
                          choose(variables.speaker, {"person", "speaker"}, has),
                          choose(variables.issue, {"concept", "category", "issue"}, has),
                          choose(variables.agreement, {"agreement", "qualifier", "agree"}, has)};
    if (names.issue.empty()) error = missing("what a statement is about", "--issue", has);
    if (names.agreement.empty()) error = missing("whether it agrees", "--agreement", has);
    if (names.actor.empty() && names.speaker.empty()) error = missing("whose statement it is", "--actor", has);
    for (const auto& name : {names.actor, names.speaker, names.issue, names.agreement})
      if (!name.empty() && std::find(has.begin(), has.end(), name) == has.end())
        error = missing("`" + name + "`", "its name in the file", has);
    if (!error.empty()) return std::nullopt;
    return Reader(database, names).read();
  } catch (const store::SqliteError& problem) {
    error = std::string("it cannot be read as a .dna file (SQLite): ") + problem.what();
    return std::nullopt;
  }
}

}  // namespace demarche::import
