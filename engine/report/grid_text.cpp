#include "engine/report/grid_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/report/json_text.hpp"
#include "engine/report/matrix_json.hpp"

namespace demarche::report {

namespace {

using evidence::DocumentResult;
using evidence::Stance;
using position::Cell;

std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return out;
}

std::string sign_of(Stance stance, Signs signs) {
  if (stance == Stance::support) return "+";
  if (stance == Stance::neutral) return "0";
  return signs == Signs::unicode ? "−" : "-";
}

CellQuote quote_of(const evidence::Record& record, const std::string& sign) {
  CellQuote quote{sign, on_one_line(record.sentence), ""};
  auto add = [&](const std::string& text) {
    if (!text.empty()) quote.by += (quote.by.empty() ? "" : ", ") + on_one_line(text);
  };
  add(record.speaker);
  add(record.date ? to_string(*record.date) : std::string("undated"));
  add(record.source);
  quote.by += " (" + on_one_line(record.doc) + ")";
  return quote;
}

}  // namespace

std::vector<CellQuote> quotes_of(const Cell& cell, const std::vector<DocumentResult>& results, Signs signs) {
  std::vector<const evidence::Record*> records;
  if (cell.shift) {
    for (const auto& ref : {cell.shift->quote_before, cell.shift->quote_after})
      records.push_back(&record_at(results, ref));
  } else {
    std::array<bool, 3> taken{};
    for (const auto& ref : cell.quotes) {
      const auto& record = record_at(results, ref);
      if (!std::exchange(taken[static_cast<std::size_t>(record.stance)], true)) records.push_back(&record);
    }
  }
  std::vector<CellQuote> quotes;
  for (const auto* record : records)
    quotes.push_back(quote_of(*record, records.size() > 1 ? sign_of(record->stance, signs) : ""));
  return quotes;
}

std::string content_text(const Cell* cell, Content content, Content if_standard, Signs signs,
                         const std::vector<DocumentResult>& results) {
  if (!cell) return "";
  switch (content == Content::standard ? if_standard : content) {
    case Content::standard:
      return short_text(*cell, signs);
    case Content::code:
      return code_text(*cell);
    case Content::lean:
      return cell->support + cell->oppose > 0 ? number_text(cell->lean) : "";
    case Content::counts:
      return counts_text(*cell);
    case Content::quote:
      break;
  }
  std::string text;
  for (const auto& quote : quotes_of(*cell, results, signs)) {
    if (!text.empty()) text += '\n';
    if (!quote.sign.empty()) text += "[" + quote.sign + "] ";
    text += quote.sentence + " (" + quote.by + ")";
  }
  return text;
}

std::string number_text(double value) {
  std::string text;
  append_json_number(text, value, 4);
  return text;
}

std::string counts_text(const Cell& cell) {
  if (!position::is_position(cell.code)) return "";
  std::string text;
  auto add = [&](double weight, const char* side) {
    if (weight <= 0) return;
    if (!text.empty()) text += ", ";
    append_json_number(text, weight, 2);
    text.append(" ").append(side);
  };
  add(cell.support, "for");
  add(cell.oppose, "against");
  add(cell.neutral, "neutral");
  return text;
}

const std::string& title_of(const position::Head& head) { return head.title.empty() ? head.id : head.title; }

}  // namespace demarche::report
