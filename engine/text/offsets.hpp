#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::text {

// From byte offsets to code point offsets of one text: a count every `step` bytes, the rest is counted.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view text);
  std::uint32_t code_point(std::uint32_t byte) const;
  std::uint32_t code_points() const { return code_point(static_cast<std::uint32_t>(text_.size())); }

 private:
  static constexpr std::uint32_t step = 512;
  std::string_view text_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace demarche::text
