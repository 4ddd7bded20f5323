#include "engine/golden/collect.hpp"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <utility>

#include "engine/golden/uses.hpp"
#include "engine/report/cell_text.hpp"

namespace demarche::golden {

namespace {

// 3, 2.5: four digits, because what differs beyond them differs by the machine.
std::string figure(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4f", value);
  std::string text(buffer);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

Evidence evidence_of(const evidence::Record& record) {
  Evidence one;
  one.sentence = record.sentence;
  one.place = record.sentence_range;
  one.match = record.match;
  one.actor = record.actor;
  one.speaker = record.speaker;
  one.via = record.via;
  one.claimant = record.claimant;
  one.issue = record.issue;
  one.stance = record.stance;
  one.strength = record.strength;
  one.kind = record.kind;
  one.mode = record.mode;
  one.negated = record.negated;
  one.rule = record.rule;
  one.construction = record.construction;
  return one;
}

bool in_order(const Evidence& a, const Evidence& b) {
  return std::tie(a.place.start, a.actor, a.issue, a.match, a.kind) <
         std::tie(b.place.start, b.actor, b.issue, b.match, b.kind);
}

Document document_of(const evidence::DocumentResult& result, const run::SeenTexts& texts, const UseFinder& uses) {
  Document document{result.doc, result.date, texts.hash(result.doc), {}};
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    document.evidence.push_back(evidence_of(result.records[i]));
    document.evidence.back().matched = texts.matched(result.doc, i);
    document.evidence.back().uses = uses.of(result.records[i].uses);
  }
  std::stable_sort(document.evidence.begin(), document.evidence.end(), in_order);
  return document;
}

std::vector<Cell> cells_of(const position::Matrix& matrix) {
  std::vector<Cell> cells;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const position::Cell& cell = matrix.at(row, column);
      cells.push_back({matrix.rows[row].id, matrix.columns[column].id, report::code_text(cell), figure(cell.support),
                       figure(cell.oppose), figure(cell.neutral), cell.records, cell.documents});
    }
  return cells;
}

}  // namespace

Golden collect(const std::vector<evidence::DocumentResult>& results, const position::Matrix& matrix,
               const program::Program& program, const run::SeenTexts& texts, const RuleTexts& rules) {
  Golden golden;
  golden.matrix = matrix.id;
  const UseFinder uses(program, rules);
  for (const auto& result : results) golden.documents.push_back(document_of(result, texts, uses));
  golden.cells = cells_of(matrix);
  golden.rules = rules.texts();
  return golden;
}

}  // namespace demarche::golden
