#include <algorithm>

#include "engine/match/automaton.hpp"

namespace demarche::match {

namespace {

using program::Node;
using Op = Instruction::Op;

// Emits a node in front of a continuation and returns the state at which it begins: the code is built from its end.
class Emitter {
 public:
  Emitter(const text::Vocabulary& vocabulary, Automaton& out) : vocabulary_(vocabulary), out_(out) {
    state({});  // state 0 is the match
  }

  bool too_large() const { return out_.code.size() > most_instructions; }

  std::uint32_t emit(const Node& node, std::uint32_t next) {
    if (too_large()) return next;
    switch (node.kind) {
      case Node::Kind::word:
        return word(node, next);
      case Node::Kind::sequence:
        return sequence(node, next);
      case Node::Kind::choice:
        return choice(node, next);
      case Node::Kind::optional:
        return split(emit(node.children.at(0), next), next);
      case Node::Kind::gap:
        return gap(node, next);
      case Node::Kind::not_here:
        return avoid(node, next);
      case Node::Kind::actor:
      case Node::Kind::issue:
      case Node::Kind::slot:
      case Node::Kind::role:
      case Node::Kind::says:
        return span(node, next);
    }
    return next;
  }

 private:
  std::uint32_t state(Instruction instruction) {
    for (text::WordId word : instruction.words) instruction.bits |= word_bit(word);
    out_.code.push_back(std::move(instruction));
    return static_cast<std::uint32_t>(out_.code.size() - 1);
  }

  std::uint32_t word(const Node& node, std::uint32_t next) {
    Instruction instruction;
    instruction.op = Op::word;
    instruction.capitalised = node.word_case == program::WordCase::capitalised;
    instruction.next = next;
    for (const std::string& form : node.forms)
      if (text::WordId id = vocabulary_.find(form)) instruction.words.push_back(id);
    std::sort(instruction.words.begin(), instruction.words.end());
    return state(std::move(instruction));
  }

  std::uint32_t sequence(const Node& node, std::uint32_t next) {
    for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = emit(*child, next);
    return next;
  }

  // Alternatives that are single words of the same case become one instruction.
  std::uint32_t choice(const Node& node, std::uint32_t next) {
    std::vector<std::uint32_t> ways;
    Instruction plain;
    plain.op = Op::word;
    plain.next = next;
    Instruction capital = plain;
    capital.capitalised = true;
    for (const Node& child : node.children) {
      if (child.kind != Node::Kind::word) {
        ways.push_back(emit(child, next));
        continue;
      }
      auto& words = child.word_case == program::WordCase::capitalised ? capital.words : plain.words;
      for (const std::string& form : child.forms)
        if (text::WordId id = vocabulary_.find(form)) words.push_back(id);
    }
    for (Instruction* merged : {&plain, &capital}) {
      if (merged->words.empty()) continue;
      std::sort(merged->words.begin(), merged->words.end());
      merged->words.erase(std::unique(merged->words.begin(), merged->words.end()), merged->words.end());
      ways.push_back(state(*merged));
    }
    if (ways.empty()) return next;
    std::uint32_t way = ways.back();
    for (std::size_t i = ways.size() - 1; i-- > 0;) way = split(ways[i], way);
    return way;
  }

  std::uint32_t split(std::uint32_t next, std::uint32_t other) {
    Instruction instruction;
    instruction.op = Op::split;
    instruction.next = next;
    instruction.other = other;
    return state(std::move(instruction));
  }

  std::uint32_t skip(std::uint32_t next) {
    Instruction instruction;
    instruction.op = Op::skip;
    instruction.next = next;
    return state(std::move(instruction));
  }

  std::uint32_t gap(const Node& node, std::uint32_t next) {
    if (node.limit == program::unbounded_gap) {
      std::uint32_t loop = split(next, next);
      std::uint32_t step = skip(loop);
      out_.code[loop].other = step;
      return loop;
    }
    std::uint32_t way = next;
    for (std::uint32_t i = 0; i < node.limit; ++i) way = split(next, skip(way));
    return way;
  }

