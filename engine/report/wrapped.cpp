#include "engine/report/wrapped.hpp"

#include "engine/base/render.hpp"

namespace demarche::report {

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  std::string line;
  std::size_t used = indent;
  auto end_line = [&] {
    if (!line.empty()) out += std::string(indent, ' ') + line + "\n";
    line.clear();
    used = indent;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t blank = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, blank - begin);
    begin = blank + 1;
    if (word.empty()) continue;
    const std::size_t needs = display_width(word);
    if (!line.empty() && used + 1 + needs > width) end_line();
    if (!line.empty()) {
      line += ' ';
      ++used;
    }
    line += word;
    used += needs;
  }
  end_line();
  return out;
}

}  // namespace demarche::report
