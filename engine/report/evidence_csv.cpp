#include "engine/report/evidence_csv.hpp"

#include <initializer_list>

#include "engine/report/counting.hpp"
#include "engine/report/json_text.hpp"
#include "engine/report/matrix_csv.hpp"

namespace demarche::report {

namespace {

void append_row(std::string& out, std::initializer_list<std::string_view> fields) {
  for (const auto& field : fields) {
    if (&field != fields.begin()) out += ',';
    out += csv_field(field);
  }
  out += '\n';
}

std::string number(double value) {
  std::string text;
  append_json_number(text, value, 3);
  return text;
}

}  // namespace

std::string evidence_csv(const TableInput& input) {
  std::string out;
  append_row(out, {"actor",   "name",         "issue",    "stance", "strength", "date",        "sentence",
                   "speaker", "source",       "counted",  "kind",   "mode",     "via",         "claimant",
                   "title",   "url",          "document", "start",  "end",      "match_start", "match_end",
                   "rule",    "construction", "negated",  "score"});
  const Counting counting(input);
  for (const auto& line : evidence_by_cell(input)) {
    const auto& record = *line.record;
    append_row(out, {record.actor,
                     input.names.actor(record.actor),
                     record.issue,
                     evidence::name_of(record.stance),
                     evidence::name_of(record.strength),
                     record.date ? to_string(*record.date) : "",
                     record.sentence,
                     record.speaker,
                     record.source,
                     counting.note(line),
                     evidence::name_of(record.kind),
                     evidence::name_of(record.mode),
                     record.via,
                     record.claimant,
                     line.document->title,
                     line.document->url,
                     record.doc,
                     std::to_string(record.sentence_range.start),
                     std::to_string(record.sentence_range.end),
                     std::to_string(record.match.start),
                     std::to_string(record.match.end),
                     record.rule,
                     record.construction,
                     record.negated ? "true" : "false",
                     number(record.score)});
  }
  return out;
}

}  // namespace demarche::report
