#include "engine/position/tally.hpp"

#include <algorithm>
#include <cmath>

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
  const auto found = index_.find(name);
  if (found != index_.end()) return found->second;
  const auto [place, added] = index_.emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
  names_.push_back(&place->first);
  return place->second;
}

std::uint32_t Tally::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? unknown : found->second;
}

// As evidence.jsonl writes it, so that a table of stored evidence is the table of the run.
float rounded(double score) { return static_cast<float>(std::round(score * 1000) / 1000); }

void Tally::add(const evidence::DocumentResult& result) {
  const auto number = static_cast<std::uint32_t>(documents_.size());
  TallyDocument document{result.doc, result.date, intern(result.source), {}, {}};
  for (const auto& actor : result.mentioned) document.covered.push_back(intern(actor));
  for (const auto& actor : result.speaking) document.covered.push_back(intern(actor));
  for (const auto& [actor, issue] : result.issue_mentions) document.together.emplace_back(intern(actor), intern(issue));
  for (std::uint32_t i = 0; i < result.records.size(); ++i) {
    const evidence::Record& record = result.records[i];
    // A record's holder is covered, whether or not the mention list knows it (a role, "we").
    document.covered.push_back(intern(record.actor));
    cells_[{document.covered.back(), intern(record.issue)}].push_back(
        {number, i, intern(record.claimant), rounded(record.score), sentence_hash(record.sentence), record.stance,
         record.strength, record.mode, record.kind});
  }
  std::sort(document.covered.begin(), document.covered.end());
  document.covered.erase(std::unique(document.covered.begin(), document.covered.end()), document.covered.end());
  documents_.push_back(std::move(document));
}

void Tally::merge(const Tally& other) {
  std::vector<std::uint32_t> renamed;
  for (const std::string* name : other.names_) renamed.push_back(intern(*name));
  const auto shift = static_cast<std::uint32_t>(documents_.size());
  for (TallyDocument document : other.documents_) {
    document.source = renamed[document.source];
    for (auto& actor : document.covered) actor = renamed[actor];
    for (auto& [actor, issue] : document.together) {
      actor = renamed[actor];
      issue = renamed[issue];
    }
    std::sort(document.covered.begin(), document.covered.end());
    documents_.push_back(std::move(document));
  }
  for (const auto& [cell, items] : other.cells_) {
    auto& mine = cells_[{renamed[cell.first], renamed[cell.second]}];
    for (Item item : items) {
      item.document += shift;
      item.claimant = renamed[item.claimant];
      mine.push_back(item);
    }
  }
}

}  // namespace demarche::position
