#include "engine/report/evidence_jsonl.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "engine/report/json_text.hpp"

namespace demarche::report {

namespace {

void text_field(std::string& out, std::string_view key, std::string_view value) {
  out += ",\"";
  out += key;
  out += "\":";
  append_json_string(out, value);
}

void number_field(std::string& out, std::string_view key, std::uint32_t value) {
  out += ",\"";
  out += key;
  out += "\":";
  out += std::to_string(value);
}

bool in_order(const evidence::Record& a, const evidence::Record& b) {
  return std::tie(a.sentence_range.start, a.actor, a.issue, a.match, a.kind) <
         std::tie(b.sentence_range.start, b.actor, b.issue, b.match, b.kind);
}

}  // namespace

void append_evidence_line(std::string& out, const evidence::Record& record) {
  out += "{\"doc\":";
  append_json_string(out, record.doc);
  out += ",\"date\":";
  record.date ? append_json_string(out, to_string(*record.date)) : void(out += "null");
  text_field(out, "source", record.source);
  number_field(out, "start", record.sentence_range.start);
  number_field(out, "end", record.sentence_range.end);
  out += ",\"match\":{\"start\":" + std::to_string(record.match.start) + ",\"end\":" + std::to_string(record.match.end) + "}";
  text_field(out, "sentence", record.sentence);
  text_field(out, "actor", record.actor);
  text_field(out, "speaker", record.speaker);
  text_field(out, "via", record.via);
  text_field(out, "claimant", record.claimant);
  text_field(out, "issue", record.issue);
  text_field(out, "stance", evidence::name_of(record.stance));
  text_field(out, "strength", evidence::name_of(record.strength));
  text_field(out, "kind", evidence::name_of(record.kind));
  text_field(out, "mode", evidence::name_of(record.mode));
  text_field(out, "rule", record.rule);
  text_field(out, "construction", record.construction);
  out += record.negated ? ",\"negated\":true" : ",\"negated\":false";
  out += ",\"score\":";
  append_json_number(out, record.score, 3);
  out += "}\n";
}

std::vector<std::uint32_t> line_order(const evidence::DocumentResult& result) {
  std::vector<std::uint32_t> order(result.records.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return in_order(result.records[a], result.records[b]); });
  return order;
}

std::string evidence_jsonl(const std::vector<evidence::DocumentResult>& results) {
  std::string out;
  for (const auto& result : results)
    for (const std::uint32_t index : line_order(result)) append_evidence_line(out, result.records[index]);
  return out;
}

}  // namespace demarche::report
