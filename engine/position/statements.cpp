#include "engine/position/statements.hpp"

#include <algorithm>

#include "engine/position/order.hpp"

namespace demarche::position {

namespace {

constexpr std::int32_t days_of_a_reprint = 7;

// By date, undated last.
std::uint64_t day_of(const Entry& entry) {
  constexpr std::int64_t before_all = std::int64_t{1} << 31;
  return entry.date ? static_cast<std::uint64_t>(before_all + entry.date->days) : std::uint64_t{1} << 32;
}

// An entry's place in time.
struct Moment {
  std::uint64_t day = 0;
  const Entry* entry = nullptr;
};

// What a statement is a duplicate within, in its direction: those with equal keys are one piece.
struct Scope {
  std::uint64_t key = 0;
  std::uint32_t statement = 0;  // in the order of time
};

// The latest statement of each sentence and direction: a table of places whose number is a power of two, at most half
// of them taken, so that ten million entries are put together without sorting them.
class Sentences {
 public:
  explicit Sentences(std::size_t most) {
    std::size_t size = 16;
    while (size < 2 * most) size *= 2;
    places_.resize(size);
  }

  struct Place {
    std::uint64_t sentence = 0;
    std::uint32_t stance = 0;
    std::uint32_t latest = 0;  // a statement's number plus one; 0: none
  };
  Place& place_of(const Item& item) {
    const auto stance = static_cast<std::uint32_t>(item.stance);
    const std::size_t mask = places_.size() - 1;
    std::size_t at = (item.sentence ^ item.sentence >> 32 ^ stance) & mask;
    while (places_[at].latest != 0 && (places_[at].sentence != item.sentence || places_[at].stance != stance))
      at = (at + 1) & mask;
    places_[at].sentence = item.sentence;
    places_[at].stance = stance;
    return places_[at];
  }

 private:
  std::vector<Place> places_;
};

class Joiner {
 public:
  Joiner(const std::vector<Entry>& entries, const Options& options) : options_(options) {
    ordered_.reserve(entries.size());
    for (const Entry& entry : entries)
      if (options.counts(entry.item->kind)) ordered_.push_back({day_of(entry), &entry});
    sort_by_key(ordered_, [](const Moment& moment) { return moment.day; });
  }

  Statements join() && {
    join_reprints();
    list_statements();
    join_duplicates();
    return std::move(found_);
  }

 private:
  struct Joined {
    const Entry* anchor = nullptr;
    std::uint32_t entries = 0;
  };

  // The same sentence within seven days of its first appearance is one. Undated reprints cannot be told apart: one as
  // well.
  void join_reprints() {
    Sentences sentences(ordered_.size());
    joined_.reserve(ordered_.size());
    joined_of_.reserve(ordered_.size());
    for (const Moment& moment : ordered_) {
      auto& place = sentences.place_of(*moment.entry->item);
      if (place.latest == 0 || !reprints(*joined_[place.latest - 1].anchor, *moment.entry)) {
        joined_.push_back({moment.entry, 0});
        place.latest = static_cast<std::uint32_t>(joined_.size());
      }
      ++joined_[place.latest - 1].entries;
      joined_of_.push_back(place.latest - 1);
    }
  }

  static bool reprints(const Entry& anchor, const Entry& other) {
    if (anchor.date.has_value() != other.date.has_value()) return false;
    return !anchor.date || other.date->days - anchor.date->days <= days_of_a_reprint;
  }

  // A statement lies in the window when its first appearance does.
  void list_statements() {
    std::vector<std::uint32_t> next(joined_.size(), left_out);  // where its next entry goes
    std::uint32_t end = 0;
    found_.list.reserve(joined_.size());
    for (std::size_t i = 0; i < joined_.size(); ++i) {
      const auto& [anchor, count] = joined_[i];
      if (!options_.in_window(anchor->date)) {
        (anchor->date ? found_.outside_window : found_.undated) += count;
        continue;
      }
      scopes_.push_back({scope_of(*anchor), static_cast<std::uint32_t>(found_.list.size())});
      found_.list.push_back({end, end + count, 1});
      next[i] = end;
      end += count;
    }
    found_.entries.resize(end);
    for (std::size_t i = 0; i < ordered_.size(); ++i)
      if (auto& at = next[joined_of_[i]]; at != left_out) found_.entries[at++] = ordered_[i].entry;
    for (Statement& statement : found_.list) statement.syndicated = documents_of(statement);
  }

  std::uint32_t documents_of(const Statement& statement) {
    if (statement.end - statement.begin == 1) return 1;
    documents_.clear();
    for (auto i = statement.begin; i < statement.end; ++i) documents_.push_back(found_.entries[i]->ref.document);
    std::sort(documents_.begin(), documents_.end());
    return static_cast<std::uint32_t>(std::unique(documents_.begin(), documents_.end()) - documents_.begin());
  }

  void join_duplicates() {
    sort_by_key(scopes_, [](const Scope& scope) { return scope.key; });
    std::vector<Statement> list;
    std::vector<std::uint32_t> piece_of(scopes_.size(), left_out);  // by the number of its anchor in time
    list.reserve(scopes_.size());
    found_.pieces.reserve(scopes_.size());
    for (std::uint32_t i = 0; i < scopes_.size(); ++i) {
      if (i == 0 || scopes_[i].key != scopes_[i - 1].key) {
        piece_of[scopes_[i].statement] = static_cast<std::uint32_t>(found_.pieces.size());
        found_.pieces.push_back({i, i});
      }
      found_.pieces.back().end = i + 1;
      list.push_back(found_.list[scopes_[i].statement]);
    }
    found_.list = std::move(list);
    found_.by_time.reserve(found_.pieces.size());
    for (const auto piece : piece_of)
      if (piece != left_out) found_.by_time.push_back(piece);
  }

  // What a statement is a duplicate within: the window, its document, week, month or year. An undated one falls back to
  // the document.
  std::uint64_t scope_of(const Entry& anchor) const {
    constexpr std::uint64_t period = std::uint64_t{1} << 32;  // above all document numbers
    constexpr int stance_bits = 40;                           // above all periods
    const auto direction = static_cast<std::uint64_t>(anchor.item->stance) << stance_bits;
    if (options_.duplicates == Duplicates::none) return direction + scopes_.size();
    if (options_.duplicates == Duplicates::window) return direction + period;
    if (options_.duplicates == Duplicates::document || !anchor.date) return direction + anchor.ref.document;
    if (options_.duplicates == Duplicates::week)  // weeks begin on Monday
      return direction + period + static_cast<std::uint64_t>(std::int64_t{anchor.date->days} + 719162) / 7;
    const YearMonthDay day = split(*anchor.date);
    return direction + period +
           static_cast<std::uint64_t>(options_.duplicates == Duplicates::year ? day.year : day.year * 12 + day.month);
  }

  static constexpr std::uint32_t left_out = 0xFFFFFFFF;

  const Options& options_;
  std::vector<Moment> ordered_;           // all entries that count by kind, in the order of time; of one day by place
  std::vector<Joined> joined_;            // sentences with their reprints, by the time of their anchors
  std::vector<std::uint32_t> joined_of_;  // of each entry of `ordered_`
  std::vector<Scope> scopes_;             // of each statement in the window
  std::vector<std::uint32_t> documents_;  // of the statement that is looked at
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
