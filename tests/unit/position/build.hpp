#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/position/build_matrix.hpp"
#include "engine/position/tally.hpp"

// Small documents for the tests of aggregation.
namespace demarche::position::testing {

using evidence::DocumentResult;
using evidence::Kind;
using evidence::Mode;
using evidence::Record;
using evidence::Stance;
using evidence::Strength;

struct Say {
  std::string actor;
  Stance stance = Stance::support;
  std::string issue = "peace";
  std::string sentence = {};  // empty: one of its own
  Strength strength = Strength::plain;
  Mode mode = Mode::plain;
  Kind kind = Kind::declared;
  std::string claimant = {};
};

inline DocumentResult document(const std::string& id, const std::string& date, const std::vector<Say>& said,
                               const std::string& source = "gazette") {
  DocumentResult result;
  result.doc = id;
  if (!date.empty()) result.date = parse_date(date);
  result.source = source;
  for (const Say& say : said) {
    Record record;
    record.doc = id;
    record.date = result.date;
    record.source = source;
    const auto start = static_cast<std::uint32_t>(result.records.size() * 100);
    record.sentence_range = {start, start + 90};
    record.match = {start + 10, start + 20};
    record.sentence = say.sentence.empty() ? "Sentence " + std::to_string(start) + " of " + id + "." : say.sentence;
    record.actor = say.actor;
    record.issue = say.issue;
    record.stance = say.stance;
    record.strength = say.strength;
    record.mode = say.mode;
    record.kind = say.kind;
    record.claimant = say.claimant;
    record.score = say.strength == Strength::strong ? 0.9 : say.strength == Strength::plain ? 0.7 : 0.4;
    result.records.push_back(record);
  }
  return result;
}

inline lexicon::ActorTable actors() {
  lexicon::ActorTable table;
  for (const char* id : {"ARM", "DEU", "EU", "FRA", "IRN", "NATO", "RUS"}) {
    lexicon::Actor actor;
    actor.id = actor.name = id;
    if (actor.id == "EU" || actor.id == "NATO") actor.kind = lexicon::ActorKind::organisation;
    table.actors.push_back(actor);
  }
  auto join = [&](const char* group, const char* member, const char* from) {
    table.actors[table.find(group)].members.push_back({table.find(member), DateRange{parse_date(from), std::nullopt}});
  };
  join("EU", "DEU", "1958-01-01");
  join("EU", "FRA", "2020-01-01");  // not history: for the test of dated membership
  join("NATO", "DEU", "1955-05-06");
  return table;
}

inline Matrix matrix_of(const std::vector<DocumentResult>& documents, const Options& options = {},
                        const Layout& layout = {}) {
  Tally tally;
  for (const auto& one : documents) tally.add(one);
  return build_matrix(tally, layout, options, actors());
}

// The one cell of a layout with one actor and the issue `peace`.
inline Cell cell_of(const std::vector<DocumentResult>& documents, const Options& options = {},
                    const std::string& actor = "IRN") {
  return matrix_of(documents, options, {"", "", {{actor, actor}}, {{"peace", "Peace"}}}).at(0, 0);
}

}  // namespace demarche::position::testing
