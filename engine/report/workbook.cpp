#include "engine/report/workbook.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <map>
#include <stdexcept>
#include <utility>

#include "engine/base/utf8.hpp"

namespace demarche::report {

namespace {

constexpr std::uint32_t most_links = 65'000;  // Excel's limit is 65,530
constexpr std::size_t longest_link = 2'000;   // Excel's limit is 2,079, escapes included
constexpr std::size_t longest_tip = 250;      // Excel's limit is 255
constexpr Date first_day{-25'508};            // 1900-03-01: Excel believes that 1900 had a 29 February
constexpr std::uint32_t link_ink = 0x0B57A4;

[[noreturn]] void fail(const std::string& reason) { throw std::runtime_error(reason); }

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

lxw_row_t row_of(std::uint32_t row) { return row; }
lxw_col_t column_of(std::uint32_t column) { return static_cast<lxw_col_t>(column); }

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Excel reads `_x0041_` in a text as the character of that number.
bool looks_escaped(std::string_view text, std::size_t at) {
  if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  for (std::size_t i = at + 2; i < at + 6; ++i)
    if (!is_hexadecimal(text[i])) return false;
  return true;
}

// Characters without a place in XML 1.0: controls but tab and line feed, surrogates, U+FFFE and U+FFFF.
bool is_writable(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n';
  return c != 0x7F && (c < 0xD800 || c > 0xDFFF) && c < 0x110000 && c != 0xFFFD && c != 0xFFFE && c != 0xFFFF;
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string cut(std::string_view text, std::size_t bytes) {
  while (bytes < text.size() && bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return std::string(text.substr(0, bytes));
}

// A file in memory with a name that libxlsxwriter can open.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0) fail("no file can be made in memory (system error " + std::to_string(errno) + ")");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  std::string bytes() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) fail("the finished file cannot be read");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
      const ssize_t got = ::pread(descriptor_, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
      if (got <= 0) fail("the finished file cannot be read");
      have += static_cast<std::size_t>(got);
    }
    return bytes;
  }

 private:
  int descriptor_;
};

}  // namespace

std::string cell_text(std::string_view text) {
  std::string out;
  std::size_t units = 0;  // UTF-16 units of `text`
  std::size_t fits = 0;   // bytes of `out` that leave room for the mark
  constexpr std::size_t units_of_mark = 60;
  for (std::size_t at = 0; at < text.size();) {
    if (looks_escaped(text, at)) {
      out += "_x005F";
      units += 6;
    }
    const std::size_t from = at;
    const char32_t c = utf8::decode(text, at);  // U+FFFD for what is no UTF-8
    units += c > 0xFFFF ? 2 : 1;
    is_writable(c) ? void(out.append(text, from, at - from)) : void(out += "\xEF\xBF\xBD");
    if (units + units_of_mark <= longest_text) fits = out.size();
  }
  if (units <= longest_text) return out;
  return out.substr(0, fits) + "… [cut here: the text has " + with_commas(units) + " characters]";
}

struct Workbook::Sheet::State {
  std::string name;
  lxw_worksheet* sheet = nullptr;
  Workbook::State* book = nullptr;
  std::uint32_t links = 0;
};

struct Workbook::State {
  MemoryFile file;
  lxw_workbook* book = nullptr;
  std::map<Style, lxw_format*> formats;
  std::deque<Sheet::State> sheets;

  ~State() {
    if (book) lxw_workbook_free(book);
  }
  lxw_format* format(const Style& style);
};

lxw_format* Workbook::State::format(const Style& style) {
  auto& format = formats[style];
  if (format) return format;
  format = workbook_add_format(book);
  if (!format) fail("out of memory");
  if (style.bold) format_set_bold(format);
  if (style.italic) format_set_italic(format);
  if (style.wrap) format_set_text_wrap(format);
  if (style.centered) format_set_align(format, LXW_ALIGN_CENTER);
  format_set_align(format, style.top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (style.bordered) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xBFBFBF);
  }
  if (style.fill != 0xFFFFFF) format_set_bg_color(format, style.fill);
  if (style.ink != 0) format_set_font_color(format, style.ink);
  if (!style.number.empty()) format_set_num_format(format, std::string(style.number).c_str());
  format_set_font_size(format, style.size);
  return format;
}

Workbook::Workbook(const std::string& title, const std::string& author, Date created)
    : state_(std::make_unique<State>()) {
  state_->book = workbook_new(state_->file.name().c_str());
  if (!state_->book) fail("out of memory");
  std::string shown_title = cut(cell_text(title), 250);
  std::string shown_author = author;
  lxw_doc_properties properties{};
  properties.title = shown_title.data();
  properties.author = shown_author.data();
  properties.created = static_cast<time_t>(created.days) * 86'400;
  check(workbook_set_properties(state_->book, &properties));
}

Workbook::~Workbook() = default;

Workbook::Sheet Workbook::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(state_->book, name.c_str());
  if (!sheet) fail("`" + name + "` cannot be the name of a sheet");
  state_->sheets.push_back({name, sheet, state_.get(), 0});
  return Sheet(&state_->sheets.back());
}

