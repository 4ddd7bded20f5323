#include <algorithm>

#include "dsl/compile/lower_state.hpp"
#include "dsl/compile/shape.hpp"

// Words: their forms, hyphens and strings.
namespace demarche::dsl::lowering {

namespace {
using NodeKind = program::Node::Kind;

program::WordCase case_of(const Token& token) {
  return token.capitalised ? program::WordCase::capitalised : program::WordCase::any;
}

bool is_sign(const Token& token) { return token.text == "-"; }
}  // namespace

const Lowering::Cut& Lowering::cut(const std::string& word) {
  auto [known, added] = cuts_.try_emplace(word);
  if (added) {
    known->second.tokens = tokens_of(word);
    known->second.fixed = known->second.tokens.size() == 1 && inflector_.is_fixed(known->second.tokens[0].text);
  }
  return known->second;
}

Part Lowering::part_of(const State& state) {
  if (state.place.last_differs && state.last) return state.place.last;
  return state.head ? state.place.head : state.place.rest;
}

program::Node Lowering::word(const model::Expr& from, State& state) {
  const auto& [tokens, fixed] = cut(from.text);
  if (tokens.empty()) return {};
  if (tokens.size() == 1 && is_sign(tokens[0])) return make_optional(make_word({"-"}));
  Part part = part_of(state);
  auto form = from.form != model::Form::open ? from.form : state.form;
  if (!fixed) state.head = false;
  if (tokens.size() == 1) return single(tokens[0], part, form);
  return hyphenated(tokens, part, form);
}

program::Node Lowering::single(const Token& token, Part part, model::Form form) {
  Node node;  // the forms are sorted already
  node.kind = NodeKind::word;
  node.forms = inflector_.forms(token, part, form);
  node.word_case = case_of(token);
  return node;
}

// "extra-regional" is also "extra regional" and "extraregional"; only its last part is inflected.
program::Node Lowering::hyphenated(const std::vector<Token>& tokens, Part part, model::Form form) {
  std::vector<Node> apart;
  std::string prefix;
  bool one_word = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    bool last = i + 1 == tokens.size();
    if (is_sign(tokens[i])) {
      apart.push_back(make_optional(make_word({"-"})));
      continue;
    }
    apart.push_back(last ? single(tokens[i], part, form) : single(tokens[i], Part::exact, model::Form::open));
    one_word = one_word && (i == 0 || is_sign(tokens[i - 1])) && tokens[i].text[0] != '\'';
    if (!last) prefix += tokens[i].text;
  }
  bool hyphens = std::any_of(tokens.begin(), tokens.end(), is_sign);
  if (!one_word || !hyphens || is_sign(tokens.back())) return make_sequence(std::move(apart));
  std::vector<std::string> joined_forms;
  for (const auto& ending : inflector_.forms(tokens.back(), part, form)) joined_forms.push_back(prefix + ending);
  std::vector<Node> ways;
  ways.push_back(make_sequence(std::move(apart)));
  ways.push_back(make_word(std::move(joined_forms), case_of(tokens[0])));
  return make_choice(std::move(ways));
}

program::Node Lowering::text(const model::Expr& from) {
  std::vector<Node> parts;
  for (const auto& token : tokens_of(from.text)) parts.push_back(make_word({token.text}));
  return make_sequence(std::move(parts));
}

// (extra | trans)-regional: apart, with a hyphen, and as one word where both sides are words.
program::Node Lowering::joined(const model::Expr& from, State& state) {
  bool head = state.head;
  Place exact = state.place;
  exact.head = exact.rest = exact.last = Part::exact;
  State first{exact, state.file};
  first.glued = true;
  first.depth = state.depth;
  Node front = expr(from.children[0], first);
  state.failed = state.failed || first.failed;
  state.too_large = state.too_large || first.too_large;
  state.head = head;
  Node back = expr(from.children[1], state);
  std::vector<Node> ways;
  if (front.kind == NodeKind::word && back.kind == NodeKind::word) {
    Node glued;
    glued.kind = NodeKind::word;
    glued.word_case = front.word_case;
    for (std::size_t a = 0; a < front.forms.size(); ++a)
      for (const auto& b : back.forms) {
        glued.forms.push_back(front.forms[a] + b);
        if (auto number = alternative_of(front, a)) glued.form_alternatives.push_back(number);
      }
    ways.push_back(with_sorted_forms(std::move(glued)));
  }
  std::vector<Node> apart;
  apart.push_back(std::move(front));
  apart.push_back(make_optional(make_word({"-"})));
  apart.push_back(std::move(back));
  ways.insert(ways.begin(), make_sequence(std::move(apart)));
  return make_choice(std::move(ways));
}

}  // namespace demarche::dsl::lowering
