#include "engine/picture/measure.hpp"

#include <array>
#include <cstdint>

#include "engine/base/render.hpp"
#include "engine/base/utf8.hpp"

namespace demarche::picture {

namespace {

// Thousandths of the font size, from the space (32) to the tilde (126).
constexpr std::array<std::uint16_t, 95> widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

constexpr double widening_of_bold = 1.08;

double width_of(char32_t c, std::string_view bytes) {
  if (c >= 32 && c < 127) return widths[c - 32] / 1000.0;
  switch (display_width(bytes)) {
    case 0:
      return 0;
    case 1:
      return c == 0x2026 || c == 0x2014 || (c >= 0x2190 && c < 0x2200) ? 1.0 : c < 0x250 ? 0.61 : 0.68;
    default:
      return 1.0;
  }
}

// The bytes of the longest beginning that fits.
std::size_t fitting(std::string_view text, double width, double size, bool bold) {
  double used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = utf8::decode(text, next);
    used += width_of(c, text.substr(at, next - at)) * size * (bold ? widening_of_bold : 1);
    if (used > width) break;
    at = next;
  }
  return at;
}

bool is_break(char c) { return c == ' ' || c == '-' || c == '/'; }

// Where a line ends that begins the text: behind a space or hyphen if there is one in what fits.
std::size_t end_of_line(std::string_view text, double width, double size, bool bold) {
  const std::size_t fits = fitting(text, width, size, bold);
  if (fits == text.size()) return fits;
  if (fits < text.size() && text[fits] == ' ') return fits;
  for (std::size_t end = fits; end > 0; --end)
    if (is_break(text[end - 1])) return end;
  if (fits > 0) return fits;
  std::size_t one = 0;  // not even a letter fits: one must stand, or there would be no end
  utf8::decode(text, one);
  return one;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::decode(text, at);
    width += width_of(c, text.substr(begin, at - begin));
  }
  return width * size * (bold ? widening_of_bold : 1);
}

std::string cut_to_width(std::string_view text, double width, double size, bool bold) {
  if (text_width(text, size, bold) <= width) return std::string(text);
  const double room = width - text_width("…", size, bold);
  return std::string(trimmed(text.substr(0, room > 0 ? fitting(text, room, size, bold) : 0))) + "…";
}

std::vector<std::string> lines_within(std::string_view text, double width, double size, std::size_t most, bool bold) {
  std::vector<std::string> lines;
  text = trimmed(text);
  while (!text.empty() && lines.size() + 1 < most) {
    const std::size_t end = end_of_line(text, width, size, bold);
    lines.emplace_back(trimmed(text.substr(0, end)));
    text = trimmed(text.substr(end));
  }
  if (!text.empty()) lines.push_back(cut_to_width(text, width, size, bold));
  return lines;
}

}  // namespace demarche::picture
