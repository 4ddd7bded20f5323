#include "engine/position/fill_cell.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace demarche::position {

namespace {

using evidence::Stance;

// Entries that say one thing: a sentence and its reprints, then all that one document (week, month) says in a direction.
struct Group {
  std::vector<const Entry*> entries;  // the first is the anchor: earliest date, then lowest ref
  std::uint32_t syndicated = 1;
};

bool earlier(const Entry* a, const Entry* b) {
  if (a->date && b->date && *a->date != *b->date) return *a->date < *b->date;
  if (a->date.has_value() != b->date.has_value()) return a->date.has_value();
  return a->ref < b->ref;
}

// Which of two records to quote: the higher score, the stronger wording, then the earlier place.
bool better(const Entry* a, const Entry* b) {
  if (a->item->score != b->item->score) return a->item->score > b->item->score;
  if (a->item->strength != b->item->strength) return a->item->strength > b->item->strength;
  return a->ref < b->ref;
}

std::uint32_t count_documents(const std::vector<const Entry*>& entries) {
  std::set<std::uint32_t> documents;
  for (const Entry* entry : entries) documents.insert(entry->ref.document);
  return static_cast<std::uint32_t>(documents.size());
}

// The same sentence within seven days of its first appearance is one. Undated reprints cannot be told apart: one as well.
std::vector<Group> join_reprints(const std::vector<const Entry*>& entries) {
  std::map<std::pair<Stance, std::uint64_t>, std::vector<const Entry*>> same;
  for (const Entry* entry : entries) same[{entry->item->stance, entry->item->sentence}].push_back(entry);
  std::vector<Group> groups;
  for (auto& [key, list] : same) {
    std::sort(list.begin(), list.end(), earlier);
    const Entry* anchor = nullptr;
    for (const Entry* entry : list) {
      const bool joins = anchor && anchor->date.has_value() == entry->date.has_value() &&
                         (!entry->date || entry->date->days - anchor->date->days <= 7);
      if (!joins) {
        anchor = entry;
        groups.emplace_back();
      }
      groups.back().entries.push_back(entry);
    }
  }
  for (Group& group : groups) group.syndicated = count_documents(group.entries);
  return groups;
}

// What a group is a duplicate within: its direction and its document, week, month or year. Undated groups fall back to the document.
std::tuple<Stance, int, std::int64_t, std::uint32_t> scope_of(const Group& group, Duplicates duplicates,
                                                               std::uint32_t number) {
  const Entry& anchor = *group.entries.front();
  const Stance stance = anchor.item->stance;
  if (duplicates == Duplicates::none) return {stance, 0, 0, number};
  if (duplicates == Duplicates::window) return {stance, 5, 0, 0};
  if (duplicates == Duplicates::document || !anchor.date) return {stance, 1, 0, anchor.ref.document};
  if (duplicates == Duplicates::week) return {stance, 2, (anchor.date->days + 719162) / 7, 0};  // weeks begin on Monday
  const YearMonthDay day = split(*anchor.date);
  if (duplicates == Duplicates::year) return {stance, 4, day.year, 0};
  return {stance, 3, day.year * 12 + day.month, 0};
}

std::vector<Group> join_duplicates(std::vector<Group> groups, Duplicates duplicates) {
  std::map<std::tuple<Stance, int, std::int64_t, std::uint32_t>, Group> joined;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    Group& into = joined[scope_of(groups[i], duplicates, i)];
    into.syndicated = std::max(into.syndicated, groups[i].syndicated);
    into.entries.insert(into.entries.end(), groups[i].entries.begin(), groups[i].entries.end());
  }
  std::vector<Group> result;
  for (auto& [key, group] : joined) {
    std::sort(group.entries.begin(), group.entries.end(), earlier);
    result.push_back(std::move(group));
  }
  return result;
}

// A unit is as firm as the firmest of its records: said once without an "if", it is said.
evidence::Mode firmest(const Group& group) {
  auto rank = [](evidence::Mode mode) {
    switch (mode) {
      case evidence::Mode::plain:
        return 0;
      case evidence::Mode::hedged:
        return 1;
      case evidence::Mode::conditional:
        return 2;
      case evidence::Mode::question:
        return 3;
    }
    return 3;
  };
  evidence::Mode best = evidence::Mode::question;
  for (const Entry* entry : group.entries)
    if (rank(entry->item->mode) < rank(best)) best = entry->item->mode;
  return best;
}

Unit make_unit(const Group& group, const Options& options, Date today) {
  Unit unit;
  const Entry& anchor = *group.entries.front();
  unit.best = (*std::min_element(group.entries.begin(), group.entries.end(), better))->ref;
  unit.date = anchor.date;
  unit.stance = anchor.item->stance;
  unit.mode = firmest(group);
  unit.records = static_cast<std::uint32_t>(group.entries.size());
  unit.syndicated = group.syndicated;
  if (options.taper && unit.date) unit.weight = taper_weight(today.days - unit.date->days);
  return unit;
}

