#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/evidence/record.hpp"

namespace demarche::position {

// One record as aggregation needs it: small, so that ten million fit into memory.
struct Item {
  std::uint32_t document = 0;  // into Tally::documents
  std::uint32_t record = 0;    // into that document's records
  std::uint32_t claimant = 0;  // name index
  float score = 0;
  std::uint64_t sentence = 0;  // hash of the sentence's words: the same sentence elsewhere has the same
  evidence::Stance stance{};
  evidence::Strength strength{};
  evidence::Mode mode{};
  evidence::Kind kind{};
};

struct TallyDocument {
  std::string id;
  std::optional<Date> date;
  std::uint32_t source = 0;                                           // name index
  std::vector<std::uint32_t> covered;                                 // actors that it is by, or names
  std::vector<std::pair<std::uint32_t, std::uint32_t>> together;      // actor and issue in one sentence
};

// What many documents gave, ready to be counted. `merge` is associative and commutative up to the order of documents, and
// that order has no effect on a matrix: build_matrix sorts by document id.
class Tally {
 public:
  using Cell = std::pair<std::uint32_t, std::uint32_t>;  // actor, issue: name indices

  void add(const evidence::DocumentResult& result);
  void merge(const Tally& other);

  const std::vector<TallyDocument>& documents() const { return documents_; }
  const std::map<Cell, std::vector<Item>>& cells() const { return cells_; }
  const std::string& name(std::uint32_t index) const { return *names_[index]; }
  // `unknown` when nothing has that name.
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  std::uint32_t find(std::string_view name) const;

 private:
  std::uint32_t intern(std::string_view name);

  std::vector<TallyDocument> documents_;
  std::map<Cell, std::vector<Item>> cells_;
  std::map<std::string, std::uint32_t, std::less<>> index_;
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
