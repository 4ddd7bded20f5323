#include <random>
#include <set>

#include "engine/match/pattern_set.hpp"
#include "engine/match/reference.hpp"
#include "tests/catch.hpp"
#include "tests/unit/match/patterns.hpp"

using namespace demarche;
using namespace demarche::match;
using namespace demarche::match::testing;

namespace {

// Where matches that begin at `begin` can end, by the fast matcher.
std::set<std::uint32_t> fast_ends(const Node& node, const Sentence& sentence, const text::Vocabulary& vocabulary, std::uint32_t begin) {
  Simulation simulation;
  std::set<std::uint32_t> ends;
  for (const Match& match : simulation.run(compile(node, vocabulary), sentence.tokens(), sentence, begin)) ends.insert(match.end);
  return ends;
}

std::string shown(const Node& node) {
  std::string inner;
  for (const Node& child : node.children) inner += (inner.empty() ? "" : node.kind == Node::Kind::choice ? "|" : " ") + shown(child);
  switch (node.kind) {
    case Node::Kind::word:
      for (const auto& form : node.forms) inner += form;
      return node.word_case == program::WordCase::capitalised ? "^" + inner : inner;
    case Node::Kind::choice: return "(" + inner + ")";
    case Node::Kind::optional: return "(" + inner + ")?";
    case Node::Kind::gap: return ".." + (node.limit == program::unbounded_gap ? "" : std::to_string(node.limit));
    case Node::Kind::not_here: return "not(" + inner + ")";
    case Node::Kind::issue: return "<x>";
    default: return "(" + inner + ")";
  }
}

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Node node(int depth) {
    switch (depth <= 0 ? random_() % 3 : random_() % 9) {
      case 0:
      case 1: return some_word();
      case 2: return random_() % 3 ? some_word() : span();
      case 3: return maybe(node(depth - 1));
      case 4: return any_of(several(depth));
      case 5: return seq({node(depth - 1), random_() % 2 ? gap() : gap(random_() % 4), node(depth - 1)});
      case 6: return seq({node(depth - 1), not_here(node(depth - 2)), node(depth - 1)});
      default: return seq(several(depth));
    }
  }
  std::string sentence() {
    std::string out;
    for (std::size_t i = random_() % 14; i > 0; --i) out += "aabbccdtt|xxz&AB"[random_() % 16];
    return out;
  }

 private:
  Node some_word() {
    Node made = word(std::string(1, "abcdt"[random_() % 5]) + (random_() % 4 ? "" : "c"));
    if (random_() % 6 == 0) made.word_case = program::WordCase::capitalised;
    return made;
  }
  std::vector<Node> several(int depth) {
    std::vector<Node> made;
    for (std::size_t i = 1 + random_() % 3; i > 0; --i) made.push_back(node(depth - 1));
    return made;
  }
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("what patterns match") {
  using Ends = std::set<std::uint32_t>;
  const auto vocabulary = letters();
  Node capital = word("a");
  capital.word_case = program::WordCase::capitalised;
  struct Row {
    const char* sentence;
    Node node;
    Ends ends;
  };
  const std::vector<Row> rows{
      {"ab", seq({word("a"), word("b")}), {2}},
      {"ab", seq({word("b")}), {}},
      {"ac", seq({word("a"), word("bc")}), {2}},
      {"ab", seq({word("a"), maybe(word("b"))}), {1, 2}},
      {"ab", any_of({word("b"), word("a"), seq({word("a"), word("b")})}), {1, 2}},
      {"accb", seq({word("a"), gap(), word("b")}), {4}},
      {"accb", seq({word("a"), gap(1), word("b")}), {}},
      {"accb", seq({word("a"), gap(2), word("b")}), {4}},
      {"ac|b", seq({word("a"), gap(), word("b")}), {}},
      {"abcb", seq({word("a"), gap(), word("b")}), {2, 4}},
      {"ab", seq({word("a"), not_here(word("b"))}), {}},
      {"ac", seq({word("a"), not_here(word("b"))}), {1}},
      {"a", seq({word("a"), not_here(word("b"))}), {1}},
      {"attb", seq({word("a"), word("b")}), {4}},                  // what is transparent may stand between
      {"ta", word("a"), {}},                                       // but not before
      {"a&cb", seq({word("a"), word("b")}), {4}},                  // a coordinated sibling may be left out
      {"ax", seq({word("a"), span()}), {2}},
      {"axb", seq({word("a"), span()}), {2, 3}},
      {"az", seq({word("a"), span(), word("z")}), {2}},            // zero width
      {"Aa", capital, {1}},
      {"aA", capital, {}},
      {"A", word("a"), {1}},
      {"", word("a"), {}},
      {"a", seq({}), {0}},
  };
  for (const Row& row : rows) {
    INFO(shown(row.node) << " in " << row.sentence);
    const Sentence sentence(row.sentence, vocabulary);
    CHECK(fast_ends(row.node, sentence, vocabulary, 0) == row.ends);
    CHECK(reference_ends(row.node, sentence.tokens(), sentence, vocabulary, 0) == row.ends);
  }
}

TEST_CASE("matches come longest first and carry what spans held") {
  const auto vocabulary = letters();
  const Sentence sentence("a x b", vocabulary);
  const Node node = seq({word("a"), span(), maybe(word("b"))});
  const Automaton automaton = compile(node, vocabulary);
  Simulation simulation;
  const auto& matches = simulation.run(automaton, sentence.tokens(), sentence, 0);
  REQUIRE(matches.size() >= 2);
  CHECK(matches.front().end == 3);
  CHECK(matches.back().end == 2);
  CHECK(matches.back().capture_count == 1);
  CHECK(matches.back().captures[0].begin == 1);
  CHECK(matches.back().captures[0].payload == 1);
}

TEST_CASE("a pattern that is too large is refused") {
  const auto vocabulary = letters();
  std::vector<Node> many(most_instructions + 1, seq({word("a"), word("b")}));
  CHECK(compile(any_of(std::move(many)), vocabulary).code.empty());
}

TEST_CASE("the fast matcher and the reference matcher agree on random patterns and sentences") {
  const auto vocabulary = letters();
  Maker maker(20240607);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    const Node node = maker.node(3);
    const Automaton automaton = compile(node, vocabulary);
    Simulation simulation;
    for (int i = 0; i < 4; ++i) {
      const Sentence sentence(maker.sentence(), vocabulary);
      for (std::uint32_t begin = 0; begin < sentence.tokens().size; ++begin) {
        std::set<std::uint32_t> ends;
        for (const Match& match : simulation.run(automaton, sentence.tokens(), sentence, begin)) ends.insert(match.end);
        found += ends.size();
        if (ends != reference_ends(node, sentence.tokens(), sentence, vocabulary, begin)) FAIL(shown(node) << " in " << sentence.signs << " from " << begin);
      }
    }
  }
  CHECK(found > 5000);  // the patterns do match something
}

