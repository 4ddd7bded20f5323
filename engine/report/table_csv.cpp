#include "engine/report/table_csv.hpp"

#include "engine/report/grid_text.hpp"
#include "engine/report/matrix_csv.hpp"
#include "engine/report/matrix_json.hpp"

namespace demarche::report {

namespace {

using evidence::DocumentResult;
using position::Cell;
using position::Code;

// A text that may hold anything; a tab is quoted as well as a comma, so that one function serves both separators.
std::string field(std::string_view text) {
  std::string value = csv_field(text);
  if (value.find('\t') != std::string::npos && value.front() != '"') value = "\"" + value + "\"";
  return value;
}

class Line {
 public:
  explicit Line(Separator separator) : separator_(static_cast<char>(separator)) {}

  void text(std::string_view value) { raw(field(value)); }
  void number(std::uint64_t value) { raw(std::to_string(value)); }
  // Nothing when there is none.
  void raw(const std::string& value) {
    if (begun_) out_ += separator_;
    begun_ = true;
    out_ += value;
  }
  std::string take() { return std::move(out_) + "\n"; }

 private:
  std::string out_;
  char separator_;
  bool begun_ = false;
};

std::string total_name(Code code) {
  std::string name = "n_" + std::string(position::name_of(code));
  for (char& c : name)
    if (c == '-') c = '_';
  return name;
}

std::string first_column(const Grid& grid) { return grid.transposed ? "issue" : "actor"; }
std::string second_column(const Grid& grid) { return grid.transposed ? "title" : "name"; }

void add_census(const Census& census, Line& line) {
  for (const Code code : codes_in_order()) line.number(census[static_cast<std::size_t>(code)]);
}

// A lean is a number: -0.5 must not get the apostrophe that a text has.
void add_cell(const Grid& grid, const Cell* cell, const std::vector<DocumentResult>& results, Line& line) {
  const std::string text = content_text(cell, grid.content, Content::code, Signs::plain, results);
  if (grid.content == Content::lean)
    line.raw(text);
  else
    line.text(text);
}

std::string date_text(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& item : list) text.append(text.empty() ? "" : " ").append(item);
  return text;
}

void add_shift(const Cell& cell, Line& line) {
  const auto& shift = cell.shift;
  line.raw(shift ? std::string(evidence::name_of(shift->before)) : "");
  line.raw(shift ? to_string(shift->last_before) : "");
  line.raw(shift ? std::string(evidence::name_of(shift->after)) : "");
  line.raw(shift ? to_string(shift->first_after) : "");
}

void add_quote(const Cell& cell, const std::vector<DocumentResult>& results, Line& line) {
  if (cell.quotes.empty()) {
    for (int i = 0; i < 9; ++i) line.raw("");
    return;
  }
  const auto& document = results.at(cell.quotes.front().document);
  const auto& record = record_at(results, cell.quotes.front());
  line.text(record.sentence);
  line.raw(std::string(evidence::name_of(record.stance)));
  line.text(record.speaker);
  line.raw(date_text(record.date));
  line.text(record.source);
  line.text(record.doc);
  line.number(record.sentence_range.start);
  line.number(record.sentence_range.end);
  line.text(document.url);
}

std::string long_line(const position::Head& actor, const position::Head& issue, const Cell& cell,
                      const std::vector<DocumentResult>& results) {
  Line line(Separator::comma);
  const bool sides = cell.support + cell.oppose > 0;
  for (const auto* text : {&actor.id, &actor.title, &issue.id, &issue.title}) line.text(*text);
  line.raw(std::string(position::name_of(cell.code)));
  line.raw(std::string(position::name_of(cell.refinement)));
  line.text(cell.via);
  for (const double weight : {cell.support, cell.oppose, cell.neutral}) line.raw(number_text(weight));
  line.raw(sides ? number_text(cell.lean) : "");
  line.raw(sides ? number_text(cell.strength) : "");
  line.raw(sides ? number_text(cell.interval.low) : "");
  line.raw(sides ? number_text(cell.interval.high) : "");
  line.raw(cell.thin ? "true" : "false");
  line.number(cell.records);
  line.number(cell.units.size());
  for (const auto count :
       {cell.documents, cell.sources, cell.conditional, cell.covering, cell.outside_window, cell.undated})
    line.number(count);
  line.raw(date_text(cell.first));
  line.raw(date_text(cell.last));
  add_shift(cell, line);
  for (const auto count : {cell.claims.support, cell.claims.oppose, cell.claims.neutral}) line.number(count);
  line.text(joined(cell.claims.claimants));
  add_quote(cell, results, line);
  return line.take();
}

}  // namespace

