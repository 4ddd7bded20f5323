#include "engine/position/timeline.hpp"

#include <cmath>

#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

const Layout one_cell{"", "", {{"IRN", "Iran"}}, {{"peace", "Peace"}}};

Timeline timeline_of(const std::vector<DocumentResult>& documents, const TimelineOptions& wanted = {},
                     const Options& options = {}, const Layout& layout = one_cell) {
  Tally tally;
  for (const auto& one : documents) tally.add(one);
  return build_timeline(tally, layout, options, wanted, actors());
}

DocumentResult says(const std::string& date, Stance stance, Mode mode = Mode::plain) {
  static int count = 0;
  Say say{"IRN", stance};
  say.mode = mode;
  char id[16];
  std::snprintf(id, sizeof id, "d%04d", ++count);
  return document(id, date, {say});
}

std::string codes(const Series& series) {
  std::string text;
  for (const Cell& cell : series.cells)
    text += cell.code == Code::support   ? '+'
            : cell.code == Code::oppose  ? '-'
            : cell.code == Code::mixed   ? 'm'
            : cell.code == Code::neutral ? '0'
            : is_position(cell.code)     ? 'c'
                                         : '.';
  return text;
}

}  // namespace

TEST_CASE("a period is a month, a quarter or a year, and ends where the next begins") {
  const std::vector<DocumentResult> documents{says("2022-11-30", Stance::support), says("2023-04-01", Stance::oppose)};
  const Timeline months = timeline_of(documents, {Step::month});
  REQUIRE(months.periods.size() == 6);
  CHECK(months.periods.front().label == "2022-11");
  CHECK(to_string(*months.periods.front().window.from) == "2022-11-01");
  CHECK(to_string(*months.periods.front().window.to) == "2022-11-30");
  CHECK(to_string(*months.periods[3].window.to) == "2023-02-28");
  REQUIRE(months.series.size() == 1);
  CHECK(codes(months.series[0]) == "+....-");
  const Timeline quarters = timeline_of(documents, {Step::quarter});
  REQUIRE(quarters.periods.size() == 3);
  CHECK(quarters.periods[0].label == "2022-Q4");
  CHECK(quarters.periods[2].label == "2023-Q2");
  CHECK(to_string(*quarters.periods[2].window.to) == "2023-06-30");
  CHECK(codes(quarters.series[0]) == "+.-");
  CHECK(codes(timeline_of(documents, {Step::year}).series[0]) == "+-");
}

TEST_CASE("a moving window covers its width and ends with its period") {
  const std::vector<DocumentResult> documents{says("2022-11-30", Stance::support), says("2023-02-01", Stance::oppose)};
  const Timeline moving = timeline_of(documents, {Step::month, 3});
  REQUIRE(moving.periods.size() == 4);
  CHECK(to_string(*moving.periods[3].window.from) == "2022-12-01");
  CHECK(to_string(*moving.periods[3].window.to) == "2023-02-28");
  CHECK(codes(moving.series[0]) == "+++-");
  CHECK(codes(timeline_of(documents, {Step::month, 4}).series[0]) == "+++m");
  // A width under a step is a step: every day is counted.
  CHECK(codes(timeline_of(documents, {Step::year, 1}).series[0]) == "+-");
}

TEST_CASE("periods keep to the window, and cover it") {
  Options options;
  options.window = *parse_period("2023");
  const Timeline timeline = timeline_of(
      {says("2022-12-31", Stance::oppose), says("2023-03-15", Stance::support), says("2024-01-01", Stance::oppose)},
      {Step::quarter, 12}, options);
  REQUIRE(timeline.periods.size() == 4);
  for (const auto& period : timeline.periods) CHECK(to_string(*period.window.from) == "2023-01-01");
  CHECK(to_string(*timeline.periods[3].window.to) == "2023-12-31");
  CHECK(codes(timeline.series[0]) == "++++");
}

TEST_CASE("undated evidence belongs to no period and is counted") {
  const Timeline timeline = timeline_of({says("2023-01-01", Stance::support), says("", Stance::oppose)});
  CHECK(timeline.undated == 1);
  CHECK(codes(timeline.series[0]) == "+");
  const Timeline none = timeline_of({says("", Stance::oppose)});
  CHECK(none.periods.empty());
  CHECK(none.series.empty());
  CHECK(none.without == 1);
  CHECK(none.undated == 1);
}

TEST_CASE("a change has the last quote of the old and the first of the new position") {
  const std::vector<DocumentResult> documents{says("2020-05-01", Stance::support), says("2020-06-01", Stance::support),
                                              says("2022-01-10", Stance::oppose), says("2022-02-10", Stance::oppose)};
  const Timeline timeline = timeline_of(documents);
  REQUIRE(timeline.series.size() == 1);
  const Series& series = timeline.series[0];
  CHECK(codes(series) == "+.-");
  REQUIRE(series.changes.size() == 1);
  const Change& change = series.changes[0];
  CHECK(timeline.periods[change.before].label == "2020");
  CHECK(timeline.periods[change.after].label == "2022");
  CHECK(to_string(change.last_before) == "2020-06-01");
  CHECK(to_string(change.first_after) == "2022-01-10");
  CHECK(change.quote_before.document == 1);
  CHECK(change.quote_after.document == 2);
}

