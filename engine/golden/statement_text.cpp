#include "engine/golden/statement_text.hpp"

#include <algorithm>

namespace demarche::golden {

namespace {

// How many blocks a line opens more than it closes; braces in quotes and comments are none.
int depth_change(std::string_view line) {
  int depth = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '#') break;
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
  }
  return depth;
}

std::size_t indentation(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? line.size() : first;
}

}  // namespace

std::string statement_text(const RuleText& text, std::uint32_t line, std::size_t most_lines) {
  auto at = text.lines.find(line);
  if (at == text.lines.end()) return {};
  const std::size_t indent = indentation(at->second);
  std::string out;
  std::size_t lines = 0;
  int depth = 0;
  for (std::uint32_t number = line; at != text.lines.end() && at->first == number; ++at, ++number) {
    if (lines++ == most_lines) return out + "  # ... more lines follow in the file";
    out += std::string_view(at->second).substr(std::min(indent, indentation(at->second)));
    out += '\n';
    depth += depth_change(at->second);
    if (depth <= 0) break;
  }
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ' || out.back() == '\r')) out.pop_back();
  return out;
}

}  // namespace demarche::golden
