#include <algorithm>
#include <random>

#include "engine/match/pattern_set.hpp"
#include "engine/match/reference.hpp"
#include "tests/catch.hpp"

// The fast matcher against the obvious one, on small random patterns and sentences; and the sieve against both.

namespace {

using namespace demarche;
using program::Node;

constexpr const char* words[] = {"a", "b", "c", "d", "the", "and", ";"};

class RandomCase {
 public:
  explicit RandomCase(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Node pattern(int depth) {
    Node node;
    switch (depth > 0 ? below(6) : 0) {
      case 0:
        node.kind = Node::Kind::word;
        node.forms = {words[below(5)]};
        if (below(3) == 0) node.forms.push_back(words[below(5)]);
        break;
      case 1:
      case 2:
        node.kind = Node::Kind::sequence;
        for (std::size_t i = 2 + below(2); i-- > 0;) node.children.push_back(pattern(depth - 1));
        break;
      case 3:
        node.kind = Node::Kind::choice;
        for (std::size_t i = 2 + below(2); i-- > 0;) node.children.push_back(pattern(depth - 1));
        break;
      case 4:
        node.kind = below(4) == 0 ? Node::Kind::not_here : Node::Kind::optional;
        node.children.push_back(pattern(depth - 1));
        break;
      default:
        node.kind = Node::Kind::gap;
        node.limit = static_cast<std::uint32_t>(1 + below(3));
    }
    return node;
  }

  std::vector<text::Token> sentence(text::Vocabulary& vocabulary) {
    std::vector<text::Token> tokens(below(9));
    for (text::Token& token : tokens) token.word = below(8) == 0 ? text::unknown_word : vocabulary.intern(words[below(7)]);
    return tokens;
  }

 private:
  std::mt19937 random_;
};

class SmallChart final : public match::Chart {
 public:
  SmallChart(match::Tokens tokens, const text::Vocabulary& vocabulary) : tokens_(tokens), vocabulary_(vocabulary) {}
  void hits(const Node&, std::uint32_t, std::vector<match::Hit>&) const override {}
  bool stops_gap(std::uint32_t token) const override { return is(token, ";"); }
  bool is_transparent(std::uint32_t token) const override { return is(token, "the"); }
  std::uint32_t skippable_sibling(std::uint32_t token) const override { return is(token, "and") && token + 2 <= tokens_.size ? 2 : 0; }

 private:
  bool is(std::uint32_t token, const char* word) const { return vocabulary_.text(tokens_[token].word) == word; }
  match::Tokens tokens_;
  const text::Vocabulary& vocabulary_;
};

void check_case(unsigned seed) {
  RandomCase random(seed);
  text::Vocabulary vocabulary;
  for (const char* word : words) vocabulary.intern(word);
  const Node node = random.pattern(3);
  match::PatternSet set;
  set.add(node, vocabulary);
  set.finish(vocabulary);
  match::Simulation simulation;
  match::Sieve sieve(vocabulary);
  for (int round = 0; round < 5; ++round) {
    const std::vector<text::Token> words_there = random.sentence(vocabulary);
    const match::Tokens tokens{words_there.data(), static_cast<std::uint32_t>(words_there.size())};
    const SmallChart chart(tokens, vocabulary);
    sieve.read(tokens, chart);
    for (std::uint32_t begin = 0; begin < tokens.size; ++begin) {
      const auto expected = match::reference_ends(node, tokens, chart, vocabulary, begin);
      std::set<std::uint32_t> ends;
      for (const auto& match : simulation.run(set.automaton(0), tokens, chart, begin)) ends.insert(match.end);
      REQUIRE(ends == expected);
      const auto longest = simulation.longest(set.automaton(0), tokens, chart, begin);
      REQUIRE(longest.has_value() == !expected.empty());
      if (longest) REQUIRE(*longest == *expected.rbegin());
      if (set.automaton(0).any_first) continue;
      std::optional<std::uint32_t> by_word;
      set.each_possible(sieve, tokens, begin, [&](std::uint32_t pattern, std::uint32_t state) {
        by_word = simulation.longest_from(state, set.automaton(pattern), tokens, chart, begin);
      });
      REQUIRE(by_word == longest);
    }
  }
}

}  // namespace

TEST_CASE("the fast matcher finds what the obvious one finds") {
  for (unsigned seed = 1; seed <= 4000; ++seed) {
    INFO("seed " << seed);
    check_case(seed);
  }
}
