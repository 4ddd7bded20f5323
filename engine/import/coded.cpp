#include "engine/import/coded.hpp"

#include <algorithm>
#include <set>

#include "engine/base/utf8.hpp"

namespace demarche::import {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<bool> parse_agreement(std::string_view text) {
  static const std::set<std::string, std::less<>> yes{"1",      "+",       "+1",       "yes", "true", "agree",
                                                      "agrees", "support", "supports", "pro", "for"};
  static const std::set<std::string, std::less<>> no{"0",         "-",      "-1",      "no",     "false",  "disagree",
                                                     "disagrees", "oppose", "opposes", "contra", "against"};
  const std::string word = lower_ascii(text);
  if (yes.contains(word)) return true;
  if (no.contains(word)) return false;
  return std::nullopt;
}

std::optional<Date> parse_any_date(std::string_view text) {
  if (const auto date = parse_date(text)) return date;
  const auto digits = [&](std::size_t at, std::size_t count) {
    return text.size() >= at + count && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                    text.begin() + static_cast<std::ptrdiff_t>(at + count),
                                                    [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool day_first = digits(0, 2) && digits(3, 2) && digits(6, 4) && text[2] == text[5] &&
                         (text[2] == '.' || text[2] == '/' || text[2] == '-') && (text.size() == 10 || text[10] == ' ');
  if (!day_first) return std::nullopt;
  return parse_date(std::string(text.substr(6, 4)) + "-" + std::string(text.substr(3, 2)) + "-" +
                    std::string(text.substr(0, 2)));
}

std::string id_from(std::string_view words) {
  constexpr std::size_t longest = 60;
  std::string id;
  for (const char c : lower_ascii(words)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      id += c;
    } else if (!id.empty() && id.back() != '-' && c != '\'') {
      id += '-';
    }
  }
  if (id.size() > longest) {
    const auto end = id.rfind('-', longest);
    id.resize(end == std::string::npos || end == 0 ? longest : end);
  }
  while (id.ends_with('-')) id.pop_back();
  if (id.empty()) return "unnamed";
  return id.front() >= '0' && id.front() <= '9' ? "x-" + id : id;
}

void sort_documents(Coded& coded) {
  std::sort(coded.documents.begin(), coded.documents.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

evidence::Range range_from_utf16(std::string_view text, std::int64_t begin, std::int64_t end) {
  std::int64_t units = 0;
  std::uint32_t points = 0;
  evidence::Range range;
  bool begun = begin <= 0;
  for (std::size_t at = 0; at < text.size() && units < end; ++points) {
    if (!begun && units >= begin) {
      range.start = points;
      begun = true;
    }
    units += utf8::decode(text, at) > 0xFFFF ? 2 : 1;
  }
  range.end = points;
  if (!begun) range.start = points;
  return range;
}

std::string_view words_of(std::string_view text, evidence::Range range) {
  std::size_t at = 0;
  std::size_t begin = text.size();
  for (std::uint32_t point = 0; at < text.size() && point < range.end; ++point) {
    if (point == range.start) begin = at;
    utf8::decode(text, at);
  }
  return begin < at ? text.substr(begin, at - begin) : std::string_view();
}

}  // namespace demarche::import
