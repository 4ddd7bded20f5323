#include "engine/run/gold.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

using evidence::Stance;
using evidence::Strength;

enum GoldColumn : std::size_t { doc, start, end, actor, speaker, issue, stance, strength, note };
const std::vector<TsvColumn> gold_columns{{"doc", true},    {"start", true},     {"end", true},
                                          {"actor", true},  {"speaker", false},  {"issue", true},
                                          {"stance", true}, {"strength", false}, {"note", false}};

std::vector<std::string> split_notes(std::string_view text) {
  std::vector<std::string> notes;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string_view one = text.substr(0, comma);
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    if (!one.empty()) notes.emplace_back(one);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return notes;
}

std::optional<GoldRow> read_row(const Tsv& table, std::size_t row, Diagnostics& diagnostics) {
  GoldRow gold;
  gold.line = table.line(row);
  gold.doc = table.field(row, doc);
  gold.actor = table.field(row, actor);
  gold.speaker = table.field(row, speaker);
  gold.issue = table.field(row, issue);
  gold.notes = split_notes(table.field(row, note));
  for (const std::size_t column : {doc, actor, issue})
    if (table.field(row, column).empty()) {
      table.complain(DiagnosticId::table_bad_value, "`" + std::string(gold_columns[column].name) + "` is empty", row,
                     column, diagnostics);
      return std::nullopt;
    }
  const auto from = parse_count(table.field(row, start));
  const auto to = parse_count(table.field(row, end));
  if (!from || !to || *from >= *to) {
    table
        .complain(DiagnosticId::table_bad_value, "`start` and `end` must be whole numbers, the first below the second",
                  row, from ? end : start, diagnostics)
        .help =
        "count Unicode code points from the beginning of the file, the first being 0; `end` is behind the last one";
    return std::nullopt;
  }
  gold.range = {*from, *to};
  const auto said = parse_stance(table.field(row, stance));
  if (!said) {
    table
        .complain(DiagnosticId::table_bad_value, "unknown stance `" + std::string(table.field(row, stance)) + "`", row,
                  stance, diagnostics)
        .help = "write support, oppose or neutral";
    return std::nullopt;
  }
  gold.stance = *said;
  if (const auto text = table.field(row, strength); !text.empty()) {
    const auto known = parse_strength(text);
    if (!known) {
      table
          .complain(DiagnosticId::table_bad_value, "unknown strength `" + std::string(text) + "`", row, strength,
                    diagnostics)
          .help = "write weak, plain or strong";
      return std::nullopt;
    }
    gold.strength = *known;
  }
  return gold;
}

}  // namespace

std::optional<Stance> parse_stance(std::string_view name) {
  for (const Stance value : {Stance::support, Stance::oppose, Stance::neutral})
    if (evidence::name_of(value) == name) return value;
  return std::nullopt;
}

std::optional<Strength> parse_strength(std::string_view name) {
  for (const Strength value : {Strength::weak, Strength::plain, Strength::strong})
    if (evidence::name_of(value) == name) return value;
  return std::nullopt;
}

std::vector<GoldRow> read_gold(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  std::vector<GoldRow> rows;
  const auto table = Tsv::read(files, path, gold_columns, diagnostics);
  if (!table) return rows;
  std::set<std::tuple<std::string, evidence::Range, std::string, std::string>> seen;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    auto gold = read_row(*table, row, diagnostics);
    if (!gold) continue;
    if (!seen.emplace(gold->doc, gold->range, gold->actor, gold->issue).second) {
      table
          ->complain(DiagnosticId::gold_duplicate_row, "a second row for this sentence, actor and issue", row, doc,
                     diagnostics)
          .help = "keep the row that says more";
      continue;
    }
    rows.push_back(std::move(*gold));
  }
  return rows;
}

