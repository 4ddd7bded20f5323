#include "engine/report/matrix_xlsx.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <stdexcept>

#include "engine/base/utf8.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/counting.hpp"
#include "engine/report/latest_document.hpp"
#include "engine/report/matrix_json.hpp"
#include "engine/report/xlsx_looks.hpp"

namespace demarche::report {

namespace {

using namespace xlsx;
using position::Cell;
using position::Code;
using Sheet = Workbook::Sheet;
using CellId = std::pair<std::string, std::string>;  // actor, issue

constexpr std::uint32_t matrix_head = 3;   // the row with the issues
constexpr std::uint32_t matrix_names = 2;  // columns before the issues
constexpr std::uint32_t list_head = 0;     // of the sheets that are lists
constexpr double line_height = 15;         // points
constexpr double tallest_row = 400;        // Excel's limit is 409
constexpr double sentence_width = 80;      // characters
constexpr double title_width = 36;

// Where things stand in the file, so that one sheet can lead to another.
struct Places {
  std::map<CellId, CellPlace> cells;     // in the matrix
  std::map<CellId, CellPlace> evidence;  // the first piece
  std::vector<EvidenceLine> lines;
};

Places places_of(const TableInput& input) {
  Places places;
  const auto& matrix = input.matrix;
  for (std::uint32_t row = 0; row < matrix.rows.size(); ++row)
    for (std::uint32_t column = 0; column < matrix.columns.size(); ++column)
      places.cells.emplace(
          CellId{matrix.rows[row].id, matrix.columns[column].id},
          CellPlace{matrix_sheet, matrix_head + 1 + row, static_cast<std::uint16_t>(matrix_names + column)});
  places.lines = evidence_by_cell(input);
  for (std::uint32_t i = 0; i < places.lines.size(); ++i) {
    const auto& record = *places.lines[i].record;
    places.evidence.emplace(CellId{record.actor, record.issue}, CellPlace{evidence_sheet, list_head + 1 + i, 0});
  }
  return places;
}

// Heads of a list, frozen and filtered, with the widths of their columns in characters.
struct Column {
  std::string_view name;
  double width;
};

// On paper only the first `printed` columns: what is read, not what is filtered by.
void list_heads(Sheet& sheet, const std::vector<Column>& columns, std::size_t rows, std::uint32_t printed) {
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    sheet.width(i, i, columns[i].width);
    sheet.text(list_head, i, columns[i].name, head);
  }
  const std::uint32_t last = list_head + static_cast<std::uint32_t>(rows);
  sheet.freeze(list_head + 1, 0);
  sheet.filter(list_head, 0, last, static_cast<std::uint32_t>(columns.size() - 1));
  sheet.print_wide(list_head, last, printed - 1);
}

// Texts and the widths of their columns. Spreadsheets do not agree on when they fit a row to its text, so it is said.
void fit_height(Sheet& sheet, std::uint32_t row, std::initializer_list<std::pair<std::string_view, double>> texts) {
  double lines = 1;
  for (const auto& [text, width] : texts)
    lines = std::max(lines, std::ceil(static_cast<double>(utf8::count_code_points(text)) / (width * 0.95)));
  sheet.height(row, std::min(line_height * lines, tallest_row));
}

void date_or_blank(Sheet& sheet, std::uint32_t row, std::uint32_t column, const std::optional<Date>& day) {
  if (day) sheet.date(row, column, *day, middle);
}

std::string tip_of(const Cell& cell) {
  std::string tip =
      code_text(cell) + ": " + std::to_string(cell.documents) + (cell.documents == 1 ? " document" : " documents");
  if (cell.first) tip += ", " + to_string(*cell.first);
  if (cell.last && cell.last != cell.first) tip += " to " + to_string(*cell.last);
  return tip + ". Click for the evidence.";
}

// ---- Matrix ----

void matrix_titles(Sheet& sheet, const TableInput& input) {
  const auto& matrix = input.matrix;
  sheet.text(0, 0, matrix.title.empty() ? "Positions" : matrix.title, title);
  sheet.text(1, 0, legend(Signs::unicode), note);
  sheet.text(matrix_head, 0, "actor", head);
  sheet.text(matrix_head, 1, "name", head);
  std::size_t longest = 0;
  for (std::uint32_t i = 0; i < matrix.columns.size(); ++i) {
    sheet.text(matrix_head, matrix_names + i, matrix.columns[i].title, column_head);
    longest = std::max(longest, matrix.columns[i].title.size());
  }
  sheet.height(matrix_head, std::clamp(16.0 * static_cast<double>(longest / 13 + 1), 32.0, 160.0));
  sheet.height(0, 26);
}

void matrix_cells(Sheet& sheet, const TableInput& input, const Places& places) {
  const auto& matrix = input.matrix;
  for (std::uint32_t row = 0; row < matrix.rows.size(); ++row) {
    const std::uint32_t at = matrix_head + 1 + row;
    sheet.text(at, 0, matrix.rows[row].id, head);
    sheet.text(at, 1, matrix.rows[row].title, head);
    sheet.height(at, 20);
    for (std::uint32_t column = 0; column < matrix.columns.size(); ++column) {
      const Cell& cell = matrix.at(row, column);
      const std::string holder = cell.via.empty() ? matrix.rows[row].id : cell.via;
      const auto evidence = places.evidence.find({holder, matrix.columns[column].id});
      const std::string text = short_text(cell, Signs::unicode);
      if (evidence == places.evidence.end() || text.empty()) {
        sheet.text(at, matrix_names + column, text, look_of(cell));
      } else {
        sheet.link(at, matrix_names + column, text, evidence->second, tip_of(cell), look_of(cell));
      }
    }
  }
}

// How many actors hold each position, below the matrix: what a brief quotes first.
void matrix_totals(Sheet& sheet, const position::Matrix& matrix) {
  std::uint32_t at = matrix_head + static_cast<std::uint32_t>(matrix.rows.size()) + 2;
  sheet.text(at++, 1, "Actors per position", {.bold = true});
  for (const Code code : {Code::support, Code::oppose, Code::mixed, Code::conditional, Code::neutral, Code::mentioned,
                          Code::silent, Code::no_coverage}) {
    sheet.text(at, 1, position::name_of(code), look_of(code));
    for (std::uint32_t column = 0; column < matrix.columns.size(); ++column) {
      double count = 0;
      for (std::size_t row = 0; row < matrix.rows.size(); ++row) count += matrix.at(row, column).code == code;
      sheet.number(at, matrix_names + column, count, total);
    }
    ++at;
  }
}

void write_matrix(Sheet sheet, const TableInput& input, const Places& places) {
  const auto& matrix = input.matrix;
  sheet.width(0, 0, 9);
  sheet.width(1, 1, 26);
  if (!matrix.columns.empty())
    sheet.width(matrix_names, matrix_names + static_cast<std::uint32_t>(matrix.columns.size()) - 1, 15);
  matrix_titles(sheet, input);
  matrix_cells(sheet, input, places);
  if (!matrix.rows.empty()) matrix_totals(sheet, matrix);
  sheet.freeze(matrix_head + 1, matrix_names);
  sheet.filter(matrix_head, 0, matrix_head + static_cast<std::uint32_t>(matrix.rows.size()),
               matrix_names + static_cast<std::uint32_t>(matrix.columns.size()) - 1);
  sheet.print_wide(matrix_head, matrix_head + static_cast<std::uint32_t>(matrix.rows.size()) + 12,
                   matrix_names + static_cast<std::uint32_t>(matrix.columns.size()) - 1);
}

// ---- Cells ----

void write_cell(Sheet& sheet, std::uint32_t at, const TableInput& input, std::size_t row, std::size_t column) {
  const auto& matrix = input.matrix;
  const Cell& cell = matrix.at(row, column);
  std::uint32_t c = 0;
  sheet.text(at, c++, matrix.rows[row].id, plain);
  sheet.text(at, c++, matrix.rows[row].title, plain);
  sheet.text(at, c++, matrix.columns[column].id, plain);
  sheet.text(at, c++, matrix.columns[column].title, plain);
  sheet.text(at, c++, symbol(cell, Signs::unicode), look_of(cell));
  sheet.text(at, c++, position::name_of(cell.code), plain);
  sheet.text(at, c++, cell.refinement == position::Refinement::none ? "" : position::name_of(cell.refinement), plain);
  sheet.text(at, c++, cell.via, plain);
  for (const double weight : {cell.support, cell.oppose, cell.neutral}) sheet.number(at, c++, weight, plain);
  const bool sides = cell.support + cell.oppose > 0;
  for (const double figure_of : {cell.lean, cell.strength, cell.interval.low, cell.interval.high}) {
    if (sides) sheet.number(at, c, figure_of, figure);
    ++c;
  }
  sheet.text(at, c++, cell.thin ? "thin" : "", plain);
  for (const double count : {double(cell.records), double(cell.units.size()), double(cell.documents),
                             double(cell.sources), double(cell.covering)})
    sheet.number(at, c++, count, plain);
  date_or_blank(sheet, at, c++, cell.first);
  date_or_blank(sheet, at, c++, cell.last);
}

void write_cells(Sheet sheet, const TableInput& input) {
  const auto& matrix = input.matrix;
  list_heads(sheet, {{"actor", 9},     {"name", 24},       {"issue", 24},    {"title", 34},      {"sign", 7},
                     {"code", 13},     {"refinement", 12}, {"via", 8},       {"support", 9},     {"oppose", 9},
                     {"neutral", 9},   {"lean", 8},        {"strength", 10}, {"share, low", 11}, {"share, high", 11},
                     {"thin", 7},      {"records", 9},     {"counted", 9},   {"documents", 11},  {"sources", 9},
                     {"covering", 10}, {"first", 12},      {"last", 12}},
             matrix.cells.size(), 12);
  std::uint32_t at = list_head;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) write_cell(sheet, ++at, input, row, column);
}

