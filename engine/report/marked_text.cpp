#include "engine/report/marked_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/render.hpp"
#include "engine/base/utf8.hpp"

namespace demarche::report {

namespace {
struct Look {
  char sign;
  std::string_view colour;
  std::string_view name;
};
constexpr std::array<Look, 4> looks{{{'-', "\x1b[4m", "what else matters"},
                                     {'=', "\x1b[1;35m", "who"},
                                     {'~', "\x1b[1;36m", "issue"},
                                     {'^', "\x1b[1;33m", "stance"}}};
constexpr std::string_view plain = "\x1b[0m";

const Look& look_of(Mark mark) { return looks[static_cast<std::size_t>(mark)]; }

struct Cell {
  char32_t c = 0;
  std::optional<Mark> mark;
  std::size_t width = 1;
};
using Line = std::vector<Cell>;

bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

// Signs that turn the direction of a terminal's line count as control characters, too.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::vector<Cell> cells_of(std::string_view text, const std::vector<MarkedRange>& marks) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(text, at);
    if (c == '\n')
      cells.push_back({c, {}, 0});
    else if (c == '\t' || c == '\r')
      cells.push_back({U' ', {}, 1});
    else if (is_control(c))
      cells.push_back({U'?', {}, 1});
    else
      cells.push_back({c, {}, display_width(text.substr(start, at - start))});
  }
  for (const auto& one : marks)
    for (std::size_t i = one.range.start; i < std::min<std::size_t>(one.range.end, cells.size()); ++i)
      cells[i].mark = std::max(cells[i].mark.value_or(Mark::other), one.mark);
  return cells;
}

bool is_space(const Cell& cell) { return cell.c == U' '; }

void trim(Line& line) {
  while (!line.empty() && is_space(line.back())) line.pop_back();
}

// Lines of at most `room` columns, broken at spaces; a longer word is broken where the room ends.
class Wrapper {
 public:
  explicit Wrapper(std::size_t room) : room_(std::max<std::size_t>(room, 10)) {}

  std::vector<Line> wrap(const std::vector<Cell>& cells) && {
    for (const Cell& cell : cells) {
      if (cell.c == U'\n')
        finish();
      else
        put(cell);
    }
    finish();
    while (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
    return std::move(lines_);
  }

 private:
  void put(const Cell& cell) {
    if (width_ + cell.width > room_ && !is_space(cell)) break_line();
    if (line_.empty() && is_space(cell)) return;
    line_.push_back(cell);
    width_ += cell.width;
  }

  void break_line() {
    const auto last_space = std::find_if(line_.rbegin(), line_.rend(), is_space);
    Line rest(last_space.base(), line_.end());
    if (last_space == line_.rend()) rest.clear();
    line_.resize(line_.size() - rest.size());
    finish();
    line_ = std::move(rest);
    for (const Cell& cell : line_) width_ += cell.width;
  }

  // Empty lines between paragraphs stay, one each; there are none at the beginning.
  void finish() {
    trim(line_);
    const bool repeated = line_.empty() && (lines_.empty() || lines_.back().empty());
    if (!repeated) lines_.push_back(std::move(line_));
    line_.clear();
    width_ = 0;
  }

  std::size_t room_;
  std::vector<Line> lines_;
  Line line_;
  std::size_t width_ = 0;
};

bool has_mark(const Line& line) {
  return std::any_of(line.begin(), line.end(), [](const Cell& cell) { return cell.mark.has_value(); });
}

// Which lines of a long text are shown: the marked ones and their neighbours, or its beginning.
std::vector<bool> shown_lines(const std::vector<Line>& lines, std::size_t whole) {
  std::vector<bool> shown(lines.size(), lines.size() <= whole);
  if (lines.size() <= whole) return shown;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (has_mark(lines[i]))
      for (std::size_t j = i > 0 ? i - 1 : 0; j <= std::min(i + 1, lines.size() - 1); ++j) shown[j] = true;
  if (std::none_of(shown.begin(), shown.end(), [](bool one) { return one; }))
    std::fill(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(whole), true);
  return shown;
}

std::string coloured(const Line& line) {
  std::string out;
  std::optional<Mark> now;
  for (const Cell& cell : line) {
    if (cell.mark != now) {
      if (now) out += plain;
      if (cell.mark) out += look_of(*cell.mark).colour;
      now = cell.mark;
    }
    utf8::append(out, cell.c);
  }
  if (now) out += plain;
  return out;
}

std::string words(const Line& line) {
  std::string out;
  for (const Cell& cell : line) utf8::append(out, cell.c);
  return out;
}

std::string underline(const Line& line) {
  std::string out;
  for (const Cell& cell : line) out.append(cell.width, cell.mark ? look_of(*cell.mark).sign : ' ');
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

// who "...", stance "..."
std::string named_marks(const Line& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const auto mark = line[i].mark;
    Line run;
    for (; i < line.size() && line[i].mark == mark; ++i) run.push_back(line[i]);
    if (mark) out += (out.empty() ? "" : ", ") + std::string(look_of(*mark).name) + " \"" + words(run) + "\"";
  }
  return out;
}

bool is_turned(const Line& line) {
  return std::any_of(line.begin(), line.end(), [](const Cell& cell) { return is_right_to_left(cell.c); });
}
}  // namespace

std::string marked_text(std::string_view text, const std::vector<MarkedRange>& marks,
                        const MarkedTextOptions& options) {
  const std::string margin(options.indent, ' ');
  const std::size_t room = options.width > options.indent ? options.width - options.indent : 1;
  const auto lines = Wrapper(room).wrap(cells_of(text, marks));
  const auto shown = shown_lines(lines, options.whole);
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!shown[i]) {
      if (!gap) out += margin + "...\n";
      gap = true;
      continue;
    }
    gap = false;
    out += lines[i].empty() ? "\n" : margin + (options.colour ? coloured(lines[i]) : words(lines[i])) + "\n";
    if (!options.colour && has_mark(lines[i]))
      out += margin + (is_turned(lines[i]) ? named_marks(lines[i]) : underline(lines[i])) + "\n";
  }
  return out;
}

std::string marks_legend(bool colour) {
  std::string out = "marks:";
  for (const Mark mark : {Mark::holder, Mark::stance, Mark::issue, Mark::other}) {
    const Look& look = look_of(mark);
    out += colour ? " " + std::string(look.colour) + std::string(look.name) + std::string(plain)
                  : " " + std::string(4, look.sign) + " " + std::string(look.name);
    if (mark != Mark::other) out += ",";
  }
  return out + "\n";
}

}  // namespace demarche::report
