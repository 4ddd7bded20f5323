#include "engine/report/page_frame.hpp"

#include <string_view>
#include <vector>

namespace demarche::report {

namespace {

using Pieces = std::vector<std::string_view>;

#ifdef DEMARCHE_PAGE_FRAME
using namespace std::string_view_literals;
#include "demarche/page_frame.inc"
constexpr bool there = true;
#else
const Pieces before_title, before_data, after_data;
constexpr bool there = false;
#endif

std::string joined(const Pieces& pieces) {
  std::string text;
  for (const auto piece : pieces) text += piece;
  return text;
}

}  // namespace

bool has_page_frame() { return there; }

PageFrame page_frame() { return {joined(before_title), joined(before_data), joined(after_data)}; }

}  // namespace demarche::report
