#include "engine/evidence/repeated_sentences.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/text/tokens.hpp"

namespace demarche::evidence {

namespace {

// The words of a sentence as rules meet them, without quotes, dashes and marks, which differ between a text and its
// summary.
std::string words_of(const std::string& sentence) {
  auto is_word = [](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80; };
  std::string words;
  for (const std::string& token : text::token_texts(sentence))
    if (std::any_of(token.begin(), token.end(), is_word)) words += token + ' ';
  return words;
}

// For each record the number of the one that stays of its kind: the first, a record that is not ascribed if there is
// one.
std::vector<std::size_t> stays_for(const std::vector<Record>& records) {
  std::vector<std::string> words;  // by record; records of one sentence stand together
  for (std::size_t i = 0; i < records.size(); ++i)
    words.push_back(i > 0 && records[i].sentence == records[i - 1].sentence ? words.back()
                                                                            : words_of(records[i].sentence));
  std::map<std::tuple<std::string, std::string, std::string, Stance>, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < records.size(); ++i)
    alike[{std::move(words[i]), records[i].actor, records[i].issue, records[i].stance}].push_back(i);
  std::vector<std::size_t> out(records.size());
  for (const auto& [key, numbers] : alike) {
    const auto said =
        std::find_if(numbers.begin(), numbers.end(), [&](std::size_t i) { return records[i].kind != Kind::ascribed; });
    for (std::size_t i : numbers) out[i] = said != numbers.end() ? *said : numbers.front();
  }
  return out;
}

}  // namespace

void drop_repeats(DocumentResult& result) {
  if (result.records.size() < 2) return;
  const std::vector<std::size_t> stays = stays_for(result.records);
  std::vector<Record> kept;
  kept.reserve(result.records.size());
  for (std::size_t i = 0; i < stays.size(); ++i) {
    Record& record = result.records[i];
    if (stays[i] == i)
      kept.push_back(std::move(record));
    else
      result.silences.push_back({record.sentence_range, record.actor, record.issue, Reason::repeated, ""});
  }
  result.records = std::move(kept);
}

}  // namespace demarche::evidence
