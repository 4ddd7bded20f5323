#include "engine/report/timeline.hpp"

namespace demarche::report {

std::string series_title(const position::Timeline& timeline, const position::Series& series) {
  return timeline.whole.rows[series.row].title + ": " + timeline.whole.columns[series.column].title;
}

std::string periods_text(const position::TimelineOptions& options) {
  std::string text = "by " + std::string(position::name_of(options.every));
  if (options.width > position::months_in(options.every))
    text += ", windows of " + std::to_string(options.width) + " months";
  return text;
}

}  // namespace demarche::report
