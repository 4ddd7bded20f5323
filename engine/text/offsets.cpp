#include "engine/text/offsets.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace demarche::text {

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / step + 2);
  counts_.push_back(0);
  for (std::size_t at = 0; at < text.size(); at += step)
    counts_.push_back(counts_.back() + static_cast<std::uint32_t>(utf8::count_code_points(text.substr(at, step))));
}

std::uint32_t OffsetMap::code_point(std::uint32_t byte) const {
  byte = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  std::uint32_t block = byte / step;
  auto rest = text_.substr(std::size_t{block} * step, byte - block * step);
  return counts_[block] + static_cast<std::uint32_t>(utf8::count_code_points(rest));
}

}  // namespace demarche::text
