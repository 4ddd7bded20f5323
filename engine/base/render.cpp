#include "engine/base/render.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace demarche {

namespace {
constexpr std::string_view red = "\x1b[1;31m", yellow = "\x1b[1;33m", cyan = "\x1b[1;36m", bold = "\x1b[1m",
                           blue = "\x1b[34m", plain = "\x1b[0m";

std::string_view name_of_severity(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

std::string_view colour_of(Severity severity) {
  if (severity == Severity::error) return red;
  return severity == Severity::warning ? yellow : cyan;
}

struct Range {
  char32_t first;
  char32_t last;
};

// East Asian Wide and Fullwidth, in the blocks that occur in news.
constexpr Range wide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},  {0x4E00, 0x9FFF},
                          {0xA000, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},  {0xFF00, 0xFF60},
                          {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Range invisible[] = {{0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},
                               {0x64B, 0x65F},   {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
                               {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};

template <std::size_t N>
bool lies_in(const Range (&ranges)[N], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

std::size_t width_of(char32_t c) {
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  if (lies_in(invisible, c)) return 0;
  return lies_in(wide, c) ? 2 : 1;
}

bool is_control(char32_t c) { return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0); }

// The part of a line around a place, and where the place lies in it, in columns.
struct Excerpt {
  std::string text;
  std::size_t begin = 0;
  std::size_t length = 1;
};

class Cutter {
 public:
  Cutter(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) : line_(line) {
    begin_ = std::min(begin, line.size());
    end_ = std::clamp(end, begin_, line.size());
    first_ = begin_;
    // A third of the room goes to what stands before the place.
    for (std::size_t used = 0; first_ > 0 && used < width / 3; ++used) first_ = before(first_);
    if (display_width(line.substr(0, std::min(line.size(), width * 4))) <= width && line.size() <= width * 4)
      first_ = 0;
    last_ = first_;
    for (std::size_t used = 0; last_ < line.size() && used < width; ++used) utf8::decode(line_, last_);
  }

  Excerpt cut() const {
    Excerpt excerpt;
    if (first_ > 0) excerpt.text = "...";
    excerpt.begin = excerpt.text.size();
    std::size_t length = 0;
    for (std::size_t at = first_; at < last_;) {
      std::size_t start = at;
      char32_t c = utf8::decode(line_, at);
      if (is_control(c)) c = c == '\t' ? U' ' : U'?';
      utf8::append(excerpt.text, c);
      (start < begin_ ? excerpt.begin : start < end_ ? length : unused_) += width_of(c);
    }
    if (last_ < line_.size()) excerpt.text += "...";
    excerpt.length = std::max<std::size_t>(length, 1);
    return excerpt;
  }

 private:
  std::size_t before(std::size_t at) const {
    do --at;
    while (at > 0 && utf8::is_continuation(line_[at]));
    return at;
  }

  std::string_view line_;
  std::size_t begin_ = 0, end_ = 0, first_ = 0, last_ = 0;
  mutable std::size_t unused_ = 0;
};

class Renderer {
 public:
  Renderer(const Diagnostic& diagnostic, const RenderOptions& options) : diagnostic_(diagnostic), options_(options) {}

  std::string run() {
    gutter_ = std::max<std::size_t>(4, widest_number() + 1);
    head();
    snippet(diagnostic_.primary, colour_of(diagnostic_.severity));
    for (const auto& label : diagnostic_.secondary) secondary(label);
    for (const auto& note : diagnostic_.notes) remark("note", note);
    if (!diagnostic_.help.empty()) remark("help", diagnostic_.help);
    return std::move(out_);
  }

 private:
  std::string_view paint(std::string_view colour) const { return options_.colour ? colour : std::string_view{}; }

  std::size_t widest_number() const {
    std::uint32_t line = line_of(diagnostic_.primary);
    for (const auto& label : diagnostic_.secondary) line = std::max(line, line_of(label));
    return std::to_string(line).size();
  }

  static std::uint32_t line_of(const Label& label) {
    return label.file ? label.file->position(label.span.begin).line : 0;
  }

  static std::string place(const Label& label) {
    auto at = label.file->position(label.span.begin);
    return label.file->path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void head() {
    out_ += paint(bold);
    out_ += diagnostic_.primary.file ? place(diagnostic_.primary) : diagnostic_.path;
    out_ += paint(plain);
    if (!out_.empty()) out_ += ": ";
    out_ += paint(colour_of(diagnostic_.severity));
    out_.append(name_of_severity(diagnostic_.severity)).append("[").append(name_of(diagnostic_.id)).append("]");
    out_.append(paint(plain)).append(": ").append(diagnostic_.message).append("\n");
  }

  void margin(std::string_view number) {
    out_ += paint(blue);
    out_.append(gutter_ - number.size(), ' ').append(number).append(" | ");
    out_ += paint(plain);
  }

  void snippet(const Label& label, std::string_view colour) {
    if (!label.file) return;
    std::uint32_t number = line_of(label);
    std::uint32_t start = label.file->line_start(number);
    auto excerpt =
        Cutter(label.file->line(number), label.span.begin - start, label.span.end - start, options_.width).cut();
    margin(std::to_string(number));
    out_.append(excerpt.text).append("\n");
    margin("");
    out_.append(excerpt.begin, ' ').append(paint(colour)).append("^").append(excerpt.length - 1, '~');
    if (!label.text.empty()) out_.append(" ").append(label.text);
    out_.append(paint(plain)).append("\n");
  }

  void secondary(const Label& label) {
    if (!label.file) return;
    out_.append(gutter_, ' ').append(paint(blue)).append("::: ").append(paint(plain)).append(place(label)).append("\n");
    snippet(label, blue);
  }

  void remark(std::string_view what, std::string_view text) {
    out_.append(gutter_, ' ').append(paint(blue)).append(" = ").append(paint(bold)).append(what).append(paint(plain));
    out_.append(": ").append(text).append("\n");
  }

  const Diagnostic& diagnostic_;
  const RenderOptions& options_;
  std::size_t gutter_ = 4;
  std::string out_;
};

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count).append(" ").append(what).append(count == 1 ? "" : "s");
}
}  // namespace

std::string render(const Diagnostic& diagnostic, const RenderOptions& options) {
  return Renderer(diagnostic, options).run();
}

std::string render(const std::vector<Diagnostic>& diagnostics, const RenderOptions& options) {
  std::string out;
  for (const auto& diagnostic : diagnostics) out.append(render(diagnostic, options)).append("\n");
  if (!diagnostics.empty()) out.append(count_line(diagnostics)).append("\n");
  return out;
}

std::string render_line(const Diagnostic& diagnostic) {
  std::string out;
  if (diagnostic.primary.file) {
    auto at = diagnostic.primary.file->position(diagnostic.primary.span.begin);
    out.append(diagnostic.primary.file->path()).append(":").append(std::to_string(at.line));
    out.append(":").append(std::to_string(at.column)).append(": ");
  } else if (!diagnostic.path.empty()) {
    out.append(diagnostic.path).append(": ");
  }
  out.append(name_of_severity(diagnostic.severity)).append("[").append(name_of(diagnostic.id)).append("]: ");
  out.append(diagnostic.message);
  if (!diagnostic.help.empty()) out.append(" (").append(diagnostic.help).append(")");
  return out;
}

std::string count_line(const std::vector<Diagnostic>& diagnostics) {
  auto count = [&](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return d.severity == severity; }));
  };
  auto errors = count(Severity::error);
  auto warnings = count(Severity::warning);
  std::string out;
  if (errors > 0) out = counted(errors, "error");
  if (warnings > 0) out.append(out.empty() ? "" : ", ").append(counted(warnings, "warning"));
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(utf8::decode(text, at));
  return width;
}

}  // namespace demarche
