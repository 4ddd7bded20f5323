#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/match/automaton.hpp"
#include "engine/program/pattern.hpp"

// Patterns and sentences in a few letters: every word is one small letter.
namespace demarche::match::testing {

using program::Node;

inline Node word(const std::string& forms) {
  Node node;
  node.kind = Node::Kind::word;
  for (char c : forms) node.forms.emplace_back(1, c);
  return node;
}
inline Node make(Node::Kind kind, std::vector<Node> children, std::uint32_t limit = 0) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  node.limit = limit;
  return node;
}
inline Node seq(std::vector<Node> children) { return make(Node::Kind::sequence, std::move(children)); }
inline Node any_of(std::vector<Node> children) { return make(Node::Kind::choice, std::move(children)); }
inline Node maybe(Node child) { return make(Node::Kind::optional, {std::move(child)}); }
inline Node gap(std::uint32_t limit = program::unbounded_gap) { return make(Node::Kind::gap, {}, limit); }
inline Node not_here(Node child) { return make(Node::Kind::not_here, {std::move(child)}); }
inline Node span() { return make(Node::Kind::issue, {}); }

// "a b c": words; "t" is transparent, "|" stops gaps, "x" begins a span of one or two tokens, "z" one of zero width,
// "&" joins equals: it and the next token may be left out.
struct Sentence final : Chart {
  explicit Sentence(const std::string& letters, const text::Vocabulary& vocabulary) {
    for (char c : letters) {
      if (c == ' ') continue;
      text::Token token;
      token.word = vocabulary.find(std::string(1, static_cast<char>(c | 0x20)));
      if (c == '|' || c == '&') token.word = text::unknown_word;
      if (c >= 'A' && c <= 'Z') token.flags = text::Token::capitalised;
      words.push_back(token);
      signs += c;
    }
  }
  Tokens tokens() const { return {words.data(), static_cast<std::uint32_t>(words.size())}; }

  void hits(const Node&, std::uint32_t token, std::vector<Hit>& hits) const override {
    ++questions;
    if (token >= signs.size()) return;
    if (signs[token] == 'x') {
      hits.push_back({token + 1, 1});
      if (token + 2 <= signs.size()) hits.push_back({token + 2, 2});
    }
    if (signs[token] == 'z') hits.push_back({token, 3});
  }
  bool stops_gap(std::uint32_t token) const override { return ++questions, signs[token] == '|'; }
  bool is_transparent(std::uint32_t token) const override { return ++questions, signs[token] == 't'; }
  std::uint32_t skippable_sibling(std::uint32_t token) const override { return ++questions, signs[token] == '&' ? 2 : 0; }

  std::vector<text::Token> words;
  std::string signs;
  mutable std::size_t questions = 0;  // how often a matcher asked
};

inline text::Vocabulary letters() {
  text::Vocabulary vocabulary;
  for (char c = 'a'; c <= 'z'; ++c) vocabulary.intern(std::string(1, c));
  return vocabulary;
}

}  // namespace demarche::match::testing
