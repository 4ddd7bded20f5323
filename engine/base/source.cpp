#include "engine/base/source.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace demarche {

SourceFile::SourceFile(std::string path, std::string text, std::uint32_t first_line)
    : path_(std::move(path)), text_(std::move(text)), first_line_(first_line) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
}

LineColumn SourceFile::position(std::uint32_t byte) const {
  byte = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  std::uint32_t start = line_starts_[line - 1];
  auto columns = utf8::count_code_points(text().substr(start, byte - start));
  return {line + first_line_ - 1, static_cast<std::uint32_t>(columns + 1)};
}

std::uint32_t SourceFile::line_start(std::uint32_t number) const {
  if (number < first_line_) return 0;
  const std::uint32_t index = number - first_line_;
  return index < line_starts_.size() ? line_starts_[index] : static_cast<std::uint32_t>(text_.size());
}

std::string_view SourceFile::line(std::uint32_t number) const {
  if (number < first_line_ || number - first_line_ >= line_starts_.size()) return {};
  std::uint32_t begin = line_start(number);
  std::uint32_t end = line_start(number + 1);
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text().substr(begin, end - begin);
}

}  // namespace demarche
