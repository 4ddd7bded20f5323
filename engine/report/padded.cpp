#include "engine/report/padded.hpp"

#include "engine/base/render.hpp"
#include "engine/base/utf8.hpp"

namespace demarche::report {

std::string padded(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    utf8::decode(text, next);
    const std::size_t more = display_width(text.substr(at, next - at));
    if (used + more > width) break;
    used += more;
    at = next;
  }
  return std::string(text.substr(0, at)) + std::string(width - used, ' ');
}

}  // namespace demarche::report
