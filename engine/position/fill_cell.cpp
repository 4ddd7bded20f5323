#include "engine/position/fill_cell.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/position/order.hpp"
#include "engine/position/statements.hpp"

namespace demarche::position {

namespace {

using evidence::Stance;

// A unit as it is put together.
struct Made {
  Unit unit;
  const Entry* best = nullptr;  // the one to quote
  const Entry* anchor = nullptr;
};

// Something was said in a direction on a day: what a shift is read from.
struct Moment {
  Date date;
  const Entry* best = nullptr;
};

// A unit is as firm as the firmest of its records: said once without an "if", it is said.
int looseness(evidence::Mode mode) {
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
}

bool is_conditional(const Unit& unit) {
  return unit.mode == evidence::Mode::conditional || unit.mode == evidence::Mode::question;
}

double weight_of(const Entry& anchor, const Options& options, Date today) {
  return options.taper && anchor.date ? taper_weight(today.days - anchor.date->days) : 1;
}

Made make_unit(const Statements& statements, const Piece& piece, const Options& options, Date today) {
  Made made;
  made.anchor = &statements.anchor(piece);
  Unit& unit = made.unit;
  unit.date = made.anchor->date;
  unit.stance = made.anchor->item->stance;
  unit.mode = evidence::Mode::question;
  unit.records = 0;
  for (auto s = piece.begin; s < piece.end; ++s) {
    const Statement& statement = statements.list[s];
    unit.syndicated = std::max(unit.syndicated, statement.syndicated);
    unit.records += statement.end - statement.begin;
    for (auto i = statement.begin; i < statement.end; ++i) {
      const Entry& entry = *statements.entries[i];
      if (looseness(entry.item->mode) < looseness(unit.mode)) unit.mode = entry.item->mode;
      if (!made.best || is_better_quote(entry, *made.best)) made.best = &entry;
    }
  }
  unit.best = made.best->ref;
  unit.weight = weight_of(*made.anchor, options, today);
  return made;
}

// Of one day by place.
bool stands_before(const Made& a, const Made& b) {
  return std::tie(a.unit.best, a.unit.stance) < std::tie(b.unit.best, b.unit.stance);
}

// By date, undated last: the pieces come in the order of their days, and only those of one day have to be put in order.
std::vector<Made> make_units(const Statements& statements, const Options& options, Date today) {
  std::vector<Made> units;
  units.reserve(statements.pieces.size());
  for (const auto piece : statements.by_time)
    units.push_back(make_unit(statements, statements.pieces[piece], options, today));
  for (auto begin = units.begin(); begin != units.end();) {
    const auto end =
        std::find_if(begin, units.end(), [&](const Made& made) { return made.unit.date != begin->unit.date; });
    std::sort(begin, end, stands_before);
    begin = end;
  }
  return units;
}

void add_figures(Cell& cell) {
  for (const Unit& unit : cell.units) {
    (unit.stance == Stance::support  ? cell.support
     : unit.stance == Stance::oppose ? cell.oppose
                                     : cell.neutral) += unit.weight;
    if (is_conditional(unit)) ++cell.conditional;
  }
  cell.lean = lean(cell.support, cell.oppose);
  cell.strength = strength(cell.support, cell.oppose);
  cell.interval = jeffreys(cell.support, cell.oppose);
}

std::uint32_t count_different(std::vector<std::uint32_t>& numbers) {
  sort_by_key(numbers, [](std::uint32_t number) { return number; });
  return static_cast<std::uint32_t>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
}

void add_documents(const std::vector<Made>& units, Cell& cell) {
  std::vector<std::uint32_t> documents;
  std::vector<std::uint32_t> sources;
  for (const Made& made : units) {
    if (made.unit.weight <= 0) continue;
    documents.push_back(made.anchor->ref.document);
    sources.push_back(made.anchor->source);
  }
  cell.documents = count_different(documents);
  cell.sources = count_different(sources);
}

// First and last day on which one of the statements was made.
void add_dates(const Statements& statements, Cell& cell) {
  for (const Statement& statement : statements.list) {
    const auto& date = statements.anchor(statement).date;
    if (!date) continue;
    if (!cell.first || *date < *cell.first) cell.first = date;
    if (!cell.last || *date > *cell.last) cell.last = date;
  }
}

// When a direction was taken first and last, with what is to be quoted of that day.
struct Stretch {
  std::optional<Moment> first;
  std::optional<Moment> last;

