#include "engine/position/timeline.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "engine/base/name_table.hpp"

namespace demarche::position {

namespace {

using evidence::Stance;

constexpr auto steps = name_table<Step>({{Step::month, "month"}, {Step::quarter, "quarter"}, {Step::year, "year"}});

// Months are numbered from the year 0.
int month_number(Date day) {
  const YearMonthDay parts = split(day);
  return parts.year * 12 + parts.month - 1;
}

Date first_day_of(int month) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-01", month / 12, month % 12 + 1);
  return *parse_date(text);
}

std::string label_of(int first_month, Step step) {
  char text[32];
  const int year = first_month / 12;
  if (step == Step::year) {
    std::snprintf(text, sizeof text, "%04d", year);
  } else if (step == Step::quarter) {
    std::snprintf(text, sizeof text, "%04d-Q%d", year, first_month % 12 / 3 + 1);
  } else {
    std::snprintf(text, sizeof text, "%04d-%02d", year, first_month % 12 + 1);
  }
  return text;
}

struct Days {
  Date from{std::numeric_limits<std::int32_t>::max()};
  Date to{std::numeric_limits<std::int32_t>::min()};
  bool none() const { return to < from; }
};

// The days that the periods have to cover.
Days days_of(const Matrix& whole) {
  Days days;
  for (const Cell& cell : whole.cells) {
    if (cell.first) days.from = std::min(days.from, *cell.first);
    if (cell.last) days.to = std::max(days.to, *cell.last);
  }
  if (days.none()) return days;
  if (whole.options.window.from) days.from = *whole.options.window.from;
  if (whole.options.window.to) days.to = *whole.options.window.to;
  return days;
}

DateRange cut(DateRange range, const DateRange& window) {
  if (window.from && *range.from < *window.from) range.from = window.from;
  if (window.to && *window.to < *range.to) range.to = window.to;
  return range;
}

void add_periods(Timeline& timeline) {
  const Days days = days_of(timeline.whole);
  if (days.none()) return;
  const int step = months_in(timeline.options.every);
  const int width = std::max(timeline.options.width, step);
  const int last = month_number(days.to);
  int month = month_number(days.from) / step * step;
  if (static_cast<std::size_t>((last - month) / step + 1) > most_periods) {
    timeline.too_long = true;
    return;
  }
  for (; month <= last; month += step) {
    const int from = std::max(month + step - width, 12);  // dates begin with the year 1
    const Date to{first_day_of(month + step).days - 1};
    timeline.periods.push_back(
        {label_of(month, timeline.options.every), cut({first_day_of(from), to}, timeline.whole.options.window)});
  }
}

bool is_conditional(const Unit& unit) {
  return unit.mode == evidence::Mode::conditional || unit.mode == evidence::Mode::question;
}

// Whether a piece of evidence speaks for a position.
bool speaks_for(Code code, const Unit& unit) {
  if (!unit.date || unit.weight <= 0) return false;
  switch (code) {
    case Code::support:
      return unit.stance == Stance::support && !is_conditional(unit);
    case Code::oppose:
      return unit.stance == Stance::oppose && !is_conditional(unit);
    case Code::neutral:
      return unit.stance == Stance::neutral;
    case Code::conditional:
      return unit.stance != Stance::neutral && is_conditional(unit);
    default:
      return unit.stance != Stance::neutral;
  }
}

// The last that speaks for the old position and not for the new one; else the last that speaks for the old one.
const Unit* last_of(const Cell& cell, Code old_code, Code new_code) {
  const Unit* found = nullptr;
  const Unit* fallback = nullptr;
  for (const Unit& unit : cell.units) {
    if (!speaks_for(old_code, unit)) continue;
    fallback = &unit;
    if (!speaks_for(new_code, unit)) found = &unit;
  }
  return found ? found : fallback;
}

// The first behind that day that speaks for the new position and not for the old one; else the first for the new one.
const Unit* first_of(const Cell& cell, Code old_code, Code new_code, Date day) {
  const Unit* later = nullptr;
  const Unit* fallback = nullptr;
  for (const Unit& unit : cell.units) {
    if (!speaks_for(new_code, unit)) continue;
    const bool is_later = day < *unit.date;
    if (is_later && !speaks_for(old_code, unit)) return &unit;
    if (is_later && !later) later = &unit;
    if (!fallback) fallback = &unit;
  }
  return later ? later : fallback;
}

// The records of a cell that no period can hold.
std::uint32_t undated_of(const Cell& cell) {
  std::uint32_t records = cell.undated;
  for (const Unit& unit : cell.units)
    if (!unit.date) records += unit.records;
  return records;
}

}  // namespace

std::optional<Step> parse_step(std::string_view name) { return steps.value(name); }
std::string_view name_of(Step step) { return steps.name(step); }

int months_in(Step step) { return step == Step::year ? 12 : step == Step::quarter ? 3 : 1; }

std::vector<Change> changes_along(const std::vector<Cell>& cells) {
  const bool has_own = std::any_of(cells.begin(), cells.end(),
                                   [](const Cell& cell) { return is_position(cell.code) && cell.via.empty(); });
  std::vector<Change> changes;
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (!is_position(cell.code) || (has_own && !cell.via.empty())) continue;
    if (before && cells[*before].code != cell.code) {
      const Code old_code = cells[*before].code;
      const Unit* last = last_of(cells[*before], old_code, cell.code);
      const Unit* first = last ? first_of(cell, old_code, cell.code, *last->date) : nullptr;
      if (last && first) changes.push_back({*before, i, *last->date, *first->date, last->best, first->best});
    }
    before = i;
  }
  return changes;
}

Timeline build_timeline(const Tally& tally, const Layout& layout, const Options& options, const TimelineOptions& wanted,
                        const lexicon::ActorTable& actors) {
  Timeline timeline;
  timeline.options = wanted;
  timeline.whole = build_matrix(tally, layout, options, actors);
  add_periods(timeline);
  const Layout all{layout.id, layout.title, timeline.whole.rows, timeline.whole.columns, false};
  std::vector<Matrix> matrices;
  Options of_period = options;
  of_period.keep_undated = false;
  for (const Period& period : timeline.periods) {
    of_period.window = period.window;
    matrices.push_back(build_matrix(tally, all, of_period, actors));
  }
  for (std::size_t row = 0; row < all.rows.size(); ++row)
    for (std::size_t column = 0; column < all.columns.size(); ++column) {
      const Cell& cell = timeline.whole.at(row, column);
      timeline.undated += undated_of(cell);
      Series series{row, column, {}, {}, std::nullopt};
      for (const Matrix& matrix : matrices) series.cells.push_back(matrix.at(row, column));
      const bool shows =
          std::any_of(series.cells.begin(), series.cells.end(), [](const Cell& one) { return is_position(one.code); });
      if (!shows) {
        ++timeline.without;
        continue;
      }
      series.changes = changes_along(series.cells);
      series.turn = find_turning_point(cell);
      timeline.series.push_back(std::move(series));
    }
  return timeline;
}

}  // namespace demarche::position