std::string table_csv(const Grid& grid, const std::vector<DocumentResult>& results, Separator separator) {
  Line head(separator);
  head.text(first_column(grid));
  head.text(second_column(grid));
  for (const auto& column : grid.columns) head.text(column.id);
  if (grid.totals)
    for (const Code code : codes_in_order()) head.text(total_name(code));
  std::string out = head.take();
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    Line line(separator);
    line.text(grid.rows[row].id);
    line.text(title_of(grid.rows[row]));
    for (std::size_t column = 0; column < grid.columns.size(); ++column)
      add_cell(grid, grid.at(row, column), results, line);
    if (grid.totals) add_census(census_of_row(grid, row), line);
    out += line.take();
  }
  if (!grid.totals) return out;
  std::vector<Census> censuses;
  for (std::size_t column = 0; column < grid.columns.size(); ++column)
    censuses.push_back(census_of_column(grid, column));
  const Census all = census_of_all(grid);
  for (const Code code : codes_in_order()) {
    Line line(separator);
    line.text(total_name(code));
    line.text("number of cells: " + std::string(position::name_of(code)));
    for (const Census& census : censuses) line.number(census[static_cast<std::size_t>(code)]);
    for (const Code other : codes_in_order())
      line.raw(other == code ? std::to_string(all[static_cast<std::size_t>(code)]) : "");
    out += line.take();
  }
  return out;
}

std::string table_csv_long(const Grid& grid, const std::vector<DocumentResult>& results) {
  Line head(Separator::comma);
  for (const auto& column : long_columns()) head.text(column.name);
  std::string out = head.take();
  for (std::size_t row = 0; row < grid.rows.size(); ++row)
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const Cell* cell = grid.at(row, column);
      if (!cell) continue;
      const auto& actor = grid.transposed ? grid.columns[column] : grid.rows[row];
      const auto& issue = grid.transposed ? grid.rows[row] : grid.columns[column];
      out += long_line(actor, issue, *cell, results);
    }
  return out;
}

const std::vector<CsvColumn>& long_columns() {
  static const std::vector<CsvColumn> columns{
      {"actor", "string", "id of the actor"},
      {"name", "string", "its name"},
      {"issue", "string", "id of the issue"},
      {"title", "string", "its title"},
      {"code", "string", "the position"},
      {"refinement", "string", "of a mixed position: shifted or ambivalent"},
      {"via", "string", "the group whose position it is"},
      {"support", "number", "weight of the evidence for"},
      {"oppose", "number", "weight of the evidence against"},
      {"neutral", "number", "weight of the evidence for neither"},
      {"lean", "number", "(S-O)/(S+O)"},
      {"strength", "number", "ln((S+0.5)/(O+0.5))"},
      {"interval_low", "number", "lower end of the 95% Jeffreys interval of the share of support"},
      {"interval_high", "number", "its upper end"},
      {"thin", "boolean", "fewer than three documents"},
      {"records", "integer", "records in the window"},
      {"counted", "integer", "what is left of them without reprints and duplicates"},
      {"documents", "integer", "documents with counted evidence"},
      {"sources", "integer", "sources of these documents"},
      {"conditional", "integer", "of the counted: only under a condition, or a question"},
      {"covering", "integer", "documents in the window by the actor or naming it"},
      {"outside_window", "integer", "records outside the window"},
      {"undated_left_out", "integer", "records left out because they have no date"},
      {"first", "date", "date of the first evidence"},
      {"last", "date", "date of the last"},
      {"shift_before", "string", "of a shift: the old direction"},
      {"shift_last_before", "date", "its last date"},
      {"shift_after", "string", "the new direction"},
      {"shift_first_after", "date", "its first date"},
      {"claims_support", "integer", "claims by others that the actor is for"},
      {"claims_oppose", "integer", "that it is against"},
      {"claims_neutral", "integer", "that it is neither"},
      {"claimants", "string", "who says so, ids with spaces between them"},
      {"quote", "string", "the best sentence"},
      {"quote_stance", "string", "its direction"},
      {"quote_speaker", "string", "who said it"},
      {"quote_date", "date", "when"},
      {"quote_source", "string", "where"},
      {"quote_doc", "string", "id of the document"},
      {"quote_start", "integer", "its place in the document's text, in code points"},
      {"quote_end", "integer", "its end, exclusive"},
      {"quote_url", "string", "address of the document"}};
  return columns;
}

std::vector<CsvColumn> wide_columns(const Grid& grid) {
  std::vector<CsvColumn> columns{{first_column(grid), "string", "", ""}, {second_column(grid), "string", "", ""}};
  for (const auto& head : grid.columns)
    columns.push_back({head.id, grid.content == Content::lean ? "number" : "string", "", title_of(head)});
  if (grid.totals)
    for (const Code code : codes_in_order()) columns.push_back({total_name(code), "integer", "", ""});
  return columns;
}

}  // namespace demarche::report
