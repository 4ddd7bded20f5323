#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/evidence/record.hpp"

namespace demarche::position {

// One record as aggregation needs it: 24 bytes, so that ten million fit into memory.
struct Item {
  std::uint64_t sentence = 0;  // hash of the sentence's words: the same sentence elsewhere has the same
  std::uint32_t document = 0;  // into Tally::documents
  std::uint32_t record = 0;    // into that document's records
  float score = 0;
  std::uint32_t claimant : 24 = 0;  // name index
  evidence::Stance stance : 2 = {};
  evidence::Strength strength : 2 = {};
  evidence::Mode mode : 2 = {};
  evidence::Kind kind : 2 = {};
};

struct TallyDocument {
  std::string id;
  std::optional<Date> date;
  std::uint32_t source = 0;  // name index
  // Half-open ranges of the tally's lists; Tally::covered and Tally::together give what lies there.
  std::uint32_t covered_begin = 0, covered_end = 0;
  std::uint32_t together_begin = 0, together_end = 0;
};

// What many documents gave, ready to be counted. `merge` is associative and commutative up to the order of documents, and
// that order has no effect on a matrix: build_matrix sorts by document id.
class Tally {
 public:
  using Cell = std::pair<std::uint32_t, std::uint32_t>;  // actor, issue: name indices

  void add(const evidence::DocumentResult& result);
  void merge(const Tally& other);

  const std::deque<TallyDocument>& documents() const { return documents_; }
  // The actors that a document is by, or names; sorted, each once.
  std::span<const std::uint32_t> covered(const TallyDocument& document) const {
    return std::span(covered_).subspan(document.covered_begin, document.covered_end - document.covered_begin);
  }
  // Actor and issue in one sentence.
  std::span<const Cell> together(const TallyDocument& document) const {
    return std::span(together_).subspan(document.together_begin, document.together_end - document.together_begin);
  }
  const std::map<Cell, std::vector<Item>>& cells() const { return cells_; }
  const std::string& name(std::uint32_t index) const { return *names_[index]; }
  // `unknown` when nothing has that name.
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  std::uint32_t find(std::string_view name) const;

 private:
  // Finds a name without making a string of it.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  // Where the items of a cell are, found by one multiplication: a slot of a table whose size is a power of two.
  struct Slot {
    Cell cell;
    std::vector<Item>* items = nullptr;  // a value of cells_, which stays; null: the slot is free
  };

  std::uint32_t intern(std::string_view name);
  std::vector<Item>& items_of(Cell cell);
  Slot& slot_of(Cell cell);
  void widen();

  std::deque<TallyDocument> documents_;
  std::vector<std::uint32_t> covered_;
  std::vector<Cell> together_;
  std::map<Cell, std::vector<Item>> cells_;
  std::vector<Slot> slots_;  // at most half of them taken
  std::vector<std::vector<Item>*> targets_;  // of the document that is being added
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
  std::vector<const std::string*> names_;  // keys of index_, whose nodes do not move

 public:
  Tally() = default;
  Tally(Tally&&) = default;
  Tally& operator=(Tally&&) = default;
  Tally(const Tally&) = delete;  // names_ points into index_
  Tally& operator=(const Tally&) = delete;
};

// The hash of a sentence for finding reprints: letters and digits only, ASCII capitals lowered, so that quote styles, spaces
// and a full stop more or less do not hide a reprint.
std::uint64_t sentence_hash(std::string_view sentence);

}  // namespace demarche::position
