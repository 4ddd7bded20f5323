#include "engine/position/statements.hpp"

#include <algorithm>
#include <tuple>

namespace demarche::position {

namespace {

constexpr std::int32_t days_of_a_reprint = 7;

// The place of an entry in time: by date, undated last, then by its place in the corpus.
struct Moment {
  std::uint64_t day = 0;
  RecordRef ref;
  const Entry* entry = nullptr;
  explicit Moment(const Entry& from) : ref(from.ref), entry(&from) {
    constexpr std::int64_t before_all = std::int64_t{1} << 32;
    day = from.date ? static_cast<std::uint64_t>(before_all + from.date->days) : ~std::uint64_t{0};
  }
  friend bool operator<(const Moment& a, const Moment& b) { return std::tie(a.day, a.ref) < std::tie(b.day, b.ref); }
};

// Things with equal keys are put together. Sorting small plain keys is what ten million entries have time for.
struct Key {
  std::uint64_t value = 0;
  std::uint32_t stance = 0;
  std::uint32_t number = 0;  // of the entry, in the order of time
  friend bool operator<(const Key& a, const Key& b) {
    return std::tie(a.stance, a.value, a.number) < std::tie(b.stance, b.value, b.number);
  }
  bool same_group(const Key& other) const { return stance == other.stance && value == other.value; }
};

std::uint32_t count_documents(const std::vector<const Entry*>& entries, std::uint32_t begin, std::uint32_t end) {
  if (end - begin == 1) return 1;
  std::vector<std::uint32_t> documents;
  for (auto i = begin; i < end; ++i) documents.push_back(entries[i]->ref.document);
  std::sort(documents.begin(), documents.end());
  return static_cast<std::uint32_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

class Joiner {
 public:
  Joiner(const std::vector<Entry>& entries, const Options& options) : options_(options) {
    ordered_.reserve(entries.size());
    for (const Entry& entry : entries)
      if (options.counts(entry.item->kind)) ordered_.emplace_back(entry);
    if (!std::is_sorted(ordered_.begin(), ordered_.end())) std::sort(ordered_.begin(), ordered_.end());
  }

  Statements join() && {
    join_reprints();
    join_duplicates();
    return std::move(found_);
  }

 private:
  const Entry& entry(std::uint32_t number) const { return *ordered_[number].entry; }

  // The same sentence within seven days of its first appearance is one. Undated reprints cannot be told apart: one as
  // well.
  void join_reprints() {
    std::vector<Key> keys;
    keys.reserve(ordered_.size());
    for (std::uint32_t i = 0; i < ordered_.size(); ++i)
      keys.push_back({entry(i).item->sentence, static_cast<std::uint32_t>(entry(i).item->stance), i});
    std::sort(keys.begin(), keys.end());
    found_.entries.reserve(keys.size());
    found_.list.reserve(keys.size());
    scopes_.reserve(keys.size());
    statement_of_.resize(ordered_.size());
    for (std::size_t begin = 0; begin < keys.size();) {
      const Entry& anchor = entry(keys[begin].number);
      std::size_t end = begin + 1;
      while (end < keys.size() && keys[end].same_group(keys[begin]) && reprints(anchor, entry(keys[end].number))) ++end;
      add_statement(keys, begin, end);
      begin = end;
    }
  }

  static bool reprints(const Entry& anchor, const Entry& other) {
    if (anchor.date.has_value() != other.date.has_value()) return false;
    return !anchor.date || other.date->days - anchor.date->days <= days_of_a_reprint;
  }

  // A statement lies in the window when its first appearance does.
  void add_statement(const std::vector<Key>& keys, std::size_t begin, std::size_t end) {
    const auto count = static_cast<std::uint32_t>(end - begin);
    const Entry& anchor = entry(keys[begin].number);
    if (!options_.in_window(anchor.date)) {
      (anchor.date ? found_.outside_window : found_.undated) += count;
      return;
    }
    const auto first = static_cast<std::uint32_t>(found_.entries.size());
    for (auto i = begin; i < end; ++i) found_.entries.push_back(&entry(keys[i].number));
    found_.list.push_back({first, first + count, count_documents(found_.entries, first, first + count)});
    scopes_.push_back(scope_of(anchor, keys[begin].number));
    statement_of_[keys[begin].number] = static_cast<std::uint32_t>(found_.list.size() - 1);
  }

  void join_duplicates() {
    std::sort(scopes_.begin(), scopes_.end());
    std::vector<Statement> list;
    list.reserve(scopes_.size());
    found_.pieces.reserve(scopes_.size());
    for (std::uint32_t i = 0; i < scopes_.size(); ++i) {
      if (i == 0 || !scopes_[i].same_group(scopes_[i - 1])) found_.pieces.push_back({i, i});
      found_.pieces.back().end = i + 1;
      list.push_back(found_.list[statement_of_[scopes_[i].number]]);
    }
    found_.list = std::move(list);
  }

  // What a statement is a duplicate within: the window, its document, week, month or year. An undated one falls back to
  // the document.
  Key scope_of(const Entry& anchor, std::uint32_t number) const {
    constexpr std::uint64_t period = std::uint64_t{1} << 32;  // above all document numbers
    const auto stance = static_cast<std::uint32_t>(anchor.item->stance);
    auto key = [&](std::uint64_t value) { return Key{value, stance, number}; };
    if (options_.duplicates == Duplicates::none) return key(number);
    if (options_.duplicates == Duplicates::window) return key(period);
    if (options_.duplicates == Duplicates::document || !anchor.date) return key(anchor.ref.document);
    if (options_.duplicates == Duplicates::week)  // weeks begin on Monday
      return key(period + static_cast<std::uint64_t>(std::int64_t{anchor.date->days} + 719162) / 7);
    const YearMonthDay day = split(*anchor.date);
    return key(period + static_cast<std::uint64_t>(
                            options_.duplicates == Duplicates::year ? day.year : day.year * 12 + day.month));
  }

  const Options& options_;
  std::vector<Moment> ordered_;              // all entries that count by kind
  std::vector<Key> scopes_;                  // of each statement; its number is that of its anchor in `ordered_`
  std::vector<std::uint32_t> statement_of_;  // by the number of its anchor
  Statements found_;
};

}  // namespace

bool is_better_quote(const Entry& a, const Entry& b) {
  if (a.item->score != b.item->score) return a.item->score > b.item->score;
  if (a.item->strength != b.item->strength) return a.item->strength > b.item->strength;
  return a.ref < b.ref;
}

Statements put_together(const std::vector<Entry>& entries, const Options& options) {
  return Joiner(entries, options).join();
}

}  // namespace demarche::position
