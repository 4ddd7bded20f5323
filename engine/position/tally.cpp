#include "engine/position/tally.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace demarche::position {

std::uint64_t sentence_hash(std::string_view sentence) {
  std::uint64_t hash = 14695981039346656037ull;  // FNV-1a
  for (const char c : sentence) {
    const auto byte = static_cast<unsigned char>(c);
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool word = upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0xC3;
    // Bytes from 0xC3 lead letters of other scripts; 0x80..0xC2 are continuations and Latin-1 signs. Typographic quotes and
    // dashes (E2 80 xx) lead with E2 and are left out.
    if (!word || byte == 0xE2) continue;
    hash = (hash ^ (upper ? byte + 32u : byte)) * 1099511628211ull;
  }
  return hash;
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
  auto& items = quick_[std::uint64_t{cell.first} << 32 | cell.second];
  if (!items) items = &cells_[cell];
  return *items;
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
  for (std::uint32_t i = 0; i < result.records.size(); ++i) {
    const evidence::Record& record = result.records[i];
    // A record's holder is covered, whether or not the mention list knows it (a role, "we").
    covered_.push_back(intern(record.actor));
    Item& item = items_of({covered_.back(), intern(record.issue)}).emplace_back();
    item.sentence = sentence_hash(record.sentence);
    item.document = number;
    item.record = i;
    item.score = rounded(record.score);
    item.claimant = intern(record.claimant) & 0xFFFFFF;
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
