#include "engine/position/build_matrix.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_set>

#include "engine/position/fill_cell.hpp"

namespace demarche::position {

namespace {

// A group of nearly all states (the UN) speaks for none of them in particular.
constexpr double largest_share_of_states = 0.75;

class Builder {
 public:
  Builder(const Tally& tally, const Layout& layout, const Options& options, const lexicon::ActorTable& actors)
      : tally_(tally), options_(options), actors_(actors), counted_(counted_documents()) {
    matrix_.id = layout.id;
    matrix_.title = layout.title;
    matrix_.options = options;
    matrix_.rows = layout.rows.empty() && layout.every_row ? actors_seen() : layout.rows;
    matrix_.columns = layout.columns.empty() ? issues_seen() : layout.columns;
    matrix_.cells.resize(matrix_.rows.size() * matrix_.columns.size());
  }

  Matrix build() && {
    rank_documents();
    count_coverage();
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row)
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) fill(row, column);
    roll_up();
    return std::move(matrix_);
  }

 private:
  // Whether a document whose source counts has a record of the cell.
  bool is_seen(const std::vector<Item>& items) const {
    return options_.sources.empty() ||
           std::any_of(items.begin(), items.end(), [&](const Item& item) { return counted_[item.document]; });
  }

  std::vector<Head> actors_seen() const {
    std::set<std::string> ids;
    for (const auto& [cell, items] : tally_.cells())
      if (is_seen(items)) ids.insert(tally_.name(cell.first));
    std::vector<Head> heads;
    for (const auto& id : ids) {
      const auto actor = actors_.find(id);
      heads.push_back({id, actor == lexicon::none ? id : actors_.actors[actor].name});
    }
    return heads;
  }

  std::vector<Head> issues_seen() const {
    std::set<std::string> ids;
    for (const auto& [cell, items] : tally_.cells())
      if (is_seen(items)) ids.insert(tally_.name(cell.second));
    std::vector<Head> heads;
    for (const auto& id : ids) heads.push_back({id, id});
    return heads;
  }

  // Whether a document is looked at, by its source; of each document of the tally.
  std::vector<bool> counted_documents() const {
    const auto& documents = tally_.documents();
    std::vector<bool> counted(documents.size(), true);
    if (options_.sources.empty()) return counted;
    for (std::size_t i = 0; i < documents.size(); ++i)
      counted[i] = options_.counts_source(tally_.name(documents[i].source));
    return counted;
  }

  void rank_documents() {
    const auto& documents = tally_.documents();
    std::vector<std::uint32_t> order(documents.size());
    std::iota(order.begin(), order.end(), 0u);
    auto by_id = [&](std::uint32_t a, std::uint32_t b) { return documents[a].id < documents[b].id; };
    if (!std::is_sorted(order.begin(), order.end(), by_id)) std::sort(order.begin(), order.end(), by_id);
    known_.resize(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
      const auto& document = documents[order[place]];
      known_[order[place]] = {document.date, place, document.source, counted_[order[place]]};
    }
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (counted_[i] && documents[i].date && options_.in_window(documents[i].date))
        today_ = std::max(today_, *documents[i].date);
    if (options_.window.to) today_ = *options_.window.to;
  }

