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
    if (node.kind == program::Node::Kind::actor) mention::actor_hits(view_, lexis_, node, token, day_, out);
    // Any word of an actor counts: "Azerbaijani" is a trace of Azerbaijan.
    if (node.kind == program::Node::Kind::actor && !node.possessive) {
      program::Node wider = node;
      wider.possessive = true;
      mention::actor_hits(view_, lexis_, wider, token, day_, out);
    }
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

const std::vector<Conditions::Place>& Conditions::places(const program::Pattern& pattern) {
  auto [place, fresh] = places_.try_emplace(&pattern);
  if (!fresh) return place->second;
  const match::Automaton& automaton = lexis_.condition(pattern);
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
    mention::SentenceView view;
    view.tokens = sentences_[s].tokens;
    view.bytes = bytes_;
    view.names = sentences_[s].names;
    PlainChart chart(view, lexis_, day_);
    for (std::uint32_t t = 0; t < view.size(); ++t) {
      bool may = automaton.any_first || std::binary_search(automaton.first_words.begin(), automaton.first_words.end(), view.tokens[t].word);
      if (may && !simulation_.run(automaton, view.tokens, chart, t).empty()) place->second.push_back({s, t});
    }
  }
  return place->second;
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
