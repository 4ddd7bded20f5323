#include "engine/report/documents_jsonl.hpp"

#include <map>

#include "engine/base/hash.hpp"
#include "engine/report/json_text.hpp"

namespace demarche::report {

namespace {

void texts(std::string& out, const std::vector<std::string>& list) {
  out += '[';
  for (const auto& text : list) {
    if (&text != &list.front()) out += ',';
    append_json_string(out, text);
  }
  out += ']';
}

void text_field(std::string& out, std::string_view key, std::string_view value) {
  out.append(",\"").append(key).append("\":");
  append_json_string(out, value);
}

void append_reasons(std::string& out, const evidence::DocumentResult& result) {
  std::map<std::string_view, std::size_t> counts;
  for (const auto& silence : result.silences) ++counts[evidence::name_of(silence.reason)];
  out += ",\"reasons\":{";
  bool first = true;
  for (const auto& [reason, count] : counts) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, reason);
    out += ":" + std::to_string(count);
  }
  out += '}';
}

void append_silences(std::string& out, const evidence::DocumentResult& result) {
  out += ",\"silences\":[";
  for (const auto& silence : result.silences) {
    if (&silence != &result.silences.front()) out += ',';
    out += "{\"start\":" + std::to_string(silence.sentence_range.start) +
           ",\"end\":" + std::to_string(silence.sentence_range.end);
    text_field(out, "actor", silence.actor);
    text_field(out, "issue", silence.issue);
    text_field(out, "reason", evidence::name_of(silence.reason));
    text_field(out, "detail", silence.detail);
    out += '}';
  }
  out += ']';
}

void append_together(std::string& out, const evidence::DocumentResult& result) {
  out += ",\"together\":[";
  for (const auto& [actor, issue] : result.issue_mentions) {
    if (out.back() == ']') out += ',';
    texts(out, {actor, issue});
  }
  out += ']';
}

void append_document(std::string& out, const evidence::DocumentResult& result) {
  out += "{\"doc\":";
  append_json_string(out, result.doc);
  text_field(out, "title", result.title);
  out += ",\"date\":";
  result.date ? append_json_string(out, to_string(*result.date)) : void(out += "null");
  text_field(out, "source", result.source);
  text_field(out, "url", result.url);
  out += ",\"speaking\":";
  texts(out, result.speaking);
  out += ",\"sentences\":" + std::to_string(result.sentences);
  out += ",\"code_points\":" + std::to_string(result.code_points);
  text_field(out, "hash", result.hash == 0 ? "" : hexadecimal(result.hash));
  out += ",\"mentioned\":";
  texts(out, result.mentioned);
  append_together(out, result);
  out += ",\"records\":" + std::to_string(result.records.size());
  out += ",\"silent\":" + std::to_string(result.silences.size());
  append_reasons(out, result);
  append_silences(out, result);
  out += "}\n";
}

}  // namespace

std::string documents_jsonl(const std::vector<evidence::DocumentResult>& results) {
  std::string out;
  for (const auto& result : results) append_document(out, result);
  return out;
}

}  // namespace demarche::report