bool is_conditional(const Unit& unit) {
  return unit.mode == evidence::Mode::conditional || unit.mode == evidence::Mode::question;
}

void add_figures(Cell& cell) {
  for (const Unit& unit : cell.units) {
    (unit.stance == Stance::support ? cell.support : unit.stance == Stance::oppose ? cell.oppose : cell.neutral) +=
        unit.weight;
    if (is_conditional(unit)) ++cell.conditional;
    if (!unit.date) continue;
    if (!cell.first || *unit.date < *cell.first) cell.first = unit.date;
    if (!cell.last || *unit.date > *cell.last) cell.last = unit.date;
  }
  cell.lean = lean(cell.support, cell.oppose);
  cell.strength = strength(cell.support, cell.oppose);
  cell.interval = jeffreys(cell.support, cell.oppose);
}

// The units of the cell are sorted by date, undated ones last.
std::optional<Shift> find_shift(const Cell& cell) {
  const Unit* last_before = nullptr;
  const Unit* first_after = nullptr;
  for (const Unit& unit : cell.units) {
    if (unit.stance == Stance::neutral || unit.weight <= 0) continue;
    if (!unit.date) return std::nullopt;  // it might lie on either side
    if (!first_after && (!last_before || unit.stance == last_before->stance)) {
      last_before = &unit;
    } else if (!first_after) {
      first_after = &unit;
    } else if (unit.stance != first_after->stance) {
      return std::nullopt;
    }
  }
  if (!first_after || *last_before->date == *first_after->date) return std::nullopt;
  return Shift{last_before->stance, first_after->stance, *last_before->date, *first_after->date, last_before->best,
               first_after->best};
}

Code code_of(const Cell& cell) {
  if (cell.support <= 0 && cell.oppose <= 0) return cell.neutral > 0 ? Code::neutral : cell.code;
  bool firm = false;
  for (const Unit& unit : cell.units)
    firm = firm || (unit.stance != Stance::neutral && unit.weight > 0 && !is_conditional(unit));
  if (!firm) return Code::conditional;
  if (cell.support > 0 && cell.oppose > 0) return Code::mixed;
  return cell.support > 0 ? Code::support : Code::oppose;
}

}  // namespace

void fill_cell(const std::vector<Entry>& entries, const Options& options, Date today, Cell& cell) {
  std::vector<const Entry*> counted;
  for (const Entry& entry : entries) {
    if (!options.counts(entry.item->kind)) continue;
    if (options.in_window(entry.date)) {
      counted.push_back(&entry);
    } else {
      ++(entry.date ? cell.outside_window : cell.undated);
    }
  }
  cell.records = static_cast<std::uint32_t>(counted.size());
  std::vector<const Entry*> anchors;
  std::map<RecordRef, const Entry*> by_ref;
  for (const Entry* entry : counted) by_ref[entry->ref] = entry;
  for (const Group& group : join_duplicates(join_reprints(counted), options.duplicates)) {
    cell.units.push_back(make_unit(group, options, today));
    if (cell.units.back().weight > 0) anchors.push_back(group.entries.front());
  }
  std::sort(cell.units.begin(), cell.units.end(), [](const Unit& a, const Unit& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    if (a.date != b.date) return *a.date < *b.date;
    return std::tie(a.best, a.stance) < std::tie(b.best, b.stance);
  });
  std::set<std::uint32_t> sources;
  for (const Entry* anchor : anchors) sources.insert(anchor->source);
  cell.documents = count_documents(anchors);
  cell.sources = static_cast<std::uint32_t>(sources.size());
  add_figures(cell);
  cell.code = code_of(cell);
  cell.thin = is_position(cell.code) && cell.documents < 3;
  if (cell.code == Code::mixed) {
    cell.shift = find_shift(cell);
    cell.refinement = cell.shift ? Refinement::shifted : Refinement::ambivalent;
  }
  std::vector<const Entry*> best;
  for (const Unit& unit : cell.units) best.push_back(by_ref[unit.best]);
  std::sort(best.begin(), best.end(), better);
  std::map<Stance, int> taken;
  for (const Entry* entry : best)
    if (taken[entry->item->stance]++ < 3) cell.quotes.push_back(entry->ref);
}

std::vector<std::vector<RecordRef>> groups_of(const std::vector<Entry>& entries, const Options& options) {
  std::vector<const Entry*> counted;
  for (const Entry& entry : entries)
    if (options.counts(entry.item->kind) && options.in_window(entry.date)) counted.push_back(&entry);
  std::vector<std::vector<RecordRef>> groups;
  for (Group& group : join_duplicates(join_reprints(counted), options.duplicates)) {
    std::stable_sort(group.entries.begin(), group.entries.end(), better);
    auto& refs = groups.emplace_back();
    for (const Entry* entry : group.entries) refs.push_back(entry->ref);
  }
  return groups;
}

}  // namespace demarche::position