std::string Workbook::bytes() {
  lxw_workbook* book = std::exchange(state_->book, nullptr);
  if (!book) fail("the file was made before");
  check(workbook_close(book));  // frees it, whatever happens
  return state_->file.bytes();
}

void Workbook::Sheet::text(std::uint32_t row, std::uint32_t column, std::string_view text, const Style& style) {
  const std::string shown = cell_text(text);
  lxw_format* format = state_->book->format(style);
  if (shown.empty()) {
    check(worksheet_write_blank(state_->sheet, row_of(row), column_of(column), format));
  } else {
    check(worksheet_write_string(state_->sheet, row_of(row), column_of(column), shown.c_str(), format));
  }
}

void Workbook::Sheet::number(std::uint32_t row, std::uint32_t column, double value, const Style& style) {
  check(worksheet_write_number(state_->sheet, row_of(row), column_of(column), value, state_->book->format(style)));
}

void Workbook::Sheet::date(std::uint32_t row, std::uint32_t column, Date day, Style style) {
  if (day < first_day) return text(row, column, to_string(day), style);
  const auto [year, month, of_month] = split(day);
  lxw_datetime when{year, month, of_month, 0, 0, 0};
  style.number = "yyyy-mm-dd";
  check(worksheet_write_datetime(state_->sheet, row_of(row), column_of(column), &when, state_->book->format(style)));
}

void Workbook::Sheet::link(std::uint32_t row, std::uint32_t column, std::string_view words, const CellPlace& to,
                           std::string_view tip, const Style& style) {
  if (state_->links >= most_links) return text(row, column, words, style);
  ++state_->links;
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(cell, row_of(to.row), to.column);
  const std::string target = "internal:'" + std::string(to.sheet) + "'!" + cell;
  const std::string shown = cell_text(words);
  const std::string shown_tip = cut(cell_text(tip), longest_tip);
  check(worksheet_write_url_opt(state_->sheet, row_of(row), column_of(column), target.c_str(),
                                state_->book->format(style), shown.c_str(),
                                shown_tip.empty() ? nullptr : shown_tip.c_str()));
}

void Workbook::Sheet::web_link(std::uint32_t row, std::uint32_t column, std::string_view url, const Style& style) {
  const bool web = (url.starts_with("https://") || url.starts_with("http://")) &&
                   std::none_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
  if (!web || url.size() > longest_link / 3 || state_->links >= most_links) return text(row, column, url, style);
  ++state_->links;
  Style shown = style;
  shown.ink = link_ink;
  const std::string target = cell_text(url);
  check(
      worksheet_write_url(state_->sheet, row_of(row), column_of(column), target.c_str(), state_->book->format(shown)));
}

void Workbook::Sheet::width(std::uint32_t first, std::uint32_t last, double characters) {
  check(worksheet_set_column(state_->sheet, column_of(first), column_of(last), characters, nullptr));
}

void Workbook::Sheet::height(std::uint32_t row, double points) {
  check(worksheet_set_row(state_->sheet, row_of(row), points, nullptr));
}

void Workbook::Sheet::freeze(std::uint32_t rows, std::uint32_t columns) {
  worksheet_freeze_panes(state_->sheet, row_of(rows), column_of(columns));
}

void Workbook::Sheet::filter(std::uint32_t first_row, std::uint32_t first_column, std::uint32_t last_row,
                             std::uint32_t last_column) {
  check(worksheet_autofilter(state_->sheet, row_of(first_row), column_of(first_column), row_of(last_row),
                             column_of(last_column)));
}

void Workbook::Sheet::print_wide(std::uint32_t head_row, std::uint32_t last_row, std::uint32_t last_column) {
  worksheet_set_landscape(state_->sheet);
  worksheet_set_paper(state_->sheet, 9);  // A4
  worksheet_fit_to_pages(state_->sheet, 1, 0);
  check(worksheet_repeat_rows(state_->sheet, 0, row_of(head_row)));
  check(worksheet_print_area(state_->sheet, 0, 0, row_of(last_row), column_of(last_column)));
  check(worksheet_set_footer(state_->sheet, "&L&A&R&P / &N"));
}

}  // namespace demarche::report
