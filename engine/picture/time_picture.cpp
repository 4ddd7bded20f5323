#include "engine/picture/time_picture.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/picture/frame.hpp"
#include "engine/picture/measure.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/timeline.hpp"

namespace demarche::picture {

namespace {

using position::Series;
using position::Timeline;

constexpr std::size_t most_lanes = 60;
constexpr double narrowest_period = 4;
constexpr double name_size = 15;
constexpr double axis_size = 13;
constexpr double lane_height = 34;
constexpr double lane_pitch = 46;  // with room for the marks of changes
constexpr double curve_height = 220;

class Chart {
 public:
  Chart(const Timeline& timeline, const Style& style)
      : timeline_(timeline), style_(style), theme_(theme(style.dark)), svg_(theme_) {}

  Picture draw() && {
    if (timeline_.series.empty()) return refuse("there is no dated evidence to draw");
    if (timeline_.series.size() > most_lanes)
      return refuse(std::to_string(timeline_.series.size()) + " lines are more than a picture can show (" +
                    std::to_string(most_lanes) + "); name an actor or an issue");
    measure();
    if (period_ < narrowest_period)
      return refuse(std::to_string(timeline_.periods.size()) + " periods cannot be read in " +
                    std::to_string(std::lround(style_.width)) +
                    " pixels; take longer ones with --every, a shorter --window, or a larger --width");
    double y = draw_head(svg_, theme_, style_, title_, report::periods_text(timeline_.options));
    if (timeline_.series.size() == 1) y = draw_curve(timeline_.series.front(), y);
    for (const auto& series : timeline_.series) {
      draw_lane(series, y);
      y += lane_pitch;
    }
    draw_axis(y);
    const double height = draw_foot(svg_, theme_, style_, y + axis_size + 8, keys());
    return std::move(svg_).finish(style_.width, height, style_.title.empty() ? title_ : style_.title,
                                  "Positions over time: a lane each, a coloured sign a period, changes marked.");
  }

 private:
  void measure() {
    std::set<std::size_t> rows;
    std::set<std::size_t> columns;
    for (const auto& series : timeline_.series) {
      rows.insert(series.row);
      columns.insert(series.column);
    }
    const auto& first = timeline_.series.front();
    const auto& whole = timeline_.whole;
    if (timeline_.series.size() == 1) {
      title_ = report::series_title(timeline_, first);
    } else if (rows.size() == 1) {
      title_ = whole.rows[first.row].title + ": positions over time";
    } else if (columns.size() == 1) {
      title_ = whole.columns[first.column].title + ": positions over time";
    } else {
      title_ = whole.title.empty() ? "Positions over time" : whole.title + ", over time";
    }
    for (const auto& series : timeline_.series) {
      names_.push_back(timeline_.series.size() == 1 ? "position"
                       : rows.size() == 1           ? whole.columns[series.column].title
                       : columns.size() == 1        ? whole.rows[series.row].title
                                                    : report::series_title(timeline_, series));
      stub_ = std::max(stub_, text_width(names_.back(), name_size));
    }
    stub_ = std::max(80.0, std::min(stub_, style_.width * 0.3)) + 14;
    period_ = std::min(160.0, (style_.width - 2 * margin - stub_) / static_cast<double>(timeline_.periods.size()));
  }

  double x_of(std::size_t period) const { return margin + stub_ + static_cast<double>(period) * period_; }

  void draw_lane(const Series& series, double y) {
    y += lane_pitch - lane_height - 4;
    const auto number = static_cast<std::size_t>(&series - timeline_.series.data());
    svg_.text(margin, y + lane_height / 2 + 5, cut_to_width(names_[number], stub_ - 12, name_size),
              {name_size, theme_.ink});
    const double gap = period_ > 8 ? 1.0 : 0.0;
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const auto& cell = series.cells[i];
      const Paint& paint = paint_of(theme_, cell);
      svg_.rect(x_of(i) + gap, y, period_ - 2 * gap, lane_height, paint, period_ > 12 ? 3 : 0);
      std::string sign = report::symbol(cell, report::Signs::unicode);
      const double size = std::min(18.0, period_ * 0.6);
      if (cell.shift && text_width(sign, size, true) + 4 > period_) sign = "→";  // where to, the next periods show
      if (position::is_position(cell.code) && text_width(sign, size, true) + 2 <= period_ && size >= 7)
        svg_.text(x_of(i) + period_ / 2, y + lane_height / 2 + size * 0.36, sign,
                  {size, paint.ink, Anchor::middle, true});
    }
    for (const auto& change : series.changes) draw_mark(x_of(change.after) + period_ / 2, y);
  }

  // A triangle that points at the period with the new position.
  void draw_mark(double x, double y) { svg_.polygon({x - 5, y - 9, x + 5, y - 9, x, y - 2}, {theme_.ink, "", ""}); }

