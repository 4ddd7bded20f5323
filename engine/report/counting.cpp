#include "engine/report/counting.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace demarche::report {

namespace {

constexpr std::uint32_t behind_all = std::numeric_limits<std::uint32_t>::max();
constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::max();

std::map<std::string, std::uint32_t> places_of(const std::vector<position::Head>& heads) {
  std::map<std::string, std::uint32_t> places;
  for (std::uint32_t i = 0; i < heads.size(); ++i) places.emplace(heads[i].id, i);
  return places;
}

std::uint32_t place(const std::map<std::string, std::uint32_t>& places, const std::string& id) {
  const auto found = places.find(id);
  return found == places.end() ? behind_all : found->second;
}

}  // namespace

const std::string& Names::actor(const std::string& id) const {
  const auto found = actors.find(id);
  return found == actors.end() ? id : found->second.name;
}

const std::string& Names::issue(const std::string& id) const {
  const auto found = issues.find(id);
  return found == issues.end() ? id : found->second;
}

std::vector<EvidenceLine> evidence_by_cell(const TableInput& input) {
  const auto rows = places_of(input.matrix.rows);
  const auto columns = places_of(input.matrix.columns);
  using Key =
      std::tuple<std::uint32_t, std::uint32_t, std::string_view, std::string_view, std::int32_t, position::RecordRef>;
  std::vector<std::pair<Key, EvidenceLine>> sorted;
  for (std::uint32_t document = 0; document < input.results.size(); ++document) {
    const auto& result = input.results[document];
    for (std::uint32_t index = 0; index < result.records.size(); ++index) {
      const auto& record = result.records[index];
      std::uint32_t row = place(rows, record.actor);
      std::uint32_t column = place(columns, record.issue);
      if (row == behind_all || column == behind_all) row = column = behind_all;
      const position::RecordRef ref{document, index};
      sorted.push_back({{row, column, record.actor, record.issue, record.date ? record.date->days : undated, ref},
                        {ref, &record, &result}});
    }
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<EvidenceLine> lines;
  lines.reserve(sorted.size());
  for (const auto& [key, line] : sorted) lines.push_back(line);
  return lines;
}

Counting::Counting(const TableInput& input) : input_(input) {
  const auto& matrix = input.matrix;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      shown_[{matrix.rows[row].id, matrix.columns[column].id}] = true;
      for (const auto& unit : matrix.at(row, column).units) units_.emplace(unit.best, &unit);
    }
}

const position::Unit* Counting::unit(position::RecordRef ref) const {
  const auto found = units_.find(ref);
  return found == units_.end() ? nullptr : found->second;
}

std::string Counting::note(const EvidenceLine& line) const {
  const auto& record = *line.record;
  const auto& options = input_.matrix.options;
  if (const auto* found = unit(line.ref)) {
    if (found->records > 1) return "counts, for " + std::to_string(found->records) + " records";
    return "counts";
  }
  if (record.kind == evidence::Kind::ascribed) return "a third party's claim";
  if (!options.counts(record.kind)) return "kind not counted";
  if (!options.counts_source(record.source)) return "source not counted";
  if (options.has_window() && !record.date && !options.keep_undated) return "undated";
  if (record.date && !options.in_window(record.date)) return "outside the window";
  if (!shown_.contains({record.actor, record.issue})) return "in no cell";
  return "same as another";
}

}  // namespace demarche::report
