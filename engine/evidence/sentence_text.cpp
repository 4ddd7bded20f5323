#include "engine/evidence/sentence_text.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace demarche::evidence {

std::string sentence_text(const corpus::Document& document, Span span) {
  auto skipped = std::lower_bound(document.skipped.begin(), document.skipped.end(), span.begin,
                                  [](const auto& range, std::uint32_t at) { return range.end <= at; });
  auto reference = std::lower_bound(document.references.begin(), document.references.end(), span.begin,
                                    [](const auto& item, std::uint32_t at) { return item.begin < at; });
  std::string out;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    char c = document.text[at];
    bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && !out.empty() && out.back() != ' ') out.push_back(' ');
    if (skipped != document.skipped.end() && at >= skipped->begin) {
      at = std::max(at, skipped->end - 1);
      ++skipped;
    } else if (reference != document.references.end() && at >= reference->begin) {
      utf8::append(out, reference->character == 0xA0 ? U' ' : reference->character);
      at = reference->end - 1;
      ++reference;
    } else if (!space) {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace demarche::evidence
