#include "engine/position/tally.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace demarche::position {

namespace {

// What a byte gives to the hash of a sentence: nothing, or itself, ASCII capitals lowered. Bytes from 0xC3 lead letters
// of other scripts; 0x80..0xC2 are continuations and Latin-1 signs. Typographic quotes and dashes (E2 80 xx) lead with
// E2 and are left out.
constexpr std::array<std::uint8_t, 256> hashed_bytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool word =
        upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 0xC3 && byte != 0xE2);
    if (word) bytes[byte] = static_cast<std::uint8_t>(upper ? byte + 32 : byte);
  }
  return bytes;
}();

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
  return hash ^ (hash >> 32);
}

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

}  // namespace

// A sentence is hashed for every piece of evidence: the bytes that count are written side by side, which needs no
// branch, and then taken eight at a time.
std::uint64_t sentence_hash(std::string_view sentence) {
  constexpr std::size_t block = 256;
  std::uint64_t hash = 14695981039346656037ull;
  std::array<char, block + 8> kept;
  std::size_t count = 0;
  std::size_t all = 0;
  for (std::size_t begin = 0; begin < sentence.size(); begin += block) {
    for (const char c : sentence.substr(begin, block)) {
      const std::uint8_t byte = hashed_bytes[static_cast<unsigned char>(c)];
      kept[count] = static_cast<char>(byte);
      count += byte != 0;
    }
    std::size_t at = 0;
    for (; at + 8 <= count; at += 8) hash = mixed(hash, word_at(kept.data() + at));
    all += at;
    std::copy(kept.begin() + static_cast<std::ptrdiff_t>(at), kept.begin() + static_cast<std::ptrdiff_t>(count),
              kept.begin());
    count -= at;
  }
  std::fill(kept.begin() + static_cast<std::ptrdiff_t>(count), kept.begin() + 8, '\0');
  return mixed(mixed(hash, word_at(kept.data())), all + count);
}

std::uint32_t Names::intern(std::string_view name) {
  constexpr std::size_t most_names = std::size_t{1} << 24;  // Item::claimant has 24 bits
  if (names_.size() * 2 >= slots_.size()) widen();
  Slot& slot = slots_[place_of(name, hash_of(name))];
  if (slot.number != free) return slot.number;
  if (names_.size() == most_names) throw std::length_error("more than 16 million names of actors, issues and sources");
  slot = {hash_of(name), static_cast<std::uint32_t>(names_.size())};
  names_.emplace_back(name);
  return slot.number;
}

std::uint32_t Names::find(std::string_view name) const {
  return slots_.empty() ? free : slots_[place_of(name, hash_of(name))].number;
}

// Names are short: eight bytes at a time, and the rest.
std::uint32_t Names::hash_of(std::string_view name) {
  std::uint64_t hash = name.size();
  for (; name.size() >= 8; name.remove_prefix(8)) hash = mixed(hash, word_at(name.data()));
  std::uint64_t rest = 0;
  for (const char c : name) rest = rest << 8 | static_cast<unsigned char>(c);
  return static_cast<std::uint32_t>(mixed(hash, rest));
}

std::size_t Names::place_of(std::string_view name, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != free && (slots_[at].hash != hash || names_[slots_[at].number] != name))
    at = (at + 1) & mask;
  return at;
}

void Names::widen() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    const std::uint32_t hash = hash_of(names_[number]);
    slots_[place_of(names_[number], hash)] = {hash, number};
  }
}

std::uint32_t Tally::number_of(Cell cell) {
  if (cells_.size() * 2 >= slots_.size()) widen();
  Slot& slot = slots_[slot_of(cell)];
  if (slot.number != unknown) return slot.number;
  slot = {cell, static_cast<std::uint32_t>(cells_.size())};
  cells_.push_back({cell, {}});
  return slot.number;
}

const std::vector<Item>* Tally::items_of(Cell cell) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(cell)];
  return slot.number == unknown ? nullptr : &cells_[slot.number].list;
}

std::size_t Tally::slot_of(Cell cell) const {
  const std::uint64_t key = std::uint64_t{cell.first} << 32 | cell.second;
  std::size_t at = mixed(0, key) & (slots_.size() - 1);
  while (slots_[at].number != unknown && slots_[at].cell != cell) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void Tally::widen() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
  for (std::uint32_t number = 0; number < cells_.size(); ++number)
    slots_[slot_of(cells_[number].cell)] = {cells_[number].cell, number};
}

