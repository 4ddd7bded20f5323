#include "engine/evidence/conditions.hpp"

#include <algorithm>

#include "engine/match/path.hpp"

namespace demarche::evidence {

using mention::role;
using program::WordRole;
using text::Token;

namespace {

// Words, names and issues: conditions look for them wherever they stand, whoever says them.
class PlainChart final : public match::Chart {
 public:
  PlainChart(const mention::SentenceView& view, const std::vector<mention::IssueMatch>* issues,
             const mention::Lexis& lexis, std::optional<Date> day)
      : view_(view), issues_(issues), lexis_(lexis), day_(day) {}
  void hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override {
    if (node.kind == program::Node::Kind::issue && issues_)
      return mention::issue_hits(*issues_, lexis_, node, token, out);
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
  const std::vector<mention::IssueMatch>* issues_;  // null for none
  const mention::Lexis& lexis_;
  std::optional<Date> day_;
};

bool names_issue(const program::Node& node) {
  return node.kind == program::Node::Kind::issue ||
         std::any_of(node.children.begin(), node.children.end(), names_issue);
}

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

void Conditions::add_all_places(std::vector<Possible>& all) const {
  for (std::uint32_t s = 0; s < sentences_.size(); ++s)
    for (std::uint32_t t = 0; t < sentences_[s].tokens.size; ++t) all.push_back({{s, t}});
}

void Conditions::add_word_places(const match::Automaton& automaton, std::vector<Possible>& all) {
  if (first_of_word_.empty()) index_words();
  for (text::WordId word : automaton.first_words)
    for (std::uint32_t at = first_of_word_[word]; at != 0; at = occurrences_[at - 1].next)
      all.push_back({occurrences_[at - 1].place});
  if (!automaton.any_first) return;
  for (std::uint32_t s = 0; s < sentences_.size(); ++s)
    for (const mention::NameHit& name : sentences_[s].names) all.push_back({{s, name.begin}});
}

Conditions::Places& Conditions::possible_places(const program::Pattern& pattern) {
  auto [entry, fresh] = possible_.try_emplace(&pattern);
  Places& places = entry->second;
  if (!fresh) return places;
  const match::Automaton& automaton = lexis_.condition(pattern);
  std::vector<Possible>& all = places.all;
  places.names_issue = names_issue(pattern.root);
  if (automaton.any_token) {
    add_all_places(all);
  } else {
    add_word_places(automaton, all);
    std::sort(all.begin(), all.end(), [](const Possible& a, const Possible& b) { return a.place < b.place; });
  }
  return places;
}

mention::SentenceView Conditions::view_of(std::uint32_t sentence) const {
  mention::SentenceView view;
  view.tokens = sentences_[sentence].tokens;
  view.bytes = bytes_;
  view.names = sentences_[sentence].names;
  return view;
}

const std::vector<mention::IssueMatch>* Conditions::issues_of(std::uint32_t sentence) const {
  return sentence < issues_.size() ? issues_[sentence] : nullptr;
}

bool Conditions::stands(const match::Automaton& automaton, Place place) {
  const mention::SentenceView view = view_of(place.sentence);
  const PlainChart chart(view, issues_of(place.sentence), lexis_, day_);
  return simulation_.longest(automaton, view.tokens, chart, place.token).has_value();
}

bool Conditions::stands(const match::Automaton& automaton, Possible& possible) {
  if (possible.state == Possible::State::untried)
    possible.state = stands(automaton, possible.place) ? Possible::State::stands : Possible::State::fails;
  return possible.state == Possible::State::stands;
}

const Conditions::Possible* Conditions::stands_within(const program::Pattern& pattern, Place from, Place to) {
  Places& places = possible_places(pattern);
  std::vector<Possible>& all = places.all;
  const match::Automaton& automaton = lexis_.condition(pattern);
  auto first = std::lower_bound(all.begin(), all.end(), from,
                                [](const Possible& possible, const Place& place) { return possible.place < place; });
  for (; first != all.end() && first->place < to; ++first)
    if (places.names_issue ? stands(automaton, first->place) : stands(automaton, *first)) return &*first;
  return nullptr;
}

bool Conditions::found(const program::Pattern& pattern, program::Scope scope, std::uint32_t sentence,
                       std::uint32_t begin, std::uint32_t end) {
  return find(pattern, scope, sentence, begin, end) != nullptr;
}

std::optional<Conditions::Found> Conditions::first_found(const program::Pattern& pattern, program::Scope scope,
                                                         std::uint32_t sentence, std::uint32_t begin,
                                                         std::uint32_t end) {
  const Possible* possible = find(pattern, scope, sentence, begin, end);
  if (!possible) return std::nullopt;
  const auto [at, token] = possible->place;
  const mention::SentenceView view = view_of(at);
  const PlainChart chart(view, issues_of(at), lexis_, day_);
  return Found{at, token, match::alternatives_taken(pattern.root, view.tokens, chart, lexis_.vocabulary, token)};
}

const Conditions::Possible* Conditions::find(const program::Pattern& pattern, program::Scope scope,
                                             std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) {
  switch (scope) {
    case program::Scope::clause:
      return stands_within(pattern, {sentence, begin}, {sentence, end});
    case program::Scope::sentence:
      return stands_within(pattern, {sentence, 0}, {sentence + 1, 0});
    case program::Scope::paragraph:
    case program::Scope::passage: {
      constexpr std::uint32_t sentences_before = 3;
      constexpr std::uint32_t short_paragraph = 2;  // of sentences: a longer one names what it speaks of
      const std::uint32_t paragraph = sentences_[sentence].paragraph;
      std::uint32_t first = sentence;
      std::uint32_t last = sentence + 1;
      while (first > 0 && sentences_[first - 1].paragraph == paragraph) --first;
      while (last < sentences_.size() && sentences_[last].paragraph == paragraph) ++last;
      if (scope == program::Scope::passage && last - first <= short_paragraph)
        first -= std::min(first, sentences_before);
      return stands_within(pattern, {first, 0}, {last, 0});
    }
    case program::Scope::document:
      break;
  }
  return stands_within(pattern, {0, 0}, {static_cast<std::uint32_t>(sentences_.size()), 0});
}

bool Conditions::holds_all(const program::Condition& condition, std::uint32_t sentence, std::uint32_t begin,
                           std::uint32_t end) {
  return std::all_of(condition.patterns.begin(), condition.patterns.end(), [&](const program::Pattern& pattern) {
    return found(pattern, condition.scope, sentence, begin, end);
  });
}

bool Conditions::holds_any(const program::Condition& condition, std::uint32_t sentence, std::uint32_t begin,
                           std::uint32_t end) {
  return std::any_of(condition.patterns.begin(), condition.patterns.end(), [&](const program::Pattern& pattern) {
    return found(pattern, condition.scope, sentence, begin, end);
  });
}

bool Conditions::found_before(const program::Pattern& pattern, std::uint32_t sentence) {
  return stands_within(pattern, {0, 0}, {sentence + 1, 0}) != nullptr;
}

}  // namespace demarche::evidence
