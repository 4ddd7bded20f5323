#include <algorithm>
#include <cstdio>
#include <set>

#include "engine/base/render.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/padded.hpp"
#include "engine/report/timeline.hpp"
#include "engine/report/wrapped.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using position::Code;
using position::Series;
using position::Timeline;

constexpr std::size_t narrowest_title = 30;  // what titles are not cut below

// One column a period: the sign of its position. What takes more room in a table is drawn smaller here.
std::string_view mark(const position::Cell& cell, Signs signs) {
  const bool plain = signs == Signs::plain;
  const bool small = cell.documents < 3;
  switch (cell.code) {
    case Code::support:
      return plain ? "+" : small ? "▴" : "▲";
    case Code::oppose:
      return plain ? "-" : small ? "▾" : "▼";
    case Code::mixed:
      return plain ? "x" : "◆";
    case Code::conditional:
      return plain ? "?" : "◇";
    case Code::neutral:
      return plain ? "0" : "○";
    case Code::mentioned:
    case Code::silent:
    case Code::no_coverage:
      return plain ? "." : "·";
  }
  return " ";
}

std::string_view colour_of(Code code) {
  switch (code) {
    case Code::support:
      return "\x1b[34;1m";
    case Code::oppose:
      return "\x1b[33;1m";
    case Code::mixed:
      return "\x1b[35;1m";
    default:
      return "";
  }
}

// How the periods stand beside each other: each under its own label where there is room for that, else one sign a
// period.
struct Grid {
  std::size_t title = 4;   // columns of the titles
  std::size_t period = 1;  // columns of a period
  std::size_t fit = 1;     // periods beside each other
};

std::string marks_line(const Series& series, std::size_t first, std::size_t last, const Grid& grid,
                       const TerminalOptions& options) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    const auto& cell = series.cells[i];
    const std::string_view colour = options.color ? colour_of(cell.code) : "";
    out.append(colour).append(mark(cell, options.signs)).append(colour.empty() ? "" : "\x1b[0m");
    if (i + 1 < last) out.append(grid.period - 1, ' ');
  }
  return out;
}

// Labels under the marks, each where its period is, as many as fit beside each other.
std::string axis(const Timeline& timeline, std::size_t first, std::size_t last, const Grid& grid) {
  std::string line;
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t at = (i - first) * grid.period;
    if (!line.empty() && line.size() + 1 > at) continue;
    line += std::string(at - line.size(), ' ') + timeline.periods[i].label;
  }
  return line;
}

std::vector<std::string> titles_of(const Timeline& timeline) {
  std::set<std::size_t> rows;
  std::set<std::size_t> columns;
  for (const auto& series : timeline.series) {
    rows.insert(series.row);
    columns.insert(series.column);
  }
  std::vector<std::string> titles;
  for (const auto& series : timeline.series)
    titles.push_back(one_line(columns.size() == 1 ? timeline.whole.rows[series.row].title
                              : rows.size() == 1  ? timeline.whole.columns[series.column].title
                                                  : series_title(timeline, series)));
  return titles;
}

Grid grid_of(const Timeline& timeline, const std::vector<std::string>& titles, std::size_t width) {
  Grid grid;
  std::size_t label = 0;
  for (const auto& title : titles) grid.title = std::max(grid.title, display_width(title));
  for (const auto& period : timeline.periods) label = std::max(label, period.label.size());
  const std::size_t wide = timeline.periods.size() * (label + 1);
  if (wide + narrowest_title + 2 <= width) {
    grid.period = label + 1;
    grid.title = std::min(grid.title, width - wide - 2);
  } else {
    grid.title = std::min(grid.title, std::max(narrowest_title, width / 3));
  }
  const std::size_t room = width > grid.title + 2 ? width - grid.title - 2 : 0;
  grid.fit = std::max<std::size_t>(12, room / grid.period);
  return grid;
}

std::string chart(const Timeline& timeline, const TerminalOptions& options) {
  const auto titles = titles_of(timeline);
  const Grid grid = grid_of(timeline, titles, options.width);
  std::string out;
  for (std::size_t first = 0; first < timeline.periods.size(); first += grid.fit) {
    const std::size_t last = std::min(first + grid.fit, timeline.periods.size());
    if (first > 0) out += "\n";
    for (std::size_t i = 0; i < titles.size(); ++i)
      out += padded(titles[i], grid.title) + "  " + marks_line(timeline.series[i], first, last, grid, options) + "\n";
    out += std::string(grid.title + 2, ' ') + axis(timeline, first, last, grid) + "\n";
  }
  return out;
}

std::string legend_of(Signs signs) {
  return signs == Signs::unicode ? "▲ supports, ▼ opposes, ◆ both, ◇ only under a condition, ○ neutral, · no position; "
                                   "small: fewer than three documents"
                                 : "+ supports, - opposes, x both, ? only under a condition, 0 neutral, . no position";
}

std::string quote_lines(const char* word, const Quote& quote, const std::string& actor, std::size_t width) {
  return wrapped(std::string(word) + " " + quoted(quote), width, 4) +
         wrapped(attribution(quote, one_line(actor)), width, 6);
}

std::string changes(const Timeline& timeline, const Origin& origin, std::size_t width) {
  std::string out;
  for (const auto& series : timeline.series) {
    const std::string& actor = timeline.whole.rows[series.row].title;
    for (const auto& change : series.changes) {
      out += "\n" + wrapped(one_line(series_title(timeline, series)) + ": " +
                                std::string(position::name_of(series.cells[change.before].code)) + " in " +
                                timeline.periods[change.before].label + ", " +
                                std::string(position::name_of(series.cells[change.after].code)) + " in " +
                                timeline.periods[change.after].label,
                            width, 2);
      out += quote_lines("before:", quote_at(origin.results, change.quote_before), actor, width);
      out += quote_lines("after: ", quote_at(origin.results, change.quote_after), actor, width);
    }
  }
  return out.empty() ? "\nno changes\n" : "\nchanges\n" + out;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

std::string turns(const Timeline& timeline, std::size_t width) {
  std::string out;
  for (const auto& series : timeline.series) {
    if (!series.turn) continue;
    const auto& turn = *series.turn;
    out += wrapped(one_line(series_title(timeline, series)) + ": between " + to_string(turn.last_before) + " (" +
                       number(turn.support_before) + " for, " + number(turn.oppose_before) + " against) and " +
                       to_string(turn.first_after) + " (" + number(turn.support_after) + " for, " +
                       number(turn.oppose_after) + " against), odds " + number(turn.odds),
                   width, 2);
  }
  return out.empty() ? out : "\nturning points\n\n" + out;
}

}  // namespace

std::string timeline_terminal(const Timeline& timeline, const Origin& origin, const TerminalOptions& options) {
  std::string out = "Positions " + periods_text(timeline.options) + "\n\n";
  if (timeline.series.empty()) {
    out += "no dated evidence of a position\n";
  } else {
    out += chart(timeline, options) + "\n" + wrapped(legend_of(options.signs), options.width, 0);
    out += changes(timeline, origin, options.width) + turns(timeline, options.width);
  }
  if (timeline.undated > 0)
    out += "\n" + std::to_string(timeline.undated) + (timeline.undated == 1 ? " record has" : " records have") +
           " no date and no place here\n";
  return out + "\n" + wrapped(provenance_line(origin.provenance, timeline.whole.options), options.width, 0);
}

}  // namespace demarche::report
