#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

// Names by number, in the order in which they came.
class Names {
 public:
  static constexpr std::uint32_t free = 0xFFFFFFFF;
  std::uint32_t intern(std::string_view name);
  std::uint32_t find(std::string_view name) const;  // `free` when it is not among them
  const std::string& operator[](std::uint32_t number) const { return names_[number]; }
  const std::deque<std::string>& all() const { return names_; }

 private:
  // A table whose size is a power of two, at most half of it taken: names are looked up several times for each record.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = free;
  };
  static std::uint32_t hash_of(std::string_view name);
  std::size_t place_of(std::string_view name, std::uint32_t hash) const;
  void widen();

  std::deque<std::string> names_;
  std::vector<Slot> slots_;
};

// What many documents gave, ready to be counted. `merge` is associative and commutative up to the order of documents,
// and that order has no effect on a matrix: build_matrix sorts by document id.
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
  struct Items {
    Cell cell;
    std::vector<Item> list;
  };
  // Of every cell that has some, in the order in which the cells came.
  const std::vector<Items>& cells() const { return cells_; }
  // Of one cell; null when it has none.
  const std::vector<Item>* items_of(Cell cell) const;
  const std::string& name(std::uint32_t index) const { return names_[index]; }
  // `unknown` when nothing has that name.
  static constexpr std::uint32_t unknown = Names::free;
  std::uint32_t find(std::string_view name) const { return names_.find(name); }

 private:
  // Where the items of a cell are, found by one multiplication: a slot of a table whose size is a power of two.
  struct Slot {
    Cell cell;
    std::uint32_t number = unknown;  // into cells_; unknown: the slot is free
  };

  std::uint32_t number_of(Cell cell);
  std::size_t slot_of(Cell cell) const;
  void widen();

  std::deque<TallyDocument> documents_;
  std::vector<std::uint32_t> covered_;
  std::vector<Cell> together_;
  std::vector<Items> cells_;
  std::vector<Slot> slots_;             // at most half of them taken
  std::vector<std::uint32_t> targets_;  // into cells_, of the document that is being added
  Names names_;
};

// The hash of a sentence for finding reprints: letters and digits only, ASCII capitals lowered, so that quote styles,
// spaces and a full stop more or less do not hide a reprint.
std::uint64_t sentence_hash(std::string_view sentence);

}  // namespace demarche::position
