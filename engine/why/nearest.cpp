#include "engine/why/nearest.hpp"

#include <algorithm>
#include <tuple>

#include "engine/why/charts.hpp"
#include "engine/why/written.hpp"

namespace demarche::why {

using program::Node;

namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// The words of a pattern's text, with their places.
struct SourceWord {
  std::size_t begin;
  std::size_t end;
};
std::vector<SourceWord> words_of(const std::string& source) {
  std::vector<SourceWord> words;
  int inside = 0;  // names in < > are none
  for (std::size_t i = 0; i < source.size();) {
    if (source[i] == '<') ++inside;
    if (source[i] == '>') --inside;
    if (inside > 0 || !is_word_byte(source[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < source.size() && is_word_byte(source[end])) ++end;
    words.push_back({i, end});
    i = end;
  }
  return words;
}

// The word of the source that the element was made of. Words of phrases stand elsewhere.
std::optional<SourceWord> find_word(const Node& word, const std::string& source) {
  std::optional<SourceWord> found;
  for (const SourceWord& one : words_of(source)) {
    const std::string text = lower(source.substr(one.begin, one.end - one.begin));
    if (!std::binary_search(word.forms.begin(), word.forms.end(), text)) continue;
    if (found) return std::nullopt;  // twice: which of the two cannot be told
    found = one;
  }
  return found;
}

std::string shortest_form(const Node& word) {
  if (word.forms.empty()) return "";
  return *std::min_element(word.forms.begin(), word.forms.end(), [](const std::string& a, const std::string& b) {
    return std::tuple(a.size(), a) < std::tuple(b.size(), b);
  });
}

std::string written_word(const Node& word, const std::string& source) {
  const auto place = find_word(word, source);
  return place ? source.substr(place->begin, place->end - place->begin) : shortest_form(word);
}

// The innermost bracket around a place: the index of its ")".
std::optional<std::size_t> closing_bracket(const std::string& source, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < source.size(); ++i) {
    if (source[i] == '(') ++depth;
    if (source[i] == ')' && depth-- == 0) return i;
  }
  return std::nullopt;
}

bool is_better(const Near& a, const Near& b) {
  auto rank = [](const Near& near) {
    return std::tuple(near.alignment.cost, -static_cast<int>(near.alignment.matched), near.alignment.differences.size(),
                      near.pattern->source.size(), near.sentence);
  };
  return rank(a) < rank(b);
}

class Finder {
 public:
  explicit Finder(const Search& search) : search_(search) {
    for (const Seen& seen : search.reading.sentences) words_.emplace_back(seen.words.begin(), seen.words.end());
  }

  void try_pattern(const program::Pattern& pattern, const char* what, const std::string& of) {
    for (std::size_t s = 0; s < words_.size(); ++s) try_in(pattern, what, of, s);
  }

  void try_in(const program::Pattern& pattern, const char* what, const std::string& of, std::size_t s) {
    if (!shares_word(pattern.root, words_[s])) return;
    const Seen& seen = search_.reading.sentences[s];
    const NearChart chart(seen, search_.lexis, search_.day);
    const std::uint32_t budget = found_.size() < search_.count ? most_cost : found_.back().alignment.cost;
    auto alignment = align(pattern.root, seen, chart, budget);
    if (!alignment) return;
    Near near{std::move(*alignment), &pattern, what, of, s};
    const auto at = std::lower_bound(found_.begin(), found_.end(), near, is_better);
    if (at == found_.end() && found_.size() >= search_.count) return;
    found_.insert(at, std::move(near));
    if (found_.size() > search_.count) found_.pop_back();
  }

  std::vector<Near> take() { return std::move(found_); }

 private:
  const Search& search_;
  std::vector<Words> words_;  // by sentence
  std::vector<Near> found_;   // the nearest first
};

// A copy of the tree in which the element also takes what was met, or in which that may stand before it.
Node changed(const Node& node, const Difference& difference, const Node& met) {
  if (&node != difference.element) {
    Node copy = node;
    for (std::size_t i = 0; i < node.children.size(); ++i)
      copy.children[i] = changed(node.children[i], difference, met);
    return copy;
  }
  Node out;
  if (difference.kind == Difference::Kind::other_word) {
    out.kind = Node::Kind::choice;
    out.children = {node, met};
    return out;
  }
  Node optional;
  optional.kind = Node::Kind::optional;
  optional.children = {met};
  out.children = {std::move(optional), node};
  return out;
}

const char* keyword_of(const program::IssuePattern& pattern) {
  const bool deed = pattern.kind == program::IssuePattern::Kind::deed;
  if (pattern.side > 0) return deed ? "deed" : "about";
  return deed ? "deed against" : "against";
}

std::string text_of(const Seen& seen, std::uint32_t begin, std::uint32_t end) {
  std::string text(seen.view.raw(begin, std::min(end, seen.view.size())));
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return text;
}

}  // namespace

const char* keyword_of(program::Entry::Kind kind) {
  switch (kind) {
    case program::Entry::Kind::verb:
      return "verb";
    case program::Entry::Kind::noun:
      return "noun";
    case program::Entry::Kind::adjective:
      return "adjective";
    case program::Entry::Kind::judgement:
      return "judgement";
    case program::Entry::Kind::purpose:
      return "purpose";
  }
  return "verb";
}

std::vector<Near> nearest_of_issue(const Search& search, const std::string& issue) {
  Finder finder(search);
  for (const program::Issue& one : search.program.issues)
    if (one.id == issue)
      for (const program::IssuePattern& pattern : one.patterns)
        finder.try_pattern(pattern.pattern, keyword_of(pattern), issue);
  return finder.take();
}

std::vector<Near> nearest_of_stance(const Search& search, const std::string& stance, std::size_t sentence) {
  Finder finder(search);
  for (const program::Stance& one : search.program.stances)
    if (one.id == stance)
      for (const program::Entry& entry : one.entries)
        finder.try_in(entry.pattern, keyword_of(entry.kind), stance, sentence);
  return finder.take();
}

std::vector<Near> nearest_forms(const Search& search, std::size_t sentence) {
  Finder finder(search);
  for (const program::Construction& construction : search.program.constructions)
    for (const program::Pattern& form : construction.forms) finder.try_in(form, "form", construction.id, sentence);
  return finder.take();
}

std::string written(const Node& element, const std::string& source) {
  switch (element.kind) {
    case Node::Kind::word:
      return written_word(element, source);
    case Node::Kind::choice: {
      constexpr std::size_t most = 3;
      std::string text = "(";
      for (std::size_t i = 0; i < element.children.size() && i < most; ++i)
        text += (i ? " | " : "") + written_word(element.children[i], source);
      return text + (element.children.size() > most ? " | ...)" : ")");
    }
    case Node::Kind::actor:
      return element.actors.ids.size() == 1 ? "<" + element.actors.ids[0] + ">" : "<actor>";
    case Node::Kind::issue:
      return element.issues.size() == 1 ? "<" + element.issues[0] + ">" : "<issue>";
    case Node::Kind::slot:
      switch (element.slot) {
#define DEMARCHE_SLOT(enumerator, name) \
  case program::Slot::enumerator:       \
    return "<" name ">";
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
      }
      return "";
    case Node::Kind::role:
      switch (element.role) {
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) \
  case program::WordRole::enumerator:                       \
    return "<" name ">";
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
      }
      return "";
    default:
      return "";
  }
}

