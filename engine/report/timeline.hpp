#pragma once
#include <string>

#include "engine/position/timeline.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/origin.hpp"
#include "engine/report/quote.hpp"

// Positions over time in the formats of `demarche timeline`. docs/comparisons.md names their fields.
namespace demarche::report {

// A line a series with a sign a period, then every change and turning point with both quotes.
std::string timeline_terminal(const position::Timeline& timeline, const Origin& origin, const TerminalOptions& options);
// One line a series and period, with the figures of the cell.
std::string timeline_csv(const position::Timeline& timeline);
std::string timeline_json(const position::Timeline& timeline, const Origin& origin);

// "Iran: Zangezur corridor"
std::string series_title(const position::Timeline& timeline, const position::Series& series);
// "by year", "by month, windows of 12 months"
std::string periods_text(const position::TimelineOptions& options);

}  // namespace demarche::report
