#include <algorithm>

#include "engine/match/automaton.hpp"

namespace demarche::match {

using Op = Instruction::Op;

bool accepts(const Instruction& instruction, const text::Token& token) {
  if ((instruction.bits & word_bit(token.word)) == 0) return false;
  if (instruction.capitalised && !token.has(text::Token::capitalised)) return false;
  const auto& words = instruction.words;
  if (words.size() == 1) return words[0] == token.word;
  return std::binary_search(words.begin(), words.end(), token.word);
}

Simulation::Simulation() = default;
Simulation::~Simulation() = default;

Simulation::Place& Simulation::place_at(std::uint32_t position) {
  const std::size_t at = position - begin_;
  if (at >= places_.size()) places_.resize(at + 1);
  used_ = std::max(used_, static_cast<std::uint32_t>(at + 1));
  Place& place = places_[at];
  if (!place.asked) ask(place, position);
  return place;
}

// Where a match begins nothing is left out.
void Simulation::ask(Place& place, std::uint32_t position) {
  place.asked = true;
  const bool inside = position < size_;
  place.transparent = inside && position != begin_ && chart_->is_transparent(position);
  place.sibling = inside && position != begin_ ? chart_->skippable_sibling(position) : 0;
  place.window = !inside                              ? 0
                 : place.transparent || place.sibling ? Opening::anything
                                                      : word_bit((*tokens_)[position].word);
}

// A thread that waits for a word which is not here, and cannot go on to where it may be.
bool Simulation::is_hopeless(const Place& place, std::uint32_t state) const {
  const Instruction& instruction = automaton_->code[state];
  return instruction.op == Op::word && (instruction.bits & place.window) == 0;
}

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

// Without captures the order of threads says nothing: ways that consume nothing are followed at once.
void Simulation::reach(Place& place, std::uint32_t position, std::uint32_t state) {
  while (!is_hopeless(place, state) && is_new(position - begin_, state)) {
    const Instruction& instruction = automaton_->code[state];
    if (instruction.op != Op::split) return place.threads.push_back({state, none});
    reach(place, position, instruction.next);
    state = instruction.other;
  }
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
  Place& place = place_at(position);
  if (!capturing_) return reach(place, position, thread.state);
  if (is_hopeless(place, thread.state)) return;
  auto& threads = place.threads;
  if (!is_new(position - begin_, thread.state)) {
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

bool Simulation::avoided(const Automaton& sub, std::uint32_t position) {
  if (!inner_) inner_ = std::make_unique<Simulation>();
  return inner_->longest(sub, *tokens_, *chart_, position).has_value();
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
void Simulation::pass_on(const Thread& thread, std::uint32_t position) {
  const bool transparent = places_[position - begin_].transparent;
  const std::uint32_t sibling = places_[position - begin_].sibling;
  if (transparent) add(position + 1, thread);
  if (sibling) add(position + sibling, thread);
}

void Simulation::advance(std::uint32_t position, Thread thread) {
  const Instruction& instruction = automaton_->code[thread.state];
  const bool at_end = position >= size_;
  switch (instruction.op) {
    case Op::match:
      return take_match(position, thread.captures);
    case Op::split:
      add(position, {instruction.next, thread.captures});
      return add(position, {instruction.other, thread.captures});
    case Op::avoid:
      if (!avoided(automaton_->subs[instruction.sub], position)) add(position, {instruction.next, thread.captures});
      return;
    case Op::word:
      if (!at_end && accepts(instruction, (*tokens_)[position])) add(position + 1, {instruction.next, thread.captures});
      break;
    case Op::skip:
      if (!at_end && !chart_->stops_gap(position)) add(position + 1, {instruction.next, thread.captures});
      return;  // what may be skipped needs no transparency
    case Op::span: {
      hits_.clear();
      chart_->hits(*instruction.node, position, hits_);
      for (const Hit& hit : hits_)
        add(hit.end,
            {instruction.next, with_capture(thread.captures, {instruction.node, position, hit.end, hit.payload})});
      break;
    }
  }
  pass_on(thread, position);
}

void Simulation::clear() {
  const std::size_t bits = used_ * states_;
  std::fill_n(seen_.begin(), std::min(seen_.size(), (bits + 63) / 64), 0);
  for (std::uint32_t at = 0; at < used_; ++at) {
    places_[at].threads.clear();
    places_[at].asked = false;
  }
  used_ = 0;
  longest_.reset();
  matches_.clear();
  links_.clear();
}

void Simulation::simulate(std::uint32_t state, const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                          std::uint32_t begin) {
  clear();
  automaton_ = &automaton;
  tokens_ = &tokens;
  chart_ = &chart;
  begin_ = begin;
  size_ = tokens.size;
  states_ = automaton.code.size();
  if (automaton.code.empty()) return;
  add(begin, {state, none});
  for (std::uint32_t at = 0; at < used_; ++at)
    for (std::size_t i = 0; i < places_[at].threads.size(); ++i) advance(begin + at, places_[at].threads[i]);
}

std::optional<std::uint32_t> Simulation::longest(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                                 std::uint32_t begin) {
  return longest_from(static_cast<std::uint32_t>(automaton.code.size() - 1), automaton, tokens, chart, begin);
}

std::optional<std::uint32_t> Simulation::longest_from(std::uint32_t state, const Automaton& automaton,
                                                      const Tokens& tokens, const Chart& chart, std::uint32_t begin) {
  capturing_ = false;
  simulate(state, automaton, tokens, chart, begin);
  return longest_;
}

const std::vector<Match>& Simulation::run(const Automaton& automaton, const Tokens& tokens, const Chart& chart,
                                          std::uint32_t begin) {
  capturing_ = true;
  simulate(static_cast<std::uint32_t>(automaton.code.size() - 1), automaton, tokens, chart, begin);
  if (matches_.size() > 1)
    std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) { return a.end > b.end; });
  return matches_;
}

}  // namespace demarche::match
