#include <algorithm>

#include "engine/match/automaton.hpp"

namespace demarche::match {

using Op = Instruction::Op;

bool accepts(const Instruction& instruction, const text::Token& token) {
  if (token.word == text::unknown_word) return false;
  if (instruction.capitalised && !token.has(text::Token::capitalised)) return false;
  const auto& words = instruction.words;
  if (words.size() == 1) return words[0] == token.word;
  return std::binary_search(words.begin(), words.end(), token.word);
}

// One thread a state and place: the first that comes is the one whose captures count.
void Simulation::add(std::uint32_t position, std::uint32_t state, const Match& match) {
  if (position > size_) return;
  std::size_t place = position - begin_;
  if (place >= agenda_.size()) agenda_.resize(place + 1);
  used_ = std::max(used_, static_cast<std::uint32_t>(place + 1));
  for (const Thread& thread : agenda_[place]) {
    if (thread.state != state) continue;
    if (thread.match.capture_count == match.capture_count &&
        std::equal(thread.match.captures, thread.match.captures + match.capture_count, match.captures,
                   [](const Capture& a, const Capture& b) { return a.payload == b.payload && a.node == b.node; }))
      return;
    if (agenda_[place].size() > 256) return;  // a bound on captures that differ, so that work stays linear
  }
  agenda_[place].push_back({state, match});
}

bool Simulation::avoided(const Automaton& sub, const Tokens& tokens, const Chart& chart, std::uint32_t position) {
  Simulation inner;
  return !inner.run(sub, tokens, chart, position).empty();
}

void Simulation::advance(const Automaton& automaton, const Tokens& tokens, const Chart& chart, std::uint32_t position,
                         std::size_t index) {
  const Thread thread = agenda_[position - begin_][index];
  const Instruction& instruction = automaton.code[thread.state];
  const bool at_end = position >= tokens.size;
  switch (instruction.op) {
    case Op::match: {
      Match match = thread.match;
      match.end = position;
      matches_.push_back(match);
      return;
    }
    case Op::split:
      add(position, instruction.next, thread.match);
      add(position, instruction.other, thread.match);
      return;
    case Op::avoid:
      if (!avoided(automaton.subs[instruction.sub], tokens, chart, position)) add(position, instruction.next, thread.match);
      return;
    case Op::word:
      if (!at_end && accepts(instruction, tokens[position])) add(position + 1, instruction.next, thread.match);
      break;
    case Op::skip:
      if (!at_end && !chart.stops_gap(position)) add(position + 1, instruction.next, thread.match);
      return;  // what may be skipped needs no transparency
    case Op::span: {
      hits_.clear();
      chart.hits(*instruction.node, position, hits_);
      for (const Hit& hit : hits_) {
        Match match = thread.match;
        if (match.capture_count < most_captures)
          match.captures[match.capture_count++] = {instruction.node, position, hit.end, hit.payload};
        add(hit.end, instruction.next, match);
      }
      break;
    }
  }
  if (at_end || position == begin_) return;
  if (chart.is_transparent(position)) add(position + 1, thread.state, thread.match);
  if (std::uint32_t sibling = chart.skippable_sibling(position)) add(position + sibling, thread.state, thread.match);
}

const std::vector<Match>& Simulation::run(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                          std::uint32_t begin) {
  matches_.clear();
  for (std::uint32_t i = 0; i < used_; ++i) agenda_[i].clear();
  used_ = 0;
  begin_ = begin;
  size_ = tokens.size;
  if (automaton.code.empty()) return matches_;
  Match start;
  start.begin = begin;
  add(begin, static_cast<std::uint32_t>(automaton.code.size() - 1), start);
  for (std::uint32_t place = 0; place < used_; ++place)
    for (std::size_t i = 0; i < agenda_[place].size(); ++i) advance(automaton, tokens, chart, begin + place, i);
  std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) { return a.end > b.end; });
  return matches_;
}

}  // namespace demarche::match
