#include "engine/report/display_width.hpp"

#include <array>

#include "engine/base/utf8.hpp"

namespace demarche::report {

namespace {

struct Stretch {
  char32_t first, last;
};
constexpr std::array<Stretch, 7> no_width{{{0x0300, 0x036F},  // combining marks
                                           {0x0483, 0x0489},
                                           {0x0591, 0x05BD},
                                           {0x064B, 0x065F},
                                           {0x200B, 0x200F},  // zero-width spaces, direction marks
                                           {0x20D0, 0x20FF},
                                           {0xFE00, 0xFE0F}}};
constexpr std::array<Stretch, 9> wide{{{0x1100, 0x115F},
                                       {0x2E80, 0x303E},
                                       {0x3041, 0xA4CF},
                                       {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},
                                       {0xFF00, 0xFF60},
                                       {0x1F300, 0x1FAFF},
                                       {0x20000, 0x3FFFD}}};

template <std::size_t N>
bool in(char32_t c, const std::array<Stretch, N>& table) {
  for (const auto& stretch : table)
    if (stretch.first <= c && c <= stretch.last) return true;
  return false;
}

std::size_t width_of(char32_t c) { return in(c, no_width) ? 0 : in(c, wide) ? 2 : 1; }

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(utf8::decode(text, at));
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const std::size_t more = width_of(utf8::decode(text, next));
    if (used + more > width) break;
    used += more;
    at = next;
  }
  return std::string(text.substr(0, at)) + std::string(width - used, ' ');
}

}  // namespace demarche::report