  std::uint32_t avoid(const Node& node, std::uint32_t next) {
    Instruction instruction;
    instruction.op = Op::avoid;
    instruction.next = next;
    instruction.sub = static_cast<std::uint32_t>(out_.subs.size());
    out_.subs.push_back(compile(node.children.at(0), vocabulary_));
    return state(std::move(instruction));
  }

  std::uint32_t span(const Node& node, std::uint32_t next) {
    Instruction instruction;
    instruction.op = Op::span;
    instruction.next = next;
    instruction.node = &node;
    return state(std::move(instruction));
  }

  const text::Vocabulary& vocabulary_;
  Automaton& out_;
};

// The states that are reached from one without consuming anything: those that consume, and the match. A leading
// <holder> is the subject or the possessor of what follows and consumes nothing.
std::vector<std::uint32_t> ways_from(const Automaton& automaton, std::uint32_t start, bool past_holders) {
  std::vector<std::uint32_t> ways;
  std::vector<std::uint32_t> open{start};
  std::vector<std::uint32_t> seen;
  while (!open.empty()) {
    std::uint32_t at = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), at) != seen.end()) continue;
    seen.push_back(at);
    const Instruction& instruction = automaton.code[at];
    bool holder = instruction.op == Op::span && instruction.node->kind == program::Node::Kind::slot &&
                  instruction.node->slot == program::Slot::holder;
    if (instruction.op == Op::split) open.push_back(instruction.other);
    if (instruction.op == Op::split || instruction.op == Op::avoid || (holder && past_holders)) {
      open.push_back(instruction.next);
    } else {
      ways.push_back(at);
    }
  }
  return ways;
}

// For each state sets of words of which every match must still hold one: the two rarest, as far as can be told.
class NeededWords {
 public:
  NeededWords(const Automaton& automaton, const text::Vocabulary& vocabulary)
      : automaton_(automaton), vocabulary_(vocabulary) {
    costs_.reserve(automaton.code.size());
    needs_.reserve(automaton.code.size());
    for (std::uint32_t state = 0; state < automaton.code.size(); ++state) {
      costs_.push_back(cost_of(automaton.code[state].words));
      needs_.push_back(needs_of(state));
    }
  }

  std::vector<text::WordId> from(std::uint32_t state) const {
    const Need& need = needs_[state].best[0];
    std::vector<text::WordId> words;
    for (std::uint32_t i = 0; i < need.count; ++i) {
      const auto& more = automaton_.code[need.states[i]].words;
      words.insert(words.end(), more.begin(), more.end());
    }
    return words;
  }

 private:
  static constexpr std::uint32_t dear = 256;
  static constexpr std::uint32_t most_states = 12;

  // One word of the sets of these states must come. No states: nothing is known.
  struct Need {
    std::uint32_t cost = dear;
    std::uint32_t count = 0;
    std::uint32_t states[most_states];  // ascending
  };
  // The second is kept because it may hold for the other way of a split, too.
  struct Needs {
    Need best[2];
    void add(const Need& need) {
      if (need.count == 0 || is_same(need, best[0])) return;
      if (need.cost < best[0].cost) {
        best[1] = best[0];
        best[0] = need;
      } else if (need.cost < best[1].cost) {
        best[1] = need;
      }
    }
  };

  static bool is_same(const Need& a, const Need& b) {
    return a.count == b.count && std::equal(a.states, a.states + a.count, b.states);
  }

  Needs needs_of(std::uint32_t state) const {
    const Instruction& instruction = automaton_.code[state];
    if (instruction.op == Op::match) return {};
    if (instruction.op == Op::split && instruction.other < state)
      return either(needs_[instruction.next], needs_[instruction.other]);
    // The code is built from its end: only the loop of an unbounded gap leads back.
    if (instruction.next >= state) return {};
    Needs needs = needs_[instruction.next];
    if (instruction.op != Op::word) return needs;
    Need own;
    own.cost = costs_[state];
    own.count = 1;
    own.states[0] = state;
    needs.add(own);
    return needs;
  }

