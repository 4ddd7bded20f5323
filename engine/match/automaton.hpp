#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/program/pattern.hpp"
#include "engine/text/tokens.hpp"

// Patterns made ready to run: a small instruction list each, simulated over the tokens of one sentence without
// backtracking, in time linear in tokens times instructions.
namespace demarche::match {

// One instruction. `next` is where a thread goes on; `other` is the second way of a split.
struct Instruction {
  enum class Op : std::uint8_t {
    word,   // consumes a token whose word is in `words`
    split,  // goes on at `next` and at `other`
    skip,   // inside a gap: consumes any token that may be skipped
    span,   // consumes what the chart holds for `node` at this place; zero width is possible
    avoid,  // goes on only when the automaton `sub` does not match here
    match,  // the pattern is complete
  };
  Op op = Op::match;
  bool capitalised = false;
  std::uint32_t next = 0;
  std::uint32_t other = 0;
  std::uint32_t sub = 0;
  std::vector<text::WordId> words;  // sorted
  const program::Node* node = nullptr;
};

struct Automaton {
  std::vector<Instruction> code;
  std::vector<Automaton> subs;
  std::vector<text::WordId> first_words;  // sorted: the words a match can begin with
  bool any_first = false;                 // a match can begin with something that is no word
};

// Larger patterns are refused; `dsl/` reports them where they are written.
inline constexpr std::size_t most_instructions = 20000;

// Interns the words of a pattern. Call for every pattern before the first `compile`.
void intern_words(const program::Node& node, text::Vocabulary& vocabulary);

// The node must outlive the automaton. An empty `code` says that the pattern is larger than `most_instructions`.
Automaton compile(const program::Node& node, const text::Vocabulary& vocabulary);

// Something that a span instruction consumed.
struct Capture {
  const program::Node* node = nullptr;
  std::uint32_t begin = 0;  // tokens, half open
  std::uint32_t end = 0;
  std::uint32_t payload = 0;
};

inline constexpr std::size_t most_captures = 6;

struct Match {
  std::uint32_t begin = 0;  // tokens, half open
  std::uint32_t end = 0;
  std::uint8_t capture_count = 0;
  Capture captures[most_captures];
};

struct Hit {
  std::uint32_t end = 0;  // one past the last token
  std::uint32_t payload = 0;
};

// What a matcher asks about the sentence it runs over.
class Chart {
 public:
  virtual ~Chart() = default;
  // What stands at this token for a span instruction; appended to `hits`.
  virtual void hits(const program::Node& node, std::uint32_t token, std::vector<Hit>& hits) const = 0;
  // Tokens that a gap must not pass: clause limits, negators, stance words, other holders.
  virtual bool stops_gap(std::uint32_t token) const = 0;
  // Tokens that may stand between any two elements: determiners, quote signs.
  virtual bool is_transparent(std::uint32_t token) const = 0;
  // When the token joins two equals ("presence and activities of"), how many tokens from here on a pattern may leave out
  // to skip the second one; 0 when it does not.
  virtual std::uint32_t skippable_sibling(std::uint32_t token) const = 0;
};

// The words of one sentence.
struct Tokens {
  const text::Token* data = nullptr;
  std::uint32_t size = 0;
  const text::Token& operator[](std::size_t i) const { return data[i]; }
};

// Working memory of the simulation, to be kept from call to call; one a thread.
class Simulation {
 public:
  // All ways in which the pattern matches from `begin` on, longest first; equal ends keep the first found.
  // The result is valid until the next call.
  const std::vector<Match>& run(const Automaton& automaton, const Tokens& tokens, const Chart& chart, std::uint32_t begin);

 private:
  struct Thread {
    std::uint32_t state = 0;
    Match match;
  };
  void add(std::uint32_t position, std::uint32_t state, const Match& match);
  void advance(const Automaton& automaton, const Tokens& tokens, const Chart& chart, std::uint32_t position, std::size_t index);
  bool avoided(const Automaton& sub, const Tokens& tokens, const Chart& chart, std::uint32_t position);

  std::vector<std::vector<Thread>> agenda_;  // by place from `begin_`
  std::vector<Match> matches_;
  std::vector<Hit> hits_;
  std::uint32_t begin_ = 0;
  std::uint32_t used_ = 0;
  std::uint32_t size_ = 0;
};

bool accepts(const Instruction& instruction, const text::Token& token);

}  // namespace demarche::match