  void count_coverage() {
    const auto& documents = tally_.documents();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (!counted_[i] || !options_.in_window(documents[i].date)) continue;
      for (const auto actor : tally_.covered(documents[i])) {
        if (actor >= covering_.size()) covering_.resize(actor + 1);
        ++covering_[actor];
      }
      for (const auto& pair : tally_.together(documents[i]))
        together_.insert(std::uint64_t{pair.first} << 32 | pair.second);
    }
  }

  std::vector<Entry> entries_of(std::uint32_t actor, std::uint32_t issue) const {
    std::vector<Entry> entries;
    const auto* found = tally_.items_of({actor, issue});
    if (!found) return entries;
    const auto& items = *found;
    entries.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      // The documents of a cell lie far apart: they are asked for before they are needed.
      if (i + read_ahead < items.size()) __builtin_prefetch(&known_[items[i + read_ahead].document]);
      const Item& item = items[i];
      const Known& document = known_[item.document];
      if (document.counted) entries.push_back({&item, {document.rank, item.record}, document.date, document.source});
    }
    auto by_place = [](const Entry& a, const Entry& b) { return a.ref < b.ref; };
    if (!std::is_sorted(entries.begin(), entries.end(), by_place)) std::sort(entries.begin(), entries.end(), by_place);
    return entries;
  }

  void fill(std::size_t row, std::size_t column) {
    Cell& cell = matrix_.at(row, column);
    const auto actor = tally_.find(matrix_.rows[row].id);
    if (actor == Tally::unknown) return;
    const auto issue = tally_.find(matrix_.columns[column].id);
    cell.covering = actor < covering_.size() ? covering_[actor] : 0;
    if (cell.covering > 0)
      cell.code = together_.contains(std::uint64_t{actor} << 32 | issue) ? Code::mentioned : Code::silent;
    if (issue == Tally::unknown) return;
    const auto entries = entries_of(actor, issue);
    fill_cell(entries, options_, today_, cell);
    add_claims(entries, cell);
  }

  void add_claims(const std::vector<Entry>& entries, Cell& cell) const {
    std::set<std::string> claimants;
    for (const Entry& entry : entries) {
      if (entry.item->kind != evidence::Kind::ascribed || !options_.in_window(entry.date)) continue;
      const auto stance = entry.item->stance;
      ++(stance == evidence::Stance::support  ? cell.claims.support
         : stance == evidence::Stance::oppose ? cell.claims.oppose
                                              : cell.claims.neutral);
      if (const auto& claimant = tally_.name(entry.item->claimant); !claimant.empty()) claimants.insert(claimant);
    }
    cell.claims.claimants.assign(claimants.begin(), claimants.end());
  }

  // The groups that have something to show to their members.
  std::vector<lexicon::ActorIndex> groups_with_records() const {
    std::set<lexicon::ActorIndex> groups;
    for (const auto& [cell, items] : tally_.cells()) {
      const auto actor = actors_.find(tally_.name(cell.first));
      if (actor != lexicon::none && speaks_for_members(actor, actors_)) groups.insert(actor);
    }
    return {groups.begin(), groups.end()};
  }

  // A member without a position of its own shows the one that its group took while it was a member.
  void roll_up() {
    const auto groups = groups_with_records();
    if (groups.empty()) return;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      const auto member = actors_.find(matrix_.rows[row].id);
      if (member == lexicon::none) continue;
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
        if (is_position(matrix_.at(row, column).code)) continue;
        for (const auto group : groups)
          if (group != member) take_from(group, member, column, matrix_.at(row, column));
      }
    }
  }

  // Of several groups, the one with the most documents serves; of equals the first by id.
  void take_from(lexicon::ActorIndex group, lexicon::ActorIndex member, std::size_t column, Cell& cell) const {
    const std::string& id = actors_.actors[group].id;
    const auto issue = tally_.find(matrix_.columns[column].id);
    auto entries = entries_of(tally_.find(id), issue);
    std::erase_if(entries, [&](const Entry& entry) { return !actors_.is_member(member, id, entry.date); });
    if (entries.empty()) return;
    Cell theirs;
    theirs.code = cell.code;
    fill_cell(entries, options_, today_, theirs);
    if (!is_position(theirs.code)) return;
    if (!cell.via.empty() && theirs.documents <= cell.documents) return;
    theirs.via = id;
    theirs.covering = cell.covering;
    theirs.claims = cell.claims;
    cell = std::move(theirs);
  }

  // What an entry takes from its document, side by side: twenty bytes instead of a document's hundred.
  struct Known {
    std::optional<Date> date;
    std::uint32_t rank = 0;  // by id
    std::uint32_t source = 0;
    bool counted = false;
  };
  static constexpr std::size_t read_ahead = 16;

  const Tally& tally_;
  const Options& options_;
  const lexicon::ActorTable& actors_;
  std::vector<bool> counted_;  // of each document of the tally: its source counts
  Matrix matrix_;
  std::vector<Known> known_;                    // of each document of the tally
  std::vector<std::uint32_t> covering_;         // by actor
  std::unordered_set<std::uint64_t> together_;  // actor and issue
  Date today_{};
};

}  // namespace

bool speaks_for_members(lexicon::ActorIndex group, const lexicon::ActorTable& actors) {
  if (actors.actors[group].members.empty()) return false;
  const auto states = std::count_if(actors.actors.begin(), actors.actors.end(),
                                    [](const auto& actor) { return actor.kind == lexicon::ActorKind::state; });
  const auto members = static_cast<double>(actors.actors[group].members.size());
  return states <= 20 || members <= largest_share_of_states * static_cast<double>(states);
}

Matrix build_matrix(const Tally& tally, const Layout& layout, const Options& options,
                    const lexicon::ActorTable& actors) {
  return Builder(tally, layout, options, actors).build();
}

}  // namespace demarche::position
