#pragma once
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "dsl/compile/inflect.hpp"
#include "dsl/model/model.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/program/program.hpp"

namespace demarche::dsl::lowering {

// How the place of a pattern inflects its words, and which slots it knows.
struct Place {
  std::string_view what;  // "an issue's pattern", for messages
  Part head = Part::any;  // the first word
  Part rest = Part::any;  // the others
  Part last = Part::any;  // the last one, when `last_differs`
  bool last_differs = false;
  std::vector<program::Slot> slots;
  bool actors = true;   // may name actors
  bool issues = false;  // may name issues
  bool roles = false;   // may name a list of words: `<demand>`
  bool says = false;    // may say whose words they are: `<actor> says [ ... ]`
};

// Patterns of the model to patterns of the program: phrases filled in, words inflected, hyphens and 's spelt out.
class Lowering {
 public:
  // `alternatives`: number every alternative of every choice, so that a match can tell which way it took.
  Lowering(const model::Model& model, Inflector& inflector, Diagnostics& diagnostics, bool alternatives)
      : model_(model), inflector_(inflector), diagnostics_(diagnostics), numbering_(alternatives) {}

  // Nothing when the pattern has an error, said now or before.
  std::optional<program::Pattern> lower(const model::Pattern& pattern, const Place& place);

  // The alternatives numbered so far; leaves none.
  std::vector<program::Alternative> take_alternatives() { return std::move(alternatives_); }

 private:
  using Node = program::Node;
  struct State;  // of one pattern

  // A word as the author wrote it, cut once.
  struct Cut {
    std::vector<Token> tokens;
    bool fixed = false;  // the only token has one form
  };
  const Cut& cut(const std::string& word);
  static Part part_of(const State& state);
  Node expr(const model::Expr& from, State& state);
  Node word(const model::Expr& from, State& state);
  Node hyphenated(const std::vector<Token>& tokens, Part part, model::Form form);
  Node text(const model::Expr& from);
  Node phrase(const model::Expr& from, State& state);
  Node sequence(const std::vector<model::Expr>& children, State& state);
  static Node possessive(std::vector<Node> owner, std::vector<Node> owned);
  Node choice(const model::Expr& from, State& state);
  Node optional(const model::Expr& from, State& state);
  Node not_here(const model::Expr& from, State& state);
  void check_meets(const model::Expr& from, State& state);
  Node leaf(const model::Expr& from, State& state);
  Node joined(const model::Expr& from, State& state);
  Node slot(const model::Expr& from, State& state);
  Node says(const model::Expr& from, State& state);
  Node single(const Token& token, Part part, model::Form form);
  bool fits(const Node& root, const model::Pattern& pattern);
  Node numbered(Node node, Span written, const State& state);

  // A phrase that was filled in before, in a place that inflects alike.
  struct Filled {
    Node node;
    std::size_t nodes = 0;
    bool head_after = false;
  };
  using FilledKey = std::tuple<std::size_t, const char*, int, model::Form>;
  static FilledKey key_of(std::size_t phrase, const State& state);
  Node fill_in(const model::Phrase& phrase, State& state);

  const model::Model& model_;
  Inflector& inflector_;
  Diagnostics& diagnostics_;
  std::map<FilledKey, Filled> filled_;
  std::unordered_map<std::string, Cut> cuts_;
  bool numbering_ = false;
  std::vector<program::Alternative> alternatives_;
  std::map<std::pair<const SourceFile*, std::uint32_t>, std::uint32_t> numbers_;  // by file and place
};

// The pattern's text on one line, without comments.
std::string source_line(std::string_view text);

}  // namespace demarche::dsl::lowering