// ---- Evidence ----

void back_link(Sheet& sheet, std::uint32_t at, const CellId& id, const Places& places) {
  const auto cell = places.cells.find(id);
  if (cell != places.cells.end()) sheet.link(at, 0, "↩", cell->second, "back to " + id.first + " in the matrix", back);
}

void write_evidence_line(Sheet& sheet, std::uint32_t at, const TableInput& input, const EvidenceLine& line,
                         const Counting& counting, const Places& places) {
  const auto& record = *line.record;
  std::uint32_t c = 0;
  fit_height(sheet, at, {{record.sentence, sentence_width}, {record.speaker, 22}, {line.document->title, title_width}});
  back_link(sheet, at, {record.actor, record.issue}, places);
  ++c;
  sheet.text(at, c++, record.actor, plain);
  sheet.text(at, c++, input.names.actor(record.actor), wrapped);
  sheet.text(at, c++, record.issue, wrapped);
  sheet.text(at, c++, evidence::name_of(record.stance), bold);
  sheet.text(at, c++, evidence::name_of(record.strength), plain);
  date_or_blank(sheet, at, c++, record.date);
  sheet.text(at, c++, record.sentence, wrapped);
  sheet.text(at, c++, record.speaker, wrapped);
  sheet.text(at, c++, record.source, wrapped);
  sheet.text(at, c++, counting.note(line), wrapped);
  sheet.text(at, c++, evidence::name_of(record.kind), plain);
  sheet.text(at, c++, evidence::name_of(record.mode), plain);
  sheet.text(at, c++, record.via, plain);
  sheet.text(at, c++, record.claimant, plain);
  sheet.text(at, c++, line.document->title, wrapped);
  sheet.web_link(at, c++, line.document->url, plain);
  sheet.text(at, c++, record.doc, plain);
  sheet.number(at, c++, record.sentence_range.start, plain);
  sheet.number(at, c++, record.sentence_range.end, plain);
  sheet.text(at, c++, record.rule, plain);
  sheet.text(at, c++, record.construction, plain);
  sheet.text(at, c++, record.negated ? "negated" : "", plain);
  sheet.number(at, c++, record.score, figure);
}

