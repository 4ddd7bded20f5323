#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/base/utf8.hpp"
#include "engine/import/mapping.hpp"
#include "engine/report/json_text.hpp"

namespace demarche::import {

namespace {

using evidence::Stance;

// What a statement says in our terms; nothing when the mapping leaves it out.
struct Meant {
  std::string actor;
  std::string issue;
  Stance stance = Stance::support;
};

std::optional<Meant> meant(const CodedStatement& statement, const Mapping& mapping) {
  const auto actor = mapping.actors.find(statement.actor);
  const auto issue = mapping.issues.find(statement.concept_);
  if (actor == mapping.actors.end() || issue == mapping.issues.end()) return std::nullopt;
  if (actor->second.empty() || issue->second.id.empty()) return std::nullopt;
  const bool supports = statement.agrees != issue->second.against;
  return Meant{actor->second, issue->second.id, supports ? Stance::support : Stance::oppose};
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// Where the words are not known, something that tells two statements apart, since equal sentences count as one.
std::string sentence_of(const CodedStatement& statement) {
  std::string words = on_one_line(statement.words);
  if (!words.empty()) return words;
  return "[" + statement.document + ", " + std::to_string(statement.range.start) + " to " +
         std::to_string(statement.range.end) + "] " + statement.actor +
         (statement.agrees ? " agrees: " : " disagrees: ") + statement.concept_;
}

evidence::Record record_of(const CodedStatement& statement, const Meant& said, const CodedDocument& document) {
  evidence::Record record;
  record.doc = document.id;
  record.date = document.date;
  record.source = document.source;
  record.sentence_range = record.match = statement.range;
  record.sentence = sentence_of(statement);
  record.actor = said.actor;
  record.speaker = statement.speaker;
  record.issue = said.issue;
  record.stance = said.stance;
  record.rule = "import";
  record.score = 0.5;  // hand-coded statements have no order among themselves
  return record;
}

void finish(evidence::DocumentResult& result) {
  std::stable_sort(result.records.begin(), result.records.end(), [](const auto& a, const auto& b) {
    return std::tie(a.sentence_range.start, a.actor, a.issue) < std::tie(b.sentence_range.start, b.actor, b.issue);
  });
  std::set<std::string> actors;
  std::set<std::pair<std::string, std::string>> together;
  for (const auto& record : result.records) {
    actors.insert(record.actor);
    together.emplace(record.actor, record.issue);
  }
  result.mentioned.assign(actors.begin(), actors.end());
  result.issue_mentions.assign(together.begin(), together.end());
}

std::string field(std::string_view text) { return on_one_line(text); }

}  // namespace

std::vector<evidence::DocumentResult> as_evidence(const Coded& coded, const Mapping& mapping) {
  std::vector<evidence::DocumentResult> results;
  std::map<std::string, std::size_t> places;
  for (const auto& document : coded.documents) {
    places[document.id] = results.size();
    evidence::DocumentResult result;
    result.doc = document.id;
    result.title = document.title;
    result.date = document.date;
    result.source = document.source;
    result.url = document.url;
    result.code_points = static_cast<std::uint32_t>(utf8::count_code_points(document.text));
    results.push_back(std::move(result));
  }
  for (const auto& statement : coded.statements)
    if (const auto said = meant(statement, mapping)) {
      const std::size_t place = places.at(statement.document);
      results[place].records.push_back(record_of(statement, *said, coded.documents[place]));
    }
  for (auto& result : results) finish(result);
  return results;
}

std::string as_gold(const Coded& coded, const Mapping& mapping, std::vector<std::string>& left_out) {
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string, std::string>;
  struct Row {
    Stance stance;
    const CodedStatement* statement;
  };
  std::map<Key, Row> rows;
  for (const auto& statement : coded.statements) {
    const auto said = meant(statement, mapping);
    if (!said) continue;
    const auto [place, fresh] =
        rows.emplace(Key{statement.document, statement.range.start, statement.range.end, said->actor, said->issue},
                     Row{said->stance, &statement});
    if (fresh) continue;
    const std::string first = place->second.statement->place;
    left_out.push_back(statement.place + ": " +
                       (place->second.stance == said->stance
                            ? "it repeats " + first
                            : "it says the opposite of " + first + " about the same words"));
  }
  std::string out = "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n";
  for (const auto& [key, row] : rows) {
    const auto& [doc, start, end, actor, issue] = key;
    out += field(doc) + "\t" + std::to_string(start) + "\t" + std::to_string(end) + "\t" + field(actor) + "\t" +
           field(row.statement->speaker) + "\t" + field(issue) + "\t" + std::string(evidence::name_of(row.stance)) +
           "\tplain\t" + field(row.statement->concept_) + "\n";
  }
  return out;
}

std::string as_corpus(const Coded& coded) {
  std::string out;
  const auto text = [&](std::string_view key, std::string_view value) {
    out.append(",\"").append(key).append("\":");
    report::append_json_string(out, value);
  };
  for (const auto& document : coded.documents) {
    if (document.text.empty()) continue;
    out += "{\"id\":";
    report::append_json_string(out, document.id);
    if (!document.title.empty()) text("title", document.title);
    if (document.date) text("date", to_string(*document.date));
    if (!document.source.empty()) text("source", document.source);
    text("text", document.text);
    out += "}\n";
  }
  return out;
}

}  // namespace demarche::import
