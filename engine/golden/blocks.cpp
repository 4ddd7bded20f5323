#include "engine/golden/blocks.hpp"

#include <algorithm>
#include <string_view>

#include "engine/golden/rule_texts.hpp"

namespace demarche::golden {

namespace {

// Counts the brackets of a line outside strings and comments; `text` says whether a text in triple quotes is open.
void count(std::string_view line, int& braces, int& brackets, bool& text) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!quoted && line.substr(i).starts_with("\"\"\"")) {
      text = !text;
      i += 2;
      continue;
    }
    if (text) continue;
    const char c = line[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '#') return;
    if (c == '{') ++braces;
    if (c == '}') braces = std::max(0, braces - 1);
    if (c == '(' || c == '[') ++brackets;
    if (c == ')' || c == ']') brackets = std::max(0, brackets - 1);
  }
}

}  // namespace

Blocks::Blocks(const RuleText& text) {
  if (text.lines.empty()) return;
  lines_.resize(text.lines.rbegin()->first);
  int braces = 0;
  int brackets = 0;
  bool open_text = false;
  for (const auto& [number, whole] : text.lines) {
    Line& line = lines_[number - 1];
    const auto words = trimmed(whole);
    line.braces = braces;
    line.brackets = brackets;
    line.continues = !open_text && words.starts_with('|');
    count(words, braces, brackets, open_text);
    line.opens = braces > line.braces;
  }
}

LineRange Blocks::statement(std::uint32_t line) const {
  if (line == 0 || line > lines_.size()) return {line, line};
  LineRange range{line, line};
  while (range.first > 1 && goes_on(range.first)) --range.first;
  while (range.last < lines_.size() && goes_on(range.last + 1)) ++range.last;
  return range;
}

LineRange Blocks::block(std::uint32_t line) const {
  if (line == 0 || line > lines_.size()) return {line, line};
  LineRange range{line, line};
  if (at(line).braces == 0 && !at(line).opens) return statement(line);
  while (range.first > 1 && at(range.first).braces > 0) --range.first;
  while (range.last < lines_.size() && at(range.last + 1).braces > 0) ++range.last;
  return range;
}

}  // namespace demarche::golden
