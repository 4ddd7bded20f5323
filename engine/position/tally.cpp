#include "engine/position/tally.hpp"

#include <algorithm>
#include <array>
#include <cmath>
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

}  // namespace

// Eight bytes at a time: a sentence is hashed for every piece of evidence.
std::uint64_t sentence_hash(std::string_view sentence) {
  std::uint64_t hash = 14695981039346656037ull;
  std::uint64_t word = 0;
  unsigned bits = 0;
  for (const char c : sentence) {
    const std::uint64_t byte = hashed_bytes[static_cast<unsigned char>(c)];
    const unsigned shift = byte == 0 ? 0 : 8;
    word = word << shift | byte;
    bits += shift;
    if (bits < 64) continue;
    hash = mixed(hash, word);
    word = 0;
    bits = 0;
  }
  return mixed(mixed(hash, word), bits);
}

std::uint32_t Tally::intern(std::string_view name) {
  constexpr std::size_t most_names = std::size_t{1} << 24;  // Item::claimant has 24 bits
  const auto found = index_.find(name);
  if (found != index_.end()) return found->second;
  if (names_.size() == most_names) throw std::length_error("more than 16 million names of actors, issues and sources");
  const auto place = index_.emplace(std::string(name), static_cast<std::uint32_t>(names_.size())).first;
  names_.push_back(&place->first);
  return place->second;
}

std::uint32_t Tally::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? unknown : found->second;
}

std::vector<Item>& Tally::items_of(Cell cell) {
  if (cells_.size() * 2 >= slots_.size()) widen();
  Slot& slot = slot_of(cell);
  if (!slot.items) slot = {cell, &cells_[cell]};
  return *slot.items;
}

Tally::Slot& Tally::slot_of(Cell cell) {
  const std::uint64_t key = std::uint64_t{cell.first} << 32 | cell.second;
  std::size_t at = mixed(0, key) & (slots_.size() - 1);
  while (slots_[at].items && slots_[at].cell != cell) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void Tally::widen() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
  for (auto& [cell, items] : cells_) slot_of(cell) = {cell, &items};
}

// As evidence.jsonl writes it, so that a table of stored evidence is the table of the run.
float rounded(double score) { return static_cast<float>(std::round(score * 1000) / 1000); }

void Tally::add(const evidence::DocumentResult& result) {
  const auto number = static_cast<std::uint32_t>(documents_.size());
  TallyDocument document{result.doc, result.date, intern(result.source)};
  document.covered_begin = static_cast<std::uint32_t>(covered_.size());
  document.together_begin = static_cast<std::uint32_t>(together_.size());
  for (const auto& actor : result.mentioned) covered_.push_back(intern(actor));
  for (const auto& actor : result.speaking) covered_.push_back(intern(actor));
  for (const auto& [actor, issue] : result.issue_mentions) together_.emplace_back(intern(actor), intern(issue));
  const std::uint32_t nobody = intern("");
  std::uint32_t actor = nobody;
  targets_.clear();
  for (std::uint32_t i = 0; i < result.records.size(); ++i) {
    const evidence::Record& record = result.records[i];
    // One speaker after the other: most records are of the actor before them.
    if (record.actor != name(actor)) actor = intern(record.actor);
    // A record's holder is covered, whether or not the mention list knows it (a role, "we").
    covered_.push_back(actor);
    targets_.push_back(&items_of({actor, intern(record.issue)}));
    __builtin_prefetch(targets_.back());
  }
  // With millions of items each cell's list lies somewhere else: all are asked for before the first is waited for.
  for (const auto* target : targets_) __builtin_prefetch(target->data() + target->size(), 1);
  for (std::uint32_t i = 0; i < result.records.size(); ++i) {
    const evidence::Record& record = result.records[i];
    Item& item = targets_[i]->emplace_back();
    item.sentence = sentence_hash(record.sentence);
    item.document = number;
    item.record = i;
    item.score = rounded(record.score);
    item.claimant = (record.claimant.empty() ? nobody : intern(record.claimant)) & 0xFFFFFF;
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
  for (const std::string* name : other.names_) renamed.push_back(intern(*name));
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
    auto& mine = items_of({renamed[cell.first], renamed[cell.second]});
    mine.reserve(mine.size() + items.size());
    for (Item item : items) {
      item.document += shift;
      item.claimant = renamed[item.claimant] & 0xFFFFFF;
      mine.push_back(item);
    }
  }
}

}  // namespace demarche::position