  void add(const Moment& moment) {
    if (!first || moment.date < first->date ||
        (moment.date == first->date && is_better_quote(*moment.best, *first->best)))
      first = moment;
    if (!last || moment.date > last->date || (moment.date == last->date && is_better_quote(*moment.best, *last->best)))
      last = moment;
  }
};

// Every statement counts here, not only the first of a week or month: a direction that is taken up again is no shift.
std::optional<Shift> find_shift(const Statements& statements, const Options& options, Date today) {
  std::array<Stretch, 2> stretches;  // support, oppose
  for (const Piece& piece : statements.pieces) {
    const Entry& first = statements.anchor(piece);
    if (first.item->stance == Stance::neutral || weight_of(first, options, today) <= 0) continue;
    if (!first.date) return std::nullopt;  // it might lie on either side
    Stretch& stretch = stretches[first.item->stance == Stance::support ? 0 : 1];
    for (auto s = piece.begin; s < piece.end; ++s) {
      const Statement& statement = statements.list[s];
      const Entry& anchor = statements.anchor(statement);
      const Entry* best = &anchor;
      for (auto i = statement.begin; i < statement.end; ++i)
        if (is_better_quote(*statements.entries[i], *best)) best = statements.entries[i];
      stretch.add({*anchor.date, best});
    }
  }
  for (const Stance before : {Stance::support, Stance::oppose}) {
    const Stretch& old_side = stretches[before == Stance::support ? 0 : 1];
    const Stretch& new_side = stretches[before == Stance::support ? 1 : 0];
    if (!old_side.last || !new_side.first || !(old_side.last->date < new_side.first->date)) continue;
    return Shift{before,
                 before == Stance::support ? Stance::oppose : Stance::support,
                 old_side.last->date,
                 new_side.first->date,
                 old_side.last->best->ref,
                 new_side.first->best->ref};
  }
  return std::nullopt;
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

// The three best of each direction, the best of all first.
void add_quotes(const std::vector<Made>& units, Cell& cell) {
  constexpr std::size_t quotes_of_a_direction = 3;
  std::array<std::vector<const Entry*>, 3> best;
  auto better = [](const Entry* a, const Entry* b) { return is_better_quote(*a, *b); };
  for (const Made& made : units) {
    auto& list = best[static_cast<std::size_t>(made.unit.stance)];
    if (list.size() == quotes_of_a_direction && !better(made.best, list.back())) continue;
    list.insert(std::upper_bound(list.begin(), list.end(), made.best, better), made.best);
    if (list.size() > quotes_of_a_direction) list.pop_back();
  }
  std::vector<const Entry*> all;
  for (const auto& list : best) all.insert(all.end(), list.begin(), list.end());
  std::sort(all.begin(), all.end(), better);
  for (const Entry* entry : all) cell.quotes.push_back(entry->ref);
}

}  // namespace

void fill_cell(const std::vector<Entry>& entries, const Options& options, Date today, Cell& cell) {
  const Statements statements = put_together(entries, options);
  cell.outside_window += statements.outside_window;
  cell.undated += statements.undated;
  cell.records = static_cast<std::uint32_t>(statements.entries.size());
  const std::vector<Made> units = make_units(statements, options, today);
  cell.units.reserve(units.size());
  for (const Made& made : units) cell.units.push_back(made.unit);
  add_documents(units, cell);
  add_dates(statements, cell);
  add_figures(cell);
  cell.code = code_of(cell);
  cell.thin = is_position(cell.code) && cell.documents < 3;
  if (cell.code == Code::mixed) {
    cell.shift = find_shift(statements, options, today);
    cell.refinement = cell.shift ? Refinement::shifted : Refinement::ambivalent;
  }
  add_quotes(units, cell);
}

std::vector<std::vector<RecordRef>> groups_of(const std::vector<Entry>& entries, const Options& options) {
  const Statements statements = put_together(entries, options);
  std::vector<std::vector<RecordRef>> groups;
  for (const Piece& piece : statements.pieces) {
    std::vector<const Entry*> members;
    for (auto s = piece.begin; s < piece.end; ++s)
      members.insert(members.end(), statements.entries.begin() + statements.list[s].begin,
                     statements.entries.begin() + statements.list[s].end);
    std::sort(members.begin(), members.end(), [](const Entry* a, const Entry* b) { return is_better_quote(*a, *b); });
    auto& refs = groups.emplace_back();
    for (const Entry* member : members) refs.push_back(member->ref);
  }
  return groups;
}

}  // namespace demarche::position