  Needs either(const Needs& a, const Needs& b) const {
    Needs both;
    for (const Need& left : a.best)
      for (const Need& right : b.best) both.add(united(left, right));
    return both;
  }

  Need united(const Need& a, const Need& b) const {
    if (a.count == 0 || b.count == 0) return {};
    if (is_same(a, b)) return a;
    std::uint32_t states[2 * most_states];
    std::uint32_t* end = std::set_union(a.states, a.states + a.count, b.states, b.states + b.count, states);
    Need both;
    both.count = static_cast<std::uint32_t>(end - states);
    if (both.count > most_states) return {};
    std::copy(states, end, both.states);
    both.cost = 0;
    for (std::uint32_t i = 0; i < both.count; ++i) both.cost += costs_[both.states[i]];
    return both.cost < dear ? both : Need{};
  }

  // Short words are common words.
  std::uint32_t cost_of(const std::vector<text::WordId>& words) const {
    std::uint32_t cost = 0;
    for (text::WordId word : words) {
      const std::size_t length = vocabulary_.text(word).size();
      cost += length <= 3 ? 8 : length == 4 ? 3 : 1;
    }
    return std::min(cost, dear);
  }

  const Automaton& automaton_;
  const text::Vocabulary& vocabulary_;
  std::vector<std::uint32_t> costs_;  // by state
  std::vector<Needs> needs_;          // by state
};

std::uint64_t next_words(const Automaton& automaton, std::uint32_t state) {
  std::uint64_t bits = 0;
  for (std::uint32_t way : ways_from(automaton, state, false)) {
    if (automaton.code[way].op != Op::word) return Opening::anything;
    bits |= automaton.code[way].bits;
  }
  return bits;
}

void find_openings(Automaton& automaton, const text::Vocabulary& vocabulary) {
  const auto start = static_cast<std::uint32_t>(automaton.code.size() - 1);
  const NeededWords needed(automaton, vocabulary);
  automaton.needed = needed.from(start);
  automaton.starts = ways_from(automaton, start, true);
  for (std::uint32_t way : automaton.starts) {
    const Instruction& instruction = automaton.code[way];
    if (instruction.op != Op::word) {
      automaton.any_first = true;
      automaton.next_of_open |=
          instruction.op == Op::span ? next_words(automaton, instruction.next) : Opening::anything;
      automaton.any_token =
          automaton.any_token || instruction.op != Op::span || instruction.node->kind != Node::Kind::actor;
      continue;
    }
    automaton.openings.push_back({way, next_words(automaton, instruction.next), needed.from(instruction.next)});
    automaton.first_words.insert(automaton.first_words.end(), instruction.words.begin(), instruction.words.end());
  }
  automaton.direct =
      !automaton.any_first && automaton.subs.empty() && automaton.starts == ways_from(automaton, start, false);
  std::sort(automaton.first_words.begin(), automaton.first_words.end());
  automaton.first_words.erase(std::unique(automaton.first_words.begin(), automaton.first_words.end()),
                              automaton.first_words.end());
}

}  // namespace

void intern_words(const Node& node, text::Vocabulary& vocabulary) {
  for (const std::string& form : node.forms) vocabulary.intern(form);
  for (const Node& child : node.children) intern_words(child, vocabulary);
}

Automaton compile(const Node& node, const text::Vocabulary& vocabulary) {
  Automaton automaton;
  Emitter emitter(vocabulary, automaton);
  std::uint32_t start = emitter.emit(node, 0);
  if (emitter.too_large()) return {};
  // The simulation begins at the last state.
  if (start + 1 != automaton.code.size()) {
    Instruction jump;
    jump.op = Op::split;
    jump.next = start;
    jump.other = start;
    automaton.code.push_back(std::move(jump));
  }
  find_openings(automaton, vocabulary);
  return automaton;
}

}  // namespace demarche::match
