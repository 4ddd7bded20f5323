#include "engine/report/json_parts.hpp"
#include "engine/report/timeline.hpp"

namespace demarche::report {

namespace {

using position::Series;
using position::Timeline;

Json change_json(const Timeline& timeline, const Series& series, const position::Change& change, const Origin& origin) {
  return {{"from_period", timeline.periods[change.before].label},
          {"to_period", timeline.periods[change.after].label},
          {"from", position::name_of(series.cells[change.before].code)},
          {"to", position::name_of(series.cells[change.after].code)},
          {"last_before", to_string(change.last_before)},
          {"first_after", to_string(change.first_after)},
          {"quote_before", json_quote(quote_at(origin.results, change.quote_before))},
          {"quote_after", json_quote(quote_at(origin.results, change.quote_after))}};
}

Json turn_json(const position::TurningPoint& turn, const Origin& origin) {
  return {{"last_before", to_string(turn.last_before)},
          {"first_after", to_string(turn.first_after)},
          {"support_before", json_number(turn.support_before)},
          {"oppose_before", json_number(turn.oppose_before)},
          {"support_after", json_number(turn.support_after)},
          {"oppose_after", json_number(turn.oppose_after)},
          {"odds", json_number(turn.odds)},
          {"quote_before", json_quote(quote_at(origin.results, turn.quote_before))},
          {"quote_after", json_quote(quote_at(origin.results, turn.quote_after))}};
}

Json series_json(const Timeline& timeline, const Series& series, const Origin& origin) {
  Json json{{"actor", timeline.whole.rows[series.row].id}, {"issue", timeline.whole.columns[series.column].id}};
  json["periods"] = Json::array();
  for (std::size_t i = 0; i < series.cells.size(); ++i) {
    Json one{{"period", timeline.periods[i].label}};
    one.update(json_position(series.cells[i]));
    json["periods"].push_back(std::move(one));
  }
  json["changes"] = Json::array();
  for (const auto& change : series.changes) json["changes"].push_back(change_json(timeline, series, change, origin));
  json["turning_point"] = series.turn ? turn_json(*series.turn, origin) : Json();
  return json;
}

}  // namespace

std::string timeline_json(const Timeline& timeline, const Origin& origin) {
  Json json{{"provenance", json_provenance(origin.provenance, timeline.whole.options)},
            {"every", position::name_of(timeline.options.every)},
            {"width_in_months", std::max(timeline.options.width, position::months_in(timeline.options.every))},
            {"undated_left_out", timeline.undated},
            {"cells_without_position", timeline.without}};
  json["periods"] = Json::array();
  for (const auto& period : timeline.periods)
    json["periods"].push_back(
        {{"label", period.label}, {"from", to_string(*period.window.from)}, {"to", to_string(*period.window.to)}});
  json["series"] = Json::array();
  for (const auto& series : timeline.series) json["series"].push_back(series_json(timeline, series, origin));
  return json_dump(json);
}

}  // namespace demarche::report
