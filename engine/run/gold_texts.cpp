#include "engine/run/gold_texts.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace demarche::run {

std::string one_line(std::string_view text, evidence::Range range) {
  std::string line;
  std::uint32_t code_point = 0;
  bool space = false;
  for (const char byte : text) {
    if (!utf8::is_continuation(byte)) ++code_point;
    const std::uint32_t index = code_point - 1;  // of the code point this byte belongs to
    if (code_point == 0 || index < range.start) continue;
    if (index >= range.end) break;
    if (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t') {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    line += byte;
  }
  return line;
}

GoldTexts::GoldTexts(const std::vector<GoldRow>& gold) {
  for (const GoldRow& row : gold) wanted_[row.doc].push_back(row.range);
}

void GoldTexts::see(const corpus::Document& document) {
  const auto wanted = wanted_.find(document.id);
  if (wanted == wanted_.end()) return;
  // What stands above the text, as its date and source, are no words of it.
  const auto body = static_cast<std::uint32_t>(
      utf8::count_code_points(std::string_view(document.text).substr(0, document.body.begin)));
  for (const auto range : wanted->second) {
    std::string text = one_line(document.text, {std::max(range.start, body), range.end});
    std::lock_guard lock(mutex_);
    texts_[{document.id, range}] = std::move(text);
  }
}

std::string GoldTexts::find(const GoldRow& row) const {
  const auto found = texts_.find({row.doc, row.range});
  return found == texts_.end() ? std::string() : found->second;
}

}  // namespace demarche::run
