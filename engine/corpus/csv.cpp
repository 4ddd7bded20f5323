#include <algorithm>
#include <utility>

#include "engine/corpus/format.hpp"
#include "engine/corpus/layout.hpp"
#include "engine/corpus/metadata.hpp"

// Tables after RFC 4180 with a header line; semicolons and tabs are understood as separators too.
namespace demarche::corpus {
namespace {

struct Row {
  std::vector<std::string> cells;
  std::size_t line = 1;        // where it begins
  bool open_quote = false;     // the file ended inside a quoted cell
};

class Table {
 public:
  explicit Table(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    std::string_view header = text_.substr(at_, line_at(text_, at_).end - at_);
    for (char candidate : {',', ';', '\t'})
      if (std::count(header.begin(), header.end(), candidate) > std::count(header.begin(), header.end(), separator_))
        separator_ = candidate;
  }

  // The next row that is not blank; false at the end.
  bool next(Row& row) {
    while (at_ < text_.size()) {
      row = {{}, line_, false};
      read_row(row);
      if (row.cells.size() > 1 || !trimmed(row.cells.front()).empty()) return true;
    }
    return false;
  }

 private:
  void read_row(Row& row) {
    for (;;) {
      row.cells.emplace_back();
      if (at_ < text_.size() && text_[at_] == '"')
        read_quoted(row);
      else
        read_bare(row.cells.back());
      if (at_ >= text_.size()) return;
      if (text_[at_++] == separator_) continue;
      ++line_;
      return;
    }
  }

  // To the separator or the line feed, which stays.
  void read_bare(std::string& cell) {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n') ++end;
    cell.append(text_.substr(at_, end - at_));
    if (cell.ends_with('\r')) cell.pop_back();
    at_ = end;
  }

  void read_quoted(Row& row) {
    std::string& cell = row.cells.back();
    ++at_;
    for (;;) {
      std::size_t quote = std::min(text_.find('"', at_), text_.size());
      line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                   text_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
      cell.append(text_.substr(at_, quote - at_));
      at_ = quote + 1;
      if (quote >= text_.size()) {
        row.open_quote = true;
        at_ = text_.size();
        return;
      }
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell += '"';
      ++at_;
    }
    std::string rest;  // what people write behind the closing quote belongs to the cell
    read_bare(rest);
    cell += rest;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char separator_ = ',';
};

std::string count_of(std::size_t count) { return std::to_string(count) + (count == 1 ? " cell" : " cells"); }

class RowReader {
 public:
  RowReader(const Document& start, std::vector<std::string> header, Sink& sink)
      : start_(start), header_(std::move(header)), sink_(sink) {}

  void read(Row&& row) {
    std::string where = start_.path + ":" + std::to_string(row.line);
    if (row.open_quote) {
      auto& diagnostic = sink_.diagnostics.add(DiagnosticId::csv_open_quote, "a quoted cell of this row is not closed", where);
      diagnostic.notes.push_back("all that follows would belong to it, so it is not read");
      return;
    }
    if (row.cells.size() != header_.size()) {
      auto& diagnostic = sink_.diagnostics.add(
          DiagnosticId::csv_ragged_row,
          "this row has " + count_of(row.cells.size()) + ", the header has " + count_of(header_.size()) + ": it is not read", where);
      diagnostic.help = "put texts with commas or line ends between double quotes";
      return;
    }
    Document document = start_;
    document.id += ":" + std::to_string(row.line);
    std::vector<std::string> from_name = std::exchange(document.speaking, {});
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (header_[i] == "text")
        document.text = std::move(row.cells[i]);
      else
        set_field(document, header_[i], row.cells[i], {where}, sink_.diagnostics);
    }
    if (document.speaking.empty()) document.speaking = std::move(from_name);
    document.body = {0, static_cast<std::uint32_t>(document.text.size())};
    analyse_layout(document);
    sink_.give(std::move(document), where);
  }

 private:
  const Document& start_;
  std::vector<std::string> header_;
  Sink& sink_;
};

}  // namespace

void read_csv(Input&& input, Sink& sink) {
  Table table(input.text);
  Row row;
  if (!table.next(row)) return sink.give(std::move(input.start), input.start.path);
  std::vector<std::string> header;
  for (const auto& cell : row.cells) header.push_back(lower_ascii(trimmed(cell)));
  if (std::find(header.begin(), header.end(), "text") == header.end()) {
    auto& diagnostic = sink.diagnostics.add(DiagnosticId::csv_no_header, "the table has no column `text`", input.start.path);
    diagnostic.help = "name the columns in the first line: id,date,source,title,text";
    return;
  }
  RowReader reader(input.start, std::move(header), sink);
  while (table.next(row)) {
    if (input.cut && row.open_quote) break;
    reader.read(std::move(row));
  }
}

}  // namespace demarche::corpus
