#include "engine/evidence/repeated_sentences.hpp"

#include <map>
#include <string_view>
#include <tuple>

namespace demarche::evidence {

namespace {

// Letters and digits, small ones: quotes, dashes and marks differ between a text and its summary.
std::string letters_of(std::string_view sentence) {
  std::string out;
  out.reserve(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    char c = sentence[i];
    constexpr std::string_view general_punctuation = "\xE2\x80";
    if (sentence.substr(i).starts_with(general_punctuation)) {
      i += 2;
    } else if (c >= 'A' && c <= 'Z') {
      out.push_back(static_cast<char>(c | 0x20));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

void drop_repeats(DocumentResult& result) {
  auto key_of = [](const Record& record) {
    return std::tuple(letters_of(record.sentence), record.actor, record.issue, record.stance);
  };
  std::map<std::tuple<std::string, std::string, std::string, Stance>, std::size_t> best;
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    auto [place, fresh] = best.emplace(key_of(result.records[i]), i);
    bool ascribed = result.records[place->second].kind == Kind::ascribed;
    if (!fresh && ascribed && result.records[i].kind != Kind::ascribed) place->second = i;
  }
  if (best.size() == result.records.size()) return;
  std::vector<Record> kept;
  kept.reserve(best.size());
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    Record& record = result.records[i];
    if (best.at(key_of(record)) == i)
      kept.push_back(std::move(record));
    else
      result.silences.push_back({record.sentence_range, record.actor, record.issue, Reason::no_rule, "the same sentence gave this evidence before"});
  }
  result.records = std::move(kept);
}

}  // namespace demarche::evidence
