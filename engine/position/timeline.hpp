#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/position/build_matrix.hpp"
#include "engine/position/turning_point.hpp"

// Positions over time: for each period what a matrix of that time would show. docs/positions.md, "Time".
namespace demarche::position {

enum class Step : std::uint8_t { month, quarter, year };

std::optional<Step> parse_step(std::string_view name);
std::string_view name_of(Step step);
int months_in(Step step);

struct TimelineOptions {
  Step every = Step::year;
  int width = 0;  // months that a window covers, ending with its period; 0: those of the period alone
};

struct Period {
  std::string label;  // 2023, 2023-Q2, 2023-04: the step that it ends with
  DateRange window;   // what counts: `width` months, cut at the window of the options
};

// From one period with a position to the next one with another. Periods without a position lie between, or none do.
struct Change {
  std::size_t before = 0;  // periods
  std::size_t after = 0;
  Date last_before;  // of the quotes
  Date first_after;
  RecordRef quote_before;
  RecordRef quote_after;
};

struct Series {
  std::size_t row = 0;  // of the whole matrix
  std::size_t column = 0;
  std::vector<Cell> cells;  // one a period
  std::vector<Change> changes;
  std::optional<TurningPoint> turn;  // of the whole time
};

struct Timeline {
  TimelineOptions options;
  Matrix whole;  // over the whole time; its options are those of the timeline
  std::vector<Period> periods;
  std::vector<Series> series;  // of the cells with a position in some period, row by row
  std::uint32_t without = 0;   // cells that have none
  std::uint32_t undated = 0;   // records of these cells that belong to no period, having no date
  bool too_long = false;       // more than `most_periods`: there are none, then
};

inline constexpr std::size_t most_periods = 2400;  // two hundred years of months

// Periods go from the first to the last dated record of the cells, or where the window has an end, to that.
Timeline build_timeline(const Tally& tally, const Layout& layout, const Options& options,
                        const TimelineOptions& timeline, const lexicon::ActorTable& actors);

// The changes along cells in the order of time. Positions `via` a group say nothing of a change of mind where the actor
// has positions of its own.
std::vector<Change> changes_along(const std::vector<Cell>& cells);

}  // namespace demarche::position
