#include "engine/text/vocabulary.hpp"

#include <cstring>

namespace demarche::text {

Vocabulary::Vocabulary() : words_(1), slots_(1024) {}

namespace {

// Up to seven bytes as a number, by loads of fixed size: a copy of unknown length would be a call.
std::uint64_t rest_of(const char* data, std::size_t size) {
  if (size >= 4) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, data, 4);
    std::memcpy(&last, data + size - 4, 4);
    return (std::uint64_t{last} << 32) | first;
  }
  if (size == 0) return 0;
  auto byte = [data](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(data[at])}; };
  return byte(0) | (byte(size / 2) << 8) | (byte(size - 1) << 16);
}

// Most words are short: compared like this they need no call.
bool same_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.size() > 16) return a == b;
  auto eight = [](const char* data) {
    std::uint64_t block = 0;
    std::memcpy(&block, data, 8);
    return block;
  };
  if (a.size() < 8) return rest_of(a.data(), a.size()) == rest_of(b.data(), b.size());
  const std::size_t last = a.size() - 8;
  return eight(a.data()) == eight(b.data()) && eight(a.data() + last) == eight(b.data() + last);
}

}  // namespace

// Eight bytes a step; words are short, so this is two or three multiplications.
std::uint32_t Vocabulary::hash(std::string_view word) {
  std::uint64_t state = 0x9E3779B97F4A7C15ull ^ word.size();
  std::size_t at = 0;
  auto mix = [&state](std::uint64_t block) {
    state = (state ^ block) * 0xFF51AFD7ED558CCDull;
    state ^= state >> 32;
  };
  for (; at + 8 <= word.size(); at += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, word.data() + at, 8);
    mix(block);
  }
  mix(rest_of(word.data() + at, word.size() - at));
  return static_cast<std::uint32_t>(state);
}

WordId Vocabulary::find(std::string_view word) const {
  std::uint32_t h = hash(word);
  std::size_t mask = slots_.size() - 1;
  for (std::size_t at = h & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == unknown_word) return unknown_word;
    if (slot.hash == h && same_text(words_[slot.id], word)) return slot.id;
  }
}

WordId Vocabulary::intern(std::string_view word) {
  if (WordId known = find(word)) return known;
  if (words_.size() * 2 > slots_.size()) grow();
  auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(word);
  std::uint32_t h = hash(word);
  std::size_t mask = slots_.size() - 1;
  std::size_t at = h & mask;
  while (slots_[at].id != unknown_word) at = (at + 1) & mask;
  slots_[at] = {h, id};
  return id;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == unknown_word) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != unknown_word) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace demarche::text