Nearest describe(const Near& near, const Seen& seen) {
  Nearest nearest;
  nearest.what = near.what;
  nearest.of = near.of;
  nearest.pattern = near.pattern->source;
  nearest.place = near.pattern->place;
  nearest.edits = near.alignment.cost;
  if (near.alignment.differences.empty()) return nearest;
  // What is missing says more than what is too much.
  auto weight = [](const Difference& difference) { return difference.kind == Difference::Kind::extra_words ? 1 : 0; };
  const Difference& first =
      *std::min_element(near.alignment.differences.begin(), near.alignment.differences.end(),
                        [&](const Difference& a, const Difference& b) { return weight(a) < weight(b); });
  if (first.kind != Difference::Kind::extra_words && first.element)
    nearest.element = first.kind == Difference::Kind::forbidden
                          ? "not " + written(first.element->children.at(0), near.pattern->source)
                          : written(*first.element, near.pattern->source);
  const std::uint32_t end = first.kind == Difference::Kind::not_there || first.kind == Difference::Kind::forbidden
                                ? first.begin + 1
                                : first.end;
  nearest.met = nearest.element == "<target>" ? "" : text_of(seen, first.begin, end);
  return nearest;
}

std::string widened(const Near& near, const std::string& met) {
  if (near.alignment.differences.size() != 1) return {};
  const Difference& difference = near.alignment.differences.front();
  if (!difference.element || difference.kind == Difference::Kind::forbidden) return {};
  const std::string& source = near.pattern->source;
  const Node* word = difference.element;
  const bool list = word->kind == Node::Kind::choice && !word->children.empty();
  if (list) word = &word->children.back();
  if (word->kind != Node::Kind::word) return {};
  const auto place = find_word(*word, source);
  if (!place) return {};
  const std::string before = source.substr(0, place->begin);
  const std::string text = source.substr(place->begin, place->end - place->begin);
  const std::string behind = source.substr(place->end);
  // A word that is part of "extra-regional", or has a form behind it, is more than itself.
  if (!behind.empty() && (behind[0] == '-' || behind[0] == ':' || behind[0] == '?' || behind[0] == '"')) return {};
  if (!before.empty() && (before.back() == '-' || before.back() == '"')) return {};
  switch (difference.kind) {
    case Difference::Kind::other_word: {
      if (!list) return before + "(" + text + " | " + met + ")" + behind;
      const auto bracket = closing_bracket(source, place->end);
      if (!bracket) return {};
      return source.substr(0, *bracket) + " | " + met + source.substr(*bracket);
    }
    case Difference::Kind::extra_words: {
      if (list || difference.end != difference.begin + 1) return {};
      return before + met + "? " + text + behind;
    }
    case Difference::Kind::not_there:
    case Difference::Kind::forbidden:
      break;
  }
  return {};
}

program::Pattern widened(const Near& near, const program::Pattern& met) {
  program::Pattern pattern = *near.pattern;
  pattern.root = changed(near.pattern->root, near.alignment.differences.at(0), met.root);
  return pattern;
}

}  // namespace demarche::why
