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

Simulation::Simulation() = default;
Simulation::~Simulation() = default;

// A bit for each state and place says which threads are there: most answers need no look at the threads themselves.
bool Simulation::is_new(std::size_t place, std::uint32_t state) {
  const std::size_t bit = place * states_ + state;
  if (bit / 64 >= seen_.size()) seen_.resize(std::max(seen_.size() * 2, bit / 64 + 1));
  std::uint64_t& word = seen_[bit / 64];
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  if (word & mask) return false;
  word |= mask;
  return true;
}

bool Simulation::same_captures(std::uint32_t a, std::uint32_t b) const {
  for (; a != b; a = links_[a].before, b = links_[b].before) {
    if (a == none || b == none) return false;
    const Capture& left = links_[a].capture;
    const Capture& right = links_[b].capture;
    if (links_[a].count != links_[b].count || left.payload != right.payload || left.node != right.node) return false;
  }
  return true;
}

// One thread a state and place: the first that comes is the one whose captures count.
void Simulation::add(std::uint32_t position, Thread thread) {
  if (position > size_) return;
  const std::size_t place = position - begin_;
  if (place >= agenda_.size()) agenda_.resize(place + 1);
  used_ = std::max(used_, static_cast<std::uint32_t>(place + 1));
  auto& threads = agenda_[place];
  if (!is_new(place, thread.state)) {
    if (!capturing_) return;
    for (const Thread& other : threads)
      if (other.state == thread.state && same_captures(other.captures, thread.captures)) return;
    if (threads.size() > most_threads) return;
  }
  threads.push_back(thread);
}

std::uint32_t Simulation::with_capture(std::uint32_t captures, const Capture& capture) {
  const std::uint8_t count = captures == none ? 0 : links_[captures].count;
  if (!capturing_ || count >= most_captures) return captures;
  links_.push_back({capture, captures, static_cast<std::uint8_t>(count + 1)});
  return static_cast<std::uint32_t>(links_.size() - 1);
}

bool Simulation::avoided(const Automaton& sub, const Tokens& tokens, const Chart& chart, std::uint32_t position) {
  if (!inner_) inner_ = std::make_unique<Simulation>();
  return inner_->longest(sub, tokens, chart, position).has_value();
}

void Simulation::take_match(std::uint32_t position, std::uint32_t captures) {
  longest_ = std::max(longest_.value_or(position), position);
  if (!capturing_) return;
  Match& match = matches_.emplace_back();
  match.begin = begin_;
  match.end = position;
  if (captures == none) return;
  match.capture_count = links_[captures].count;
  for (std::size_t at = match.capture_count; captures != none; captures = links_[captures].before)
    match.captures[--at] = links_[captures].capture;
}

// What every waiting thread of a place may do: leave out a token that does not count, or one of two equals.
void Simulation::pass_on(const Thread& thread, const Tokens& tokens, const Chart& chart, std::uint32_t position) {
  if (position >= tokens.size || position == begin_) return;
  if (asked_ != position) {
    asked_ = position;
    transparent_ = chart.is_transparent(position);
    sibling_ = chart.skippable_sibling(position);
  }
  if (transparent_) add(position + 1, thread);
  if (sibling_) add(position + sibling_, thread);
}

void Simulation::advance(const Automaton& automaton, const Tokens& tokens, const Chart& chart, std::uint32_t position,
                         Thread thread) {
  const Instruction& instruction = automaton.code[thread.state];
  const bool at_end = position >= tokens.size;
  switch (instruction.op) {
    case Op::match: return take_match(position, thread.captures);
    case Op::split:
      add(position, {instruction.next, thread.captures});
      return add(position, {instruction.other, thread.captures});
    case Op::avoid:
      if (!avoided(automaton.subs[instruction.sub], tokens, chart, position)) add(position, {instruction.next, thread.captures});
      return;
    case Op::word:
      if (!at_end && accepts(instruction, tokens[position])) add(position + 1, {instruction.next, thread.captures});
      break;
    case Op::skip:
      if (!at_end && !chart.stops_gap(position)) add(position + 1, {instruction.next, thread.captures});
      return;  // what may be skipped needs no transparency
    case Op::span: {
      hits_.clear();
      chart.hits(*instruction.node, position, hits_);
      for (const Hit& hit : hits_)
        add(hit.end, {instruction.next, with_capture(thread.captures, {instruction.node, position, hit.end, hit.payload})});
      break;
    }
  }
  pass_on(thread, tokens, chart, position);
}

void Simulation::clear() {
  for (std::uint32_t place = 0; place < used_; ++place) {
    for (const Thread& thread : agenda_[place]) seen_[(place * states_ + thread.state) / 64] = 0;
    agenda_[place].clear();
  }
  used_ = 0;
  longest_.reset();
  asked_ = none;
  matches_.clear();
  links_.clear();
}

void Simulation::simulate(const Automaton& automaton, const Tokens& tokens, const Chart& chart, std::uint32_t begin) {
  clear();
  begin_ = begin;
  size_ = tokens.size;
  states_ = automaton.code.size();
  if (automaton.code.empty()) return;
  add(begin, {static_cast<std::uint32_t>(automaton.code.size() - 1), none});
  for (std::uint32_t place = 0; place < used_; ++place)
    for (std::size_t i = 0; i < agenda_[place].size(); ++i) advance(automaton, tokens, chart, begin + place, agenda_[place][i]);
}

std::optional<std::uint32_t> Simulation::longest(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                                 std::uint32_t begin) {
  capturing_ = false;
  simulate(automaton, tokens, chart, begin);
  return longest_;
}

const std::vector<Match>& Simulation::run(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                          std::uint32_t begin) {
  capturing_ = true;
  simulate(automaton, tokens, chart, begin);
  if (matches_.size() > 1)
    std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) { return a.end > b.end; });
  return matches_;
}

}  // namespace demarche::match
