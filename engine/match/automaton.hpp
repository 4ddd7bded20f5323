#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
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
  std::uint64_t bits = 0;           // the `word_bit`s of `words`
  std::vector<text::WordId> words;  // sorted
  const program::Node* node = nullptr;
};

// A way in which a match can begin, and what it must then go on with: most places are turned down by this alone.
struct Opening {
  std::uint32_t state = 0;           // the instruction that consumes the first word
  std::uint64_t next = anything;     // the `word_bit`s of which the next word must have one
  std::vector<text::WordId> needed;  // one of these must come behind the first word; empty: nothing is known

  static constexpr std::uint64_t anything = ~std::uint64_t{0};
};

// Words are told apart by one of 64 bits, where a quick look will do.
constexpr std::uint64_t word_bit(text::WordId word) {
  return word == text::unknown_word ? 0 : std::uint64_t{1} << (word % 64);
}

struct Automaton {
  std::vector<Instruction> code;
  std::vector<Automaton> subs;
  std::vector<std::uint32_t> starts;      // the states that can consume the first token
  std::vector<Opening> openings;          // those of them that want a word
  std::vector<text::WordId> first_words;  // sorted: the words a match can begin with
  std::vector<text::WordId> needed;       // one of these stands in every match; empty: nothing is known
  std::uint64_t next_of_open = 0;  // the `word_bit`s of which the word behind an opening that is no word must have one
  bool direct = false;             // every match begins with a word, and nothing is asked before it
  bool any_first = false;          // a match can begin with something that is no word
  bool any_token = false;          // ... even with something that is no name
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
  // When the token joins two equals ("presence and activities of"), how many tokens from here on a pattern may leave
  // out to skip the second one; 0 when it does not.
  virtual std::uint32_t skippable_sibling(std::uint32_t token) const = 0;
};

// The words of one sentence.
struct Tokens {
  const text::Token* data = nullptr;
  std::uint32_t size = 0;
  // Through a span, so that a build with the library's assertions stops at an index outside.
  const text::Token& operator[](std::size_t i) const { return std::span(data, size)[i]; }
};

// Working memory of the simulation, to be kept from call to call; one a thread.
class Simulation {
 public:
  Simulation();
  ~Simulation();

  // All ways in which the pattern matches from `begin` on, longest first; equal ends keep the first found.
  // The result is valid until the next call.
  const std::vector<Match>& run(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                std::uint32_t begin);
  // Only where the longest match ends; nothing when there is none.
  std::optional<std::uint32_t> longest(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                       std::uint32_t begin);
  // The same for matches that begin at this state.
  std::optional<std::uint32_t> longest_from(std::uint32_t state, const Automaton& automaton, const Tokens& tokens,
                                            const Chart& chart, std::uint32_t begin);

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::size_t most_threads = 256;  // a bound on captures that differ, so that work stays linear

  struct Thread {
    std::uint32_t state = 0;
    std::uint32_t captures = none;  // into `links_`: the last capture, which knows the one before it
  };
  struct Link {
    Capture capture;
    std::uint32_t before = none;
    std::uint8_t count = 0;
  };

  // What is known of a place: the threads there, and what the chart says of its token.
  struct Place {
    std::vector<Thread> threads;
    bool asked = false;
    bool transparent = false;
    std::uint32_t sibling = 0;
    std::uint64_t window = 0;  // the `word_bit`s of the words that a thread waiting here may consume
  };

  void clear();
  Place& place_at(std::uint32_t position);
  void ask(Place& place, std::uint32_t position);
  void reach(Place& place, std::uint32_t position, std::uint32_t state);
  void simulate(std::uint32_t state, const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                std::uint32_t begin);
  bool is_hopeless(const Place& place, std::uint32_t state) const;
  bool is_new(std::size_t place, std::uint32_t state);
  void add(std::uint32_t position, Thread thread);
  void advance(std::uint32_t position, Thread thread);
  void pass_on(const Thread& thread, std::uint32_t position);
  void take_match(std::uint32_t position, std::uint32_t captures);
  bool avoided(const Automaton& sub, std::uint32_t position);
  bool same_captures(std::uint32_t a, std::uint32_t b) const;
  std::uint32_t with_capture(std::uint32_t captures, const Capture& capture);

  const Automaton* automaton_ = nullptr;  // these three only while a pattern runs
  const Tokens* tokens_ = nullptr;
  const Chart* chart_ = nullptr;
  std::vector<Place> places_;        // from `begin_` on
  std::vector<std::uint64_t> seen_;  // a bit for each place and state
  std::vector<Link> links_;
  std::vector<Match> matches_;
  std::vector<Hit> hits_;
  std::unique_ptr<Simulation> inner_;  // for what must not match
  std::optional<std::uint32_t> longest_;
  bool capturing_ = false;
  std::uint32_t begin_ = 0;
  std::uint32_t used_ = 0;
  std::uint32_t size_ = 0;
  std::size_t states_ = 0;
};

bool accepts(const Instruction& instruction, const text::Token& token);

}  // namespace demarche::match