// As evidence.jsonl writes it, so that a table of stored evidence is the table of the run.
float rounded(double score) { return static_cast<float>(std::round(score * 1000) / 1000); }

void Tally::add(const evidence::DocumentResult& result) {
  const auto number = static_cast<std::uint32_t>(documents_.size());
  TallyDocument document{result.doc, result.date, names_.intern(result.source)};
  document.covered_begin = static_cast<std::uint32_t>(covered_.size());
  document.together_begin = static_cast<std::uint32_t>(together_.size());
  for (const auto& actor : result.mentioned) covered_.push_back(names_.intern(actor));
  for (const auto& actor : result.speaking) covered_.push_back(names_.intern(actor));
  for (const auto& [actor, issue] : result.issue_mentions)
    together_.emplace_back(names_.intern(actor), names_.intern(issue));
  const std::uint32_t nobody = names_.intern("");
  std::uint32_t actor = nobody;
  targets_.clear();
  for (std::uint32_t i = 0; i < result.records.size(); ++i) {
    const evidence::Record& record = result.records[i];
    // One speaker after the other: most records are of the actor before them.
    if (record.actor != name(actor)) actor = names_.intern(record.actor);
    // A record's holder is covered, whether or not the mention list knows it (a role, "we").
    covered_.push_back(actor);
    targets_.push_back(number_of({actor, names_.intern(record.issue)}));
    __builtin_prefetch(&cells_[targets_.back()]);
    __builtin_prefetch(record.sentence.data());
  }
  // With millions of items each cell's list lies somewhere else: all are asked for before the first is waited for.
  for (const auto target : targets_) __builtin_prefetch(cells_[target].list.data() + cells_[target].list.size(), 1);
  for (std::uint32_t i = 0; i < result.records.size(); ++i) {
    const evidence::Record& record = result.records[i];
    Item& item = cells_[targets_[i]].list.emplace_back();
    item.sentence = sentence_hash(record.sentence);
    item.document = number;
    item.record = i;
    item.score = rounded(record.score);
    item.claimant = (record.claimant.empty() ? nobody : names_.intern(record.claimant)) & 0xFFFFFF;
    item.stance = record.stance;
    item.strength = record.strength;
    item.mode = record.mode;
    item.kind = record.kind;
  }
  const auto begin = covered_.begin() + document.covered_begin;
  std::sort(begin, covered_.end());
  covered_.erase(std::unique(begin, covered_.end()), covered_.end());
  document.covered_end = static_cast<std::uint32_t>(covered_.size());
  document.together_end = static_cast<std::uint32_t>(together_.size());
  documents_.push_back(std::move(document));
}

void Tally::merge(const Tally& other) {
  std::vector<std::uint32_t> renamed;
  for (const std::string& name : other.names_.all()) renamed.push_back(names_.intern(name));
  const auto shift = static_cast<std::uint32_t>(documents_.size());
  for (TallyDocument document : other.documents_) {
    document.source = renamed[document.source];
    const auto covered = other.covered(document);
    const auto together = other.together(document);
    document.covered_begin = static_cast<std::uint32_t>(covered_.size());
    document.together_begin = static_cast<std::uint32_t>(together_.size());
    for (const auto actor : covered) covered_.push_back(renamed[actor]);
    for (const auto& [actor, issue] : together) together_.emplace_back(renamed[actor], renamed[issue]);
    std::sort(covered_.begin() + document.covered_begin, covered_.end());
    document.covered_end = static_cast<std::uint32_t>(covered_.size());
    document.together_end = static_cast<std::uint32_t>(together_.size());
    documents_.push_back(std::move(document));
  }
  for (const auto& [cell, items] : other.cells_) {
    auto& mine = cells_[number_of({renamed[cell.first], renamed[cell.second]})].list;
    mine.reserve(mine.size() + items.size());
    for (Item item : items) {
      item.document += shift;
      item.claimant = renamed[item.claimant] & 0xFFFFFF;
      mine.push_back(item);
    }
  }
}

}  // namespace demarche::position