CodedSentences read_coded_sentences(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  CodedSentences sentences;
  const auto table = Tsv::read(files, path, {{"doc", true}, {"start", true}, {"end", true}}, diagnostics);
  if (!table) return sentences;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto from = parse_count(table->field(row, 1));
    const auto to = parse_count(table->field(row, 2));
    if (from && to && *from < *to) {
      sentences[std::string(table->field(row, 0))].push_back({*from, *to});
      continue;
    }
    table
        ->complain(DiagnosticId::table_bad_value, "`start` and `end` must be whole numbers, the first below the second",
                   row, from ? 2 : 1, diagnostics)
        .help =
        "count Unicode code points from the beginning of the file, the first being 0; `end` is behind the last one";
  }
  return sentences;
}

std::vector<std::string> phenomena_of(const std::vector<std::string>& notes) {
  std::set<std::string> tags;
  for (const std::string& note : notes) {
    bool tagged = false;
    for (std::size_t hash = note.find('#'); hash != std::string::npos; hash = note.find('#', hash + 1)) {
      const std::size_t end = std::min(note.find_first_of(" \t,;.#", hash + 1), note.size());
      if (end > hash + 1) tags.insert(note.substr(hash + 1, end - hash - 1));
      tagged = true;
    }
    if (!tagged && !note.empty() && note.find(' ') == std::string::npos) tags.insert(note);
  }
  return {tags.begin(), tags.end()};
}

std::vector<evidence::DocumentResult> as_results(const std::vector<GoldRow>& rows,
                                                 const std::set<std::string>& documents) {
  std::map<std::string, evidence::DocumentResult> results;
  for (const auto& doc : documents) results[doc].doc = doc;
  for (const GoldRow& row : rows) {
    evidence::DocumentResult& result = results[row.doc];
    result.doc = row.doc;
    evidence::Record record;
    record.doc = row.doc;
    record.sentence_range = record.match = row.range;
    record.actor = row.actor;
    record.speaker = row.speaker;
    record.issue = row.issue;
    record.stance = row.stance;
    record.strength = row.strength;
    record.rule = "the second coder, line " + std::to_string(row.line);
    result.records.push_back(std::move(record));
  }
  std::vector<evidence::DocumentResult> sorted;
  for (auto& [doc, result] : results) {
    std::stable_sort(result.records.begin(), result.records.end(),
                     [](const auto& a, const auto& b) { return a.sentence_range < b.sentence_range; });
    sorted.push_back(std::move(result));
  }
  return sorted;
}

std::vector<GoldCell> read_gold_cells(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  std::vector<GoldCell> cells;
  const auto table =
      Tsv::read(files, path, {{"doc", true}, {"actor", true}, {"issue", true}, {"stance", true}}, diagnostics);
  if (!table) return cells;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto said = parse_stance(table->field(row, 3));
    if (!said) {
      table
          ->complain(DiagnosticId::table_bad_value, "unknown stance `" + std::string(table->field(row, 3)) + "`", row,
                     3, diagnostics)
          .help = "write support, oppose or neutral";
      continue;
    }
    cells.push_back({std::string(table->field(row, 0)), std::string(table->field(row, 1)),
                     std::string(table->field(row, 2)), *said});
  }
  return cells;
}

CodedDocuments read_coded_documents(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  CodedDocuments documents;
  const auto file = read_source(files, path, diagnostics);
  if (!file) return documents;
  for (std::uint32_t number = 1; number <= file->line_count(); ++number) {
    std::string_view line = file->line(number);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      documents[std::string(line)] = std::nullopt;
      continue;
    }
    const auto limit = parse_count(line.substr(tab + 1));
    if (!limit) {
      const auto at = file->line_start(number) + static_cast<std::uint32_t>(tab) + 1;
      diagnostics
          .add(DiagnosticId::table_bad_value, "the number of coded code points is no whole number", file,
               {at, file->line_start(number) + static_cast<std::uint32_t>(line.size())})
          .help = "write the document's id, a tab and a number, or the id alone when all of it was coded";
      continue;
    }
    documents[std::string(line.substr(0, tab))] = limit;
  }
  return documents;
}

}  // namespace demarche::run