void write_evidence(Sheet sheet, const TableInput& input, const Places& places) {
  list_heads(sheet, {{"cell", 6},     {"actor", 9},         {"name", 18},     {"issue", 22},
                     {"stance", 10},  {"strength", 10},     {"date", 12},     {"sentence", sentence_width},
                     {"speaker", 22}, {"source", 18},       {"counted", 18},  {"kind", 10},
                     {"mode", 12},    {"via", 7},           {"claimant", 10}, {"title", title_width},
                     {"link", 28},    {"document", 22},     {"start", 8},     {"end", 8},
                     {"rule", 26},    {"construction", 22}, {"negated", 10},  {"score", 8}},
             places.lines.size(), 11);
  const Counting counting(input);
  std::uint32_t at = list_head;
  for (const auto& line : places.lines) write_evidence_line(sheet, ++at, input, line, counting, places);
}

// ---- Quotes ----

void write_quotes(Sheet sheet, const TableInput& input, const Places& places) {
  const auto& matrix = input.matrix;
  std::size_t count = 0;
  for (const auto& cell : matrix.cells) count += cell.quotes.size();
  list_heads(sheet,
             {{"cell", 6},
              {"actor", 9},
              {"name", 18},
              {"issue", 34},
              {"position", 18},
              {"stance", 10},
              {"date", 12},
              {"quote", sentence_width},
              {"speaker", 24},
              {"source", 20},
              {"title", title_width},
              {"link", 28},
              {"document", 22}},
             count, 10);
  std::uint32_t at = list_head;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      for (const auto& ref : matrix.at(row, column).quotes) {
        const auto& record = record_at(input.results, ref);
        const auto& document = input.results.at(ref.document);
        std::uint32_t c = 1;
        back_link(sheet, ++at, {matrix.rows[row].id, matrix.columns[column].id}, places);
        fit_height(
            sheet, at,
            {{record.sentence, sentence_width}, {matrix.columns[column].title, 34}, {document.title, title_width}});
        sheet.text(at, c++, matrix.rows[row].id, plain);
        sheet.text(at, c++, matrix.rows[row].title, wrapped);
        sheet.text(at, c++, matrix.columns[column].title, wrapped);
        sheet.text(at, c++, code_text(matrix.at(row, column)), wrapped);
        sheet.text(at, c++, evidence::name_of(record.stance), bold);
        date_or_blank(sheet, at, c++, record.date);
        sheet.text(at, c++, record.sentence, wrapped);
        sheet.text(at, c++, record.speaker, wrapped);
        sheet.text(at, c++, record.source, wrapped);
        sheet.text(at, c++, document.title, wrapped);
        sheet.web_link(at, c++, document.url, plain);
        sheet.text(at, c++, record.doc, plain);
      }
}