TEST_CASE("a set asks, at each word, exactly the patterns that can begin with it") {
  const auto vocabulary = letters();
  Maker maker(11);
  std::vector<Node> nodes;
  for (int i = 0; i < 300; ++i) nodes.push_back(maker.node(2));
  PatternSet set;
  for (const Node& node : nodes) set.add(node, vocabulary);
  set.finish(vocabulary);
  REQUIRE(set.size() == nodes.size());
  for (int i = 0; i < 60; ++i) {
    const Sentence sentence(maker.sentence(), vocabulary);
    for (std::uint32_t begin = 0; begin < sentence.tokens().size; ++begin) {
      std::set<std::uint32_t> asked(set.open_patterns().begin(), set.open_patterns().end());
      for (std::uint32_t pattern : set.beginning_with(sentence.words[begin].word)) asked.insert(pattern);
      for (std::uint32_t pattern = 0; pattern < nodes.size(); ++pattern)
        if (!asked.contains(pattern) && !reference_ends(nodes[pattern], sentence.tokens(), sentence, vocabulary, begin).empty())
          FAIL(shown(nodes[pattern]) << " is not asked in " << sentence.signs << " at " << begin);
    }
  }
}

TEST_CASE("work grows with the text and not faster") {
  const auto vocabulary = letters();
  // Patterns that make a backtracking matcher explode.
  std::vector<Node> hostile;
  std::vector<Node> optionals;
  std::vector<Node> gaps;
  for (int i = 0; i < 12; ++i) {
    optionals.push_back(maybe(word("a")));
    gaps.push_back(word("a"));
    gaps.push_back(gap(20));
  }
  for (int i = 0; i < 12; ++i) optionals.push_back(word("a"));
  optionals.push_back(word("b"));
  gaps.push_back(word("b"));
  hostile.push_back(seq(optionals));
  hostile.push_back(seq(gaps));
  hostile.push_back(seq({word("a"), gap(), word("a"), gap(50), any_of({word("a"), seq({word("a"), word("a")})}), word("b")}));
  for (const Node& node : hostile) {
    const Automaton automaton = compile(node, vocabulary);
    // From one place the work is bounded by tokens times instructions.
    for (std::size_t size : {100u, 200u, 400u}) {
      const Sentence sentence(std::string(size, 'a'), vocabulary);
      Simulation simulation;
      CHECK(simulation.run(automaton, sentence.tokens(), sentence, 0).empty());
      INFO(automaton.code.size() << " instructions, " << size << " tokens");
      CHECK(sentence.questions <= 4 * size * automaton.code.size());
    }
  }
}
