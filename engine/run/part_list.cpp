#include "engine/run/part_list.hpp"

#include <cstdio>

#include "engine/base/utf8.hpp"

namespace demarche::run {

namespace {

constexpr std::size_t shown_of_a_file = 5;
constexpr std::size_t longest_text = 70;  // bytes

}  // namespace

std::string share_line(double percent, std::size_t part, std::size_t all, const std::string& what) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%6.1f%%  %5zu of %5zu  ", percent, part, all);
  return buffer + what + "\n";
}

std::string shortened(const std::string& text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = text.rfind(' ', longest_text);
  if (end == std::string::npos || end == 0)
    for (end = longest_text; end > 0 && utf8::is_continuation(text[end]);) --end;
  return text.substr(0, end) + " ...";
}

void PartList::add(const std::string& file, const std::string& line) {
  if (file != file_) {
    tell_rest();
    file_ = file;
    of_file_ = 0;
  }
  if (++of_file_ <= shown_of_a_file || all_) text_ += line;
}

void PartList::tell_rest() {
  if (!all_ && of_file_ > shown_of_a_file)
    text_ += "  ... and " + std::to_string(of_file_ - shown_of_a_file) + " more in " + file_ + "\n";
}

std::string PartList::text() && {
  tell_rest();
  return std::move(text_);
}

}  // namespace demarche::run