  // How many periods apart labels stand: a number that people count in.
  std::size_t label_step() const {
    const double room = text_width(label(0), axis_size) + 14;
    static constexpr std::size_t of_months[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    static constexpr std::size_t of_quarters[] = {1, 2, 4, 8, 20, 40, 80, 200, 400};
    static constexpr std::size_t of_years[] = {1, 2, 5, 10, 20, 50, 100};
    auto pick = [&](const auto& steps) {
      for (const std::size_t step : steps)
        if (static_cast<double>(step) * period_ >= room) return step;
      return timeline_.periods.size();
    };
    return timeline_.options.every == position::Step::month     ? pick(of_months)
           : timeline_.options.every == position::Step::quarter ? pick(of_quarters)
                                                                : pick(of_years);
  }

  std::string label(std::size_t period) const { return timeline_.periods[period].label; }

  // The number of a period, counted from the year 0: labels stand at round ones.
  std::size_t number_of(std::size_t period) const {
    const auto day = split(*timeline_.periods[period].window.to);
    const int months = day.year * 12 + day.month - 1;
    return static_cast<std::size_t>(months / position::months_in(timeline_.options.every));
  }

  void draw_axis(double bottom) {
    const std::size_t step = label_step();
    double free_from = 0;
    for (std::size_t i = 0; i < timeline_.periods.size(); ++i) {
      if (number_of(i) % step != 0 && timeline_.periods.size() > step) continue;
      const double middle = x_of(i) + period_ / 2;
      const double half = text_width(label(i), axis_size) / 2;
      const double at = std::min(std::max(middle, margin + half), style_.width - margin - half);
      if (at - half < free_from) continue;
      free_from = at + half + 6;
      svg_.line(middle, bottom - 2, middle, bottom + 3, {theme_.soft});
      svg_.text(at, bottom + axis_size + 6, label(i), {axis_size, theme_.soft, Anchor::middle});
    }
  }

  // The lean of each period that has a side, with the interval; periods without one part the curve.
  double draw_curve(const Series& series, double y) {
    auto at = [&](double share) { return y + 10 + (1 - share) * (curve_height - 20); };
    const double left = margin + stub_;
    const double right = x_of(timeline_.periods.size());
    for (const double share : {0.0, 0.5, 1.0})
      svg_.line(left, at(share), right, at(share), {theme_.line, 1, share == 0.5 ? "4 4" : ""});
    svg_.text(left - 10, at(1) + 5, "supports", {axis_size, theme_.soft, Anchor::end});
    svg_.text(left - 10, at(0.5) + 5, "both", {axis_size, theme_.soft, Anchor::end});
    svg_.text(left - 10, at(0) + 5, "opposes", {axis_size, theme_.soft, Anchor::end});
    std::vector<double> line;
    auto end_line = [&] {
      if (line.size() > 2) svg_.polyline(line, {theme_.ink, 2});
      line.clear();
    };
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const auto& cell = series.cells[i];
      if (cell.support + cell.oppose <= 0) {
        end_line();
        continue;
      }
      const double x = x_of(i) + period_ / 2;
      const double width = std::max(3.0, std::min(18.0, period_ * 0.5));
      svg_.rect(x - width / 2, at(cell.interval.high), width,
                std::max(2.0, at(cell.interval.low) - at(cell.interval.high)), {theme_.line, "", ""}, 2);
      line.push_back(x);
      line.push_back(at((cell.lean + 1) / 2));
    }
    end_line();
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const auto& cell = series.cells[i];
      if (cell.support + cell.oppose <= 0) continue;
      const Paint paint{cell.lean > 0   ? theme_.support.fill
                        : cell.lean < 0 ? theme_.oppose.fill
                                        : theme_.mixed.fill,
                        "", ""};
      svg_.circle(x_of(i) + period_ / 2, at((cell.lean + 1) / 2), std::max(2.0, std::min(5.0, period_ * 0.4)), paint);
    }
    return y + curve_height + 6;
  }

  std::vector<Key> keys() const {
    std::vector<position::Cell> cells;
    bool changes = false;
    for (const auto& series : timeline_.series) {
      cells.insert(cells.end(), series.cells.begin(), series.cells.end());
      changes = changes || !series.changes.empty();
    }
    auto keys = keys_of(theme_, cells);
    // In time, all that is not said is one thing: no position.
    std::erase_if(keys, [](const Key& key) { return key.sign == "○" || key.sign == "·" || key.text == "silent"; });
    const bool gaps =
        std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return !position::is_position(cell.code); });
    if (gaps) keys.push_back({"no position", theme_.blank, ""});
    if (changes) keys.push_back({"changes", {theme_.paper, "", theme_.ink}, "▾"});
    if (timeline_.series.size() == 1)
      keys.push_back({"95% interval of the share of support", {theme_.line, "", theme_.ink}, ""});
    return keys;
  }

  const Timeline& timeline_;
  const Style& style_;
  const Theme& theme_;
  Svg svg_;
  std::string title_;
  std::vector<std::string> names_;
  double stub_ = 0;
  double period_ = 0;
};

}  // namespace

Picture time_picture(const Timeline& timeline, const Style& style) { return Chart(timeline, style).draw(); }

}  // namespace demarche::picture
