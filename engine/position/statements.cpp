#include "engine/position/statements.hpp"

#include <algorithm>
#include <tuple>

namespace demarche::position {

namespace {

constexpr std::int32_t days_of_a_reprint = 7;

// By date, undated last, then by place. It is the order of `ordered_` below, where indices stand for it.
bool is_earlier(const Entry* a, const Entry* b) {
  if (a->date && b->date) return std::tie(*a->date, a->ref) < std::tie(*b->date, b->ref);
  if (a->date.has_value() != b->date.has_value()) return a->date.has_value();
  return a->ref < b->ref;
}

// Things with equal keys are put together. Sorting small plain keys is what ten million entries have time for.
struct Key {
  std::uint64_t value = 0;
  std::uint32_t stance = 0;
  std::uint32_t number = 0;  // of the entry or statement, in the order of time
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
      if (options.counts(entry.item->kind)) ordered_.push_back(&entry);
    if (!std::is_sorted(ordered_.begin(), ordered_.end(), is_earlier))
      std::sort(ordered_.begin(), ordered_.end(), is_earlier);
  }

  Statements join() && {
    join_reprints();
    join_duplicates();
    return std::move(found_);
  }

 private:
  // The same sentence within seven days of its first appearance is one. Undated reprints cannot be told apart: one as well.
  void join_reprints() {
    std::vector<Key> keys;
    keys.reserve(ordered_.size());
    for (std::uint32_t i = 0; i < ordered_.size(); ++i)
      keys.push_back({ordered_[i]->item->sentence, static_cast<std::uint32_t>(ordered_[i]->item->stance), i});
    std::sort(keys.begin(), keys.end());
    found_.entries.reserve(keys.size());
    for (std::size_t begin = 0; begin < keys.size();) {
      const Entry& anchor = *ordered_[keys[begin].number];
      std::size_t end = begin + 1;
      while (end < keys.size() && keys[end].same_group(keys[begin]) && reprints(anchor, *ordered_[keys[end].number])) ++end;
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
    const Entry& anchor = *ordered_[keys[begin].number];
    if (!options_.in_window(anchor.date)) {
      (anchor.date ? found_.outside_window : found_.undated) += count;
      return;
    }
    const auto first = static_cast<std::uint32_t>(found_.entries.size());
    for (auto i = begin; i < end; ++i) found_.entries.push_back(ordered_[keys[i].number]);
    found_.list.push_back({first, first + count, count_documents(found_.entries, first, first + count)});
  }

  void join_duplicates() {
    std::sort(found_.list.begin(), found_.list.end(), [&](const Statement& a, const Statement& b) {
      return is_earlier(&found_.anchor(a), &found_.anchor(b));
    });
    std::vector<Key> keys;
    keys.reserve(found_.list.size());
    for (std::uint32_t i = 0; i < found_.list.size(); ++i) keys.push_back(scope_of(i));
    std::sort(keys.begin(), keys.end());
    std::vector<Statement> list;
    list.reserve(keys.size());
    found_.pieces.reserve(keys.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
      if (i == 0 || !keys[i].same_group(keys[i - 1])) found_.pieces.push_back({i, i});
      found_.pieces.back().end = i + 1;
      list.push_back(found_.list[keys[i].number]);
    }
    found_.list = std::move(list);
  }

  // What a statement is a duplicate within: the window, its document, week, month or year. An undated one falls back to the
  // document.
  Key scope_of(std::uint32_t number) const {
    constexpr std::uint64_t period = std::uint64_t{1} << 32;  // above all document numbers
    const Entry& anchor = found_.anchor(found_.list[number]);
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
  std::vector<const Entry*> ordered_;  // by time
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