// ---- Method ----

void write_method(Sheet sheet, const TableInput& input) {
  sheet.width(0, 0, 20);
  sheet.width(1, 1, 100);
  std::uint32_t at = 0;
  sheet.text(at++, 0, "How this table came about", title);
  for (const auto& [name, value] : provenance_lines(input.provenance, input.matrix.options)) {
    sheet.text(++at, 0, name, bold);
    sheet.text(at, 1, value, wrapped);
  }
  at += 2;
  sheet.text(at++, 0, "Positions", {.bold = true, .size = 13});
  for (const Code code : {Code::support, Code::oppose, Code::mixed, Code::conditional, Code::neutral, Code::mentioned,
                          Code::silent, Code::no_coverage}) {
    sheet.text(at, 0, position::name_of(code), look_of(code));
    sheet.text(at++, 1, position::meaning_of(code), wrapped);
  }
  sheet.text(at, 0, "paler", wrapped);
  sheet.text(at++, 1, "a position that rests on fewer than three documents (thin), or is under a condition", wrapped);
  ++at;
  sheet.text(at++, 0, "Sheets", {.bold = true, .size = 13});
  const std::pair<std::string_view, std::string_view> sheets[] = {
      {matrix_sheet, "actors by issues; a click on a cell leads to its first piece of evidence"},
      {cells_sheet, "one line a cell, with every figure: for filters and pivot tables"},
      {evidence_sheet, "every piece of evidence, cell by cell, oldest first; ↩ leads back to the matrix"},
      {quotes_sheet, "the best evidence of each cell and direction"}};
  for (const auto& [name, meaning] : sheets) {
    sheet.text(at, 0, name, bold);
    sheet.text(at++, 1, meaning, wrapped);
  }
  sheet.print_wide(0, at, 1);
}

// Why the tables cannot be sheets; empty when they can.
std::string too_large(const TableInput& input) {
  const auto& matrix = input.matrix;
  const auto says = [](const std::string& what, std::size_t most) {
    return what + ", and an Excel sheet has " + std::to_string(most) +
           " at most; choose fewer (--rows, --columns, --window), or write --format sqlite";
  };
  if (matrix.columns.size() + matrix_names > most_columns)
    return says("the matrix has " + std::to_string(matrix.columns.size()) + " issues", most_columns - matrix_names);
  if (matrix.rows.size() + matrix_head + 12 > most_rows)
    return says("the matrix has " + std::to_string(matrix.rows.size()) + " actors", most_rows - matrix_head - 12);
  if (matrix.cells.size() >= most_rows)
    return says("the matrix has " + std::to_string(matrix.cells.size()) + " cells", most_rows - 1);
  std::size_t records = 0;
  for (const auto& result : input.results) records += result.records.size();
  if (records >= most_rows) return says("there are " + std::to_string(records) + " pieces of evidence", most_rows - 1);
  return "";
}

}  // namespace

TableFile matrix_xlsx(const TableInput& input) {
  if (std::string reason = too_large(input); !reason.empty()) return {"", reason};
  try {
    Workbook book(input.matrix.title.empty() ? "Positions" : input.matrix.title, "demarche " + input.provenance.version,
                  latest_document(input.results));
    const Places places = places_of(input);
    write_matrix(book.add_sheet(std::string(matrix_sheet)), input, places);
    write_cells(book.add_sheet(std::string(cells_sheet)), input);
    write_evidence(book.add_sheet(std::string(evidence_sheet)), input, places);
    write_quotes(book.add_sheet(std::string(quotes_sheet)), input, places);
    write_method(book.add_sheet(std::string(method_sheet)), input);
    return {book.bytes(), ""};
  } catch (const std::runtime_error& error) {
    return {"", std::string("the workbook cannot be made: ") + error.what()};
  }
}

}  // namespace demarche::report
