#include "engine/report/quote.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

// What decides which piece is quoted first; the score as evidence.jsonl has it.
auto worth(const evidence::Record& record, position::RecordRef ref) {
  return std::make_tuple(-std::lround(record.score * 1000), -static_cast<int>(record.strength), ref);
}

std::string without_outer_marks(std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{
      {{"“", "”"}, {"\"", "\""}, {"«", "»"}}};
  for (const auto& [open, close] : marks) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string inner = text.substr(open.size(), text.size() - open.size() - close.size());
    if (inner.find(open) == std::string::npos && inner.find(close) == std::string::npos) return inner;
  }
  return text;
}

}  // namespace

Quote quote_at(const std::vector<evidence::DocumentResult>& results, position::RecordRef ref) {
  const auto& document = results.at(ref.document);
  return {&document.records.at(ref.record), &document};
}

std::vector<Quote> best_quotes(const position::Cell& cell, const std::vector<evidence::DocumentResult>& results,
                               std::size_t count) {
  std::vector<position::RecordRef> refs;
  for (const auto& unit : cell.units)
    if (unit.weight > 0) refs.push_back(unit.best);
  std::sort(refs.begin(), refs.end(), [&](position::RecordRef a, position::RecordRef b) {
    return worth(*quote_at(results, a).record, a) < worth(*quote_at(results, b).record, b);
  });
  std::vector<std::pair<std::size_t, Quote>> turns;  // the place of a piece among those of its direction
  std::array<std::size_t, 3> taken{};
  for (const auto ref : refs) {
    const Quote quote = quote_at(results, ref);
    turns.emplace_back(taken[static_cast<std::size_t>(quote.record->stance)]++, quote);
  }
  std::stable_sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Quote> quotes;
  for (const auto& [turn, quote] : turns)
    if (quotes.size() < count) quotes.push_back(quote);
  return quotes;
}

std::string attribution(const Quote& quote, const std::string& actor) {
  const evidence::Record& record = *quote.record;
  std::string text = record.speaker.empty() ? actor : record.speaker + " (" + actor + ")";
  if (!record.source.empty()) text += ", " + record.source;
  return one_line(text + ", " + (record.date ? to_string(*record.date) : "undated"));
}

namespace {
// Quotes within a quote are single ones, each with its partner: “‘We oppose it,’ he said.” A straight mark opens behind
// a blank or a bracket; a sentence may begin or end inside a quote.
std::string with_inner_marks(const std::string& text) {
  std::string out;
  int open = 0;
  bool began_inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const bool curly = rest.starts_with("“") || rest.starts_with("”");
    if (!curly && rest[0] != '"') {
      out += text[at++];
      continue;
    }
    const bool opens = curly ? rest.starts_with("“") : at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
    if (!opens && open == 0) began_inside = true;
    open = opens ? open + 1 : std::max(open - 1, 0);
    out += opens ? "‘" : "’";
    at += curly ? std::string_view("“").size() : 1;
  }
  return (began_inside ? "‘" : "") + out + (open > 0 ? "’" : "");
}
}  // namespace

std::string quoted(const Quote& quote) {
  return "“" + with_inner_marks(without_outer_marks(one_line(quote.record->sentence))) + "”";
}

}  // namespace demarche::report
