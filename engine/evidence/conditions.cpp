#include "engine/evidence/conditions.hpp"

#include <algorithm>

namespace demarche::evidence {

using mention::role;
using program::WordRole;
using text::Token;

namespace {

// Words and names only: conditions look for words, wherever they stand.
class PlainChart final : public match::Chart {
 public:
  PlainChart(const mention::SentenceView& view, const mention::Lexis& lexis, std::optional<Date> day) : view_(view), lexis_(lexis), day_(day) {}
  void hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override {
    if (node.kind != program::Node::Kind::actor) return;
    mention::actor_hits(view_, lexis_, node, token, day_, out);
    // Any word of an actor counts: "Azerbaijani" is a trace of Azerbaijan.
    if (!node.possessive) mention::actor_hits(view_, lexis_, node.actors, true, token, day_, out);
  }
  bool stops_gap(std::uint32_t token) const override { return view_.raw(token) == ";"; }
  bool is_transparent(std::uint32_t token) const override {
    const Token& t = view_.tokens[token];
    return t.has(Token::opens_quote) || t.has(Token::closes_quote) || lexis_.has_role(t.word, WordRole::determiner) ||
           lexis_.has_role(t.word, WordRole::transparent);
  }
  std::uint32_t skippable_sibling(std::uint32_t) const override { return 0; }

 private:
  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  std::optional<Date> day_;
};

}  // namespace

void Conditions::index_words() {
  first_of_word_.resize(lexis_.vocabulary.size());
  std::size_t tokens = 0;
  for (const PlainSentence& sentence : sentences_) tokens += sentence.tokens.size;
  occurrences_.reserve(tokens);
  // From the end, so that each chain runs forward.
  for (auto s = static_cast<std::uint32_t>(sentences_.size()); s-- > 0;)
    for (std::uint32_t t = sentences_[s].tokens.size; t-- > 0;) {
      const text::WordId word = sentences_[s].tokens[t].word;
      if (word == text::unknown_word) continue;
      occurrences_.push_back({{s, t}, first_of_word_[word]});
      first_of_word_[word] = static_cast<std::uint32_t>(occurrences_.size());
    }
}

// In order; a place may come twice.
std::vector<Conditions::Place> Conditions::possible_places(const match::Automaton& automaton) {
  std::vector<Place> all;
  if (automaton.any_token) {
    for (std::uint32_t s = 0; s < sentences_.size(); ++s)
      for (std::uint32_t t = 0; t < sentences_[s].tokens.size; ++t) all.push_back({s, t});
    return all;
  }
  if (first_of_word_.empty()) index_words();
  for (text::WordId word : automaton.first_words)
    for (std::uint32_t at = first_of_word_[word]; at != 0; at = occurrences_[at - 1].next) all.push_back(occurrences_[at - 1].place);
  if (automaton.any_first)
    for (std::uint32_t s = 0; s < sentences_.size(); ++s)
      for (const mention::NameHit& name : sentences_[s].names) all.push_back({s, name.begin});
  std::sort(all.begin(), all.end());
  return all;
}

const std::vector<Conditions::Place>& Conditions::places(const program::Pattern& pattern) {
  auto [entry, fresh] = places_.try_emplace(&pattern);
  if (!fresh) return entry->second;
  const match::Automaton& automaton = lexis_.condition(pattern);
  mention::SentenceView view;
  view.bytes = bytes_;
  PlainChart chart(view, lexis_, day_);
  const PlainSentence* current = nullptr;
  for (const Place& place : possible_places(automaton)) {
    if (const PlainSentence& sentence = sentences_[place.sentence]; &sentence != current) {
      current = &sentence;
      view.tokens = sentence.tokens;
      view.names = sentence.names;
    }
    if (simulation_.longest(automaton, view.tokens, chart, place.token)) entry->second.push_back(place);
  }
  return entry->second;
}

bool Conditions::found(const program::Pattern& pattern, program::Scope scope, std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t paragraph = sentences_[sentence].paragraph;
  for (const Place& place : places(pattern)) {
    switch (scope) {
      case program::Scope::document: return true;
      case program::Scope::paragraph:
        if (sentences_[place.sentence].paragraph == paragraph) return true;
        break;
      case program::Scope::sentence:
        if (place.sentence == sentence) return true;
        break;
      case program::Scope::clause:
        if (place.sentence == sentence && begin <= place.token && place.token < end) return true;
        break;
    }
  }
  return false;
}

bool Conditions::holds_all(const program::Condition& condition, std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) {
  return std::all_of(condition.patterns.begin(), condition.patterns.end(),
                     [&](const program::Pattern& pattern) { return found(pattern, condition.scope, sentence, begin, end); });
}

bool Conditions::holds_any(const program::Condition& condition, std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(condition.patterns.begin(), condition.patterns.end(),
                     [&](const program::Pattern& pattern) { return found(pattern, condition.scope, sentence, begin, end); });
}

bool Conditions::found_before(const program::Pattern& pattern, std::uint32_t sentence) {
  const auto& all = places(pattern);
  return !all.empty() && all.front().sentence <= sentence;
}

}  // namespace demarche::evidence
