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
      case Node::Kind::word: return word(node, next);
      case Node::Kind::sequence: return sequence(node, next);
      case Node::Kind::choice: return choice(node, next);
      case Node::Kind::optional: return split(emit(node.children.at(0), next), next);
      case Node::Kind::gap: return gap(node, next);
      case Node::Kind::not_here: return avoid(node, next);
      case Node::Kind::actor:
      case Node::Kind::issue:
      case Node::Kind::slot:
      case Node::Kind::role:
      case Node::Kind::says: return span(node, next);
    }
    return next;
  }

 private:
  std::uint32_t state(Instruction instruction) {
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

// Which words a match can begin with: follows the ways that consume nothing.
void find_first_words(Automaton& automaton, std::uint32_t start) {
  std::vector<bool> seen(automaton.code.size());
  std::vector<std::uint32_t> open{start};
  while (!open.empty()) {
    std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& instruction = automaton.code[at];
    switch (instruction.op) {
      case Op::word:
        automaton.first_words.insert(automaton.first_words.end(), instruction.words.begin(), instruction.words.end());
        break;
      case Op::split:
        open.push_back(instruction.next);
        open.push_back(instruction.other);
        break;
      case Op::avoid: open.push_back(instruction.next); break;
      case Op::span:
        // A leading <holder> is the subject or the possessor of what follows and consumes nothing.
        if (instruction.node->kind == program::Node::Kind::slot && instruction.node->slot == program::Slot::holder) {
          open.push_back(instruction.next);
          break;
        }
        [[fallthrough]];
      case Op::skip:
      case Op::match: automaton.any_first = true; break;
    }
  }
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
  find_first_words(automaton, static_cast<std::uint32_t>(automaton.code.size() - 1));
  return automaton;
}

}  // namespace demarche::match