TEST_CASE("into and out of a mixed period: the quotes are those that make the difference") {
  const std::vector<DocumentResult> documents{says("2020-05-01", Stance::support), says("2021-02-01", Stance::support),
                                              says("2021-03-01", Stance::oppose), says("2021-04-01", Stance::support),
                                              says("2022-01-01", Stance::oppose)};
  const Series series = timeline_of(documents).series[0];
  CHECK(codes(series) == "+m-");
  REQUIRE(series.changes.size() == 2);
  CHECK(to_string(series.changes[0].last_before) == "2020-05-01");
  CHECK(to_string(series.changes[0].first_after) == "2021-03-01");
  CHECK(to_string(series.changes[1].last_before) == "2021-04-01");
  CHECK(to_string(series.changes[1].first_after) == "2022-01-01");
}

TEST_CASE("a condition that is dropped is a change") {
  const Series series =
      timeline_of({says("2020-05-01", Stance::support, Mode::conditional), says("2021-02-01", Stance::support)})
          .series[0];
  CHECK(codes(series) == "c+");
  REQUIRE(series.changes.size() == 1);
  CHECK(to_string(series.changes[0].first_after) == "2021-02-01");
}

TEST_CASE("a group's position between an actor's own is no change of mind") {
  std::vector<Cell> cells(3);
  cells[0].code = cells[2].code = Code::support;
  cells[1].code = Code::oppose;
  cells[1].via = "EU";
  CHECK(changes_along(cells).empty());
}

TEST_CASE("a turning point parts the evidence where it is best parted") {
  std::vector<DocumentResult> documents;
  for (const char* day : {"2020-01-01", "2020-03-01", "2020-06-01", "2020-09-01"})
    documents.push_back(says(day, Stance::support));
  for (const char* day : {"2021-01-01", "2021-03-01", "2021-06-01", "2021-09-01"})
    documents.push_back(says(day, Stance::oppose));
  const Cell cell = cell_of(documents);
  const auto turn = find_turning_point(cell);
  REQUIRE(turn);
  CHECK(to_string(turn->last_before) == "2020-09-01");
  CHECK(to_string(turn->first_after) == "2021-01-01");
  CHECK(turn->support_before == 4);
  CHECK(turn->oppose_before == 0);
  CHECK(turn->oppose_after == 4);
  CHECK(turn->quote_before.document == 3);
  CHECK(turn->quote_after.document == 4);
  CHECK_FALSE(find_turning_point(cell, turn->odds + 0.01));
}

TEST_CASE("one stray word does not hide a turn, and does not make one") {
  std::vector<DocumentResult> documents;
  for (const char* day : {"2020-01-01", "2020-03-01", "2020-06-01", "2020-09-01", "2021-02-01"})
    documents.push_back(says(day, Stance::support));
  CHECK_FALSE(find_turning_point(cell_of(documents)));
  documents.push_back(says("2020-04-01", Stance::oppose));
  CHECK_FALSE(find_turning_point(cell_of(documents)));
  for (const char* day : {"2022-01-01", "2022-03-01", "2022-06-01", "2022-09-01", "2022-12-01"})
    documents.push_back(says(day, Stance::oppose));
  const auto turn = find_turning_point(cell_of(documents));
  REQUIRE(turn);
  CHECK(to_string(turn->first_after) == "2022-01-01");
  CHECK(turn->oppose_before == 1);
}

TEST_CASE("no turning point without two days") {
  CHECK_FALSE(find_turning_point(cell_of({says("2020-01-01", Stance::support)}), 0));
  CHECK_FALSE(
      find_turning_point(cell_of({says("2020-01-01", Stance::support), says("2020-01-01", Stance::oppose)}), 0));
  CHECK_FALSE(find_turning_point(cell_of({says("", Stance::support), says("", Stance::oppose)}), 0));
  // Two statements, one each way: the ratio is B(3/2,1/2)B(1/2,3/2) / (B(3/2,3/2) B(1/2,1/2)) = (pi/2)^2 / (pi/8 * pi)
  // = 2.
  const auto two =
      find_turning_point(cell_of({says("2020-01-01", Stance::support), says("2020-01-02", Stance::oppose)}), 0);
  REQUIRE(two);
  CHECK(two->odds == Approx(2));
}

TEST_CASE("months without end are refused") {
  const Timeline timeline =
      timeline_of({says("0001-01-01", Stance::support), says("2023-01-01", Stance::support)}, {Step::month});
  CHECK(timeline.too_long);
  CHECK(timeline.periods.empty());
  CHECK(timeline_of({says("0001-01-01", Stance::support), says("0001-02-01", Stance::support)}, {Step::month, 24})
            .periods.size() == 2);
}
