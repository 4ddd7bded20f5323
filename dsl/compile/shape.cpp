#include "dsl/compile/shape.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "dsl/compile/inflect.hpp"

namespace demarche::dsl::lowering {

namespace {
using Kind = Node::Kind;

// Words so frequent in this kind of text that a pattern of one of them finds nothing in particular. Sorted.
constexpr std::array common_words = std::to_array<std::string_view>({
    "be",         "call",  "come",     "country",   "day",     "do",      "get",      "give",   "go",  "good",
    "government", "have",  "issue",    "know",      "make",    "meeting", "minister", "nation", "new", "part",
    "people",     "point", "position", "president", "problem", "region",  "report",   "say",    "see", "side",
    "situation",  "state", "take",     "time",      "use",     "work",    "world",    "year",
});

bool is_common(std::string_view word) {
  return is_function_word(word) || std::binary_search(common_words.begin(), common_words.end(), word);
}

std::vector<std::string> sorted_unique(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// One word with the forms of both. Which alternative a form comes from is kept.
void add_forms(Node& word, const Node& other) {
  bool numbered = word.alternative != 0 || other.alternative != 0 || !word.form_alternatives.empty() ||
                  !other.form_alternatives.empty();
  if (numbered && word.form_alternatives.empty()) {
    word.form_alternatives.assign(word.forms.size(), word.alternative);
    word.alternative = 0;
  }
  for (std::size_t i = 0; i < other.forms.size(); ++i) {
    word.forms.push_back(other.forms[i]);
    if (numbered) word.form_alternatives.push_back(alternative_of(other, i));
  }
}

bool is_zero_width(const Node& node) { return node.kind == Kind::not_here; }

// The common words that are whole matches; nullopt: the pattern may be empty, so that a neighbour alone can match.
struct Short {
  bool empty = false;
  std::string word;
};

Short short_match(const Node& node) {
  Short found;
  switch (node.kind) {
    case Kind::word:
      for (const auto& form : node.forms)
        if (is_common(form) && node.word_case == program::WordCase::any && found.word.empty()) found.word = form;
      return found;
    case Kind::choice:
      for (const auto& child : node.children) {
        auto inner = short_match(child);
        found.empty = found.empty || inner.empty;
        if (found.word.empty()) found.word = inner.word;
      }
      return found;
    case Kind::optional:
      found = short_match(node.children[0]);
      found.empty = true;
      return found;
    case Kind::sequence: {
      const Node* needed = nullptr;
      for (const auto& child : node.children) {
        if (can_be_empty(child)) continue;
        if (needed) return found;  // two words at least
        needed = &child;
      }
      found.empty = !needed;
      if (needed) found.word = short_match(*needed).word;
      return found;
    }
    case Kind::gap:
    case Kind::not_here:
      found.empty = true;
      return found;
    default:
      return found;
  }
}
}  // namespace

Node make_word(std::vector<std::string> forms, program::WordCase word_case) {
  Node node;
  node.kind = Kind::word;
  node.forms = sorted_unique(std::move(forms));
  node.word_case = word_case;
  return node;
}

std::uint32_t alternative_of(const Node& word, std::size_t form) {
  return word.form_alternatives.empty() ? word.alternative : word.form_alternatives[form];
}

Node with_sorted_forms(Node word) {
  if (word.form_alternatives.empty()) {
    word.forms = sorted_unique(std::move(word.forms));
    return word;
  }
  std::vector<std::pair<std::string, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < word.forms.size(); ++i) pairs.emplace_back(word.forms[i], word.form_alternatives[i]);
  std::sort(pairs.begin(), pairs.end());
  word.forms.clear();
  word.form_alternatives.clear();
  for (auto& [form, number] : pairs) {
    if (!word.forms.empty() && word.forms.back() == form) continue;
    word.forms.push_back(std::move(form));
    word.form_alternatives.push_back(number);
  }
  return word;
}

Node make_slot(program::Slot slot) {
  Node node;
  node.kind = Kind::slot;
  node.slot = slot;
  return node;
}

Node make_optional(Node child) {
  if (child.kind == Kind::optional) return child;
  Node node;
  node.kind = Kind::optional;
  node.children.push_back(std::move(child));
  return node;
}

Node make_sequence(std::vector<Node> parts) {
  Node node;
  node.kind = Kind::sequence;
  for (auto& part : parts) {
    if (part.kind == Kind::sequence)
      std::move(part.children.begin(), part.children.end(), std::back_inserter(node.children));
    else
      node.children.push_back(std::move(part));
  }
  if (node.children.size() != 1) return node;
  Node only = std::move(node.children[0]);
  return only;
}

Node make_choice(std::vector<Node> alternatives) {
  Node node;
  node.kind = Kind::choice;
  std::array<std::optional<std::size_t>, 2> words;  // where the word of each case stands
  auto add = [&](Node&& alternative) {
    if (alternative.kind == Kind::word) {
      auto& first = words[static_cast<std::size_t>(alternative.word_case)];
      if (first) {
        add_forms(node.children[*first], alternative);
        return;
      }
      first = node.children.size();
    }
    node.children.push_back(std::move(alternative));
  };
  for (auto& alternative : alternatives) {
    if (alternative.kind == Kind::choice)
      for (auto& inner : alternative.children) add(std::move(inner));
    else
      add(std::move(alternative));
  }
  for (auto& child : node.children)
    if (child.kind == Kind::word) child = with_sorted_forms(std::move(child));
  if (node.children.size() != 1) return node;
  Node only = std::move(node.children[0]);
  return only;
}

Node make_possessive(Node node) {
  switch (node.kind) {
    case Kind::actor:
    case Kind::slot:
      node.possessive = true;
      return node;
    case Kind::choice: {
      std::vector<Node> alternatives;
      for (auto& child : node.children) {
        auto number = child.alternative;
        alternatives.push_back(make_possessive(std::move(child)));
        if (alternatives.back().alternative == 0) alternatives.back().alternative = number;
      }
      return make_choice(std::move(alternatives));
    }
    case Kind::sequence:
      if (node.children.empty()) return node;
      node.children.back() = make_possessive(std::move(node.children.back()));
      return make_sequence(std::move(node.children));
    default: {
      std::vector<Node> parts;
      parts.push_back(std::move(node));
      parts.push_back(make_word({"'s"}));
      return make_sequence(std::move(parts));
    }
  }
}

std::size_t node_count(const Node& node) {
  std::size_t count = 1;
  for (const auto& child : node.children) count += node_count(child);
  return count;
}

bool can_be_empty(const Node& node) {
  switch (node.kind) {
    case Kind::optional:
    case Kind::gap:
    case Kind::not_here:
      return true;
    case Kind::sequence:
      return std::all_of(node.children.begin(), node.children.end(), can_be_empty);
    case Kind::choice:
      return std::any_of(node.children.begin(), node.children.end(), can_be_empty);
    default:
      return false;
  }
}

bool begins_with_gap(const Node& node) {
  if (node.kind == Kind::gap) return true;
  if (node.kind == Kind::choice || node.kind == Kind::optional)
    return std::any_of(node.children.begin(), node.children.end(), begins_with_gap);
  if (node.kind != Kind::sequence) return false;
  auto first = std::find_if_not(node.children.begin(), node.children.end(), is_zero_width);
  return first != node.children.end() && begins_with_gap(*first);
}

bool ends_with_gap(const Node& node) {
  if (node.kind == Kind::gap) return true;
  if (node.kind == Kind::choice || node.kind == Kind::optional)
    return std::any_of(node.children.begin(), node.children.end(), ends_with_gap);
  if (node.kind != Kind::sequence) return false;
  auto last = std::find_if_not(node.children.rbegin(), node.children.rend(), is_zero_width);
  return last != node.children.rend() && ends_with_gap(*last);
}

Node with_slot_filled(Node node, program::Slot slot, const Node& filling) {
  if (node.kind == Kind::slot && node.slot == slot) return filling;
  for (auto& child : node.children) child = with_slot_filled(std::move(child), slot, filling);
  return node;
}

Occurrences occurrences(const Node& node, program::Slot slot) {
  if (node.kind == Kind::slot) return node.slot == slot ? Occurrences{1, 1} : Occurrences{};
  if (node.kind == Kind::not_here) return {};
  Occurrences found;
  bool first = true;
  for (const auto& child : node.children) {
    auto inner = occurrences(child, slot);
    if (node.kind == Kind::choice) {
      found.least = first ? inner.least : std::min(found.least, inner.least);
      found.most = std::max(found.most, inner.most);
    } else {
      found.least += inner.least;
      found.most += inner.most;
    }
    first = false;
  }
  if (node.kind == Kind::optional) found.least = 0;
  return found;
}

std::string common_word_match(const Node& node) { return short_match(node).word; }

}  // namespace demarche::dsl::lowering
