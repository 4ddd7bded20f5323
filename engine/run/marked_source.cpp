#include "engine/run/marked_source.hpp"

#include <algorithm>

namespace demarche::run {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::vector<std::size_t> line_starts(const std::string& text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts.push_back(i + 1);
  return starts;
}

// The byte of a column: columns count code points, from 1.
std::size_t byte_of(const std::string& text, std::size_t line_start, std::uint32_t column) {
  std::size_t at = line_start;
  for (std::uint32_t c = 1; c < column && at < text.size() && text[at] != '\n'; ++c) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return at;
}

// Past spaces, line ends and comments: in the text they may stand where the part has one space.
std::size_t past_spaces(const std::string& text, std::size_t at) {
  while (at < text.size() && (is_space(text[at]) || text[at] == '#')) {
    if (text[at] == '#')
      while (at < text.size() && text[at] != '\n') ++at;
    else
      ++at;
  }
  return at;
}

// Where the part ends that begins at `at`; `at` itself when its words do not stand there.
std::size_t end_of(const std::string& text, std::size_t at, const std::string& part) {
  std::size_t here = at;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (is_space(part[i])) {
      if (here >= text.size() || !is_space(text[here])) return at;
      here = past_spaces(text, here);
    } else {
      if (here >= text.size() || text[here] != part[i]) return at;
      ++here;
    }
  }
  return here;
}

// Drops marks that cross an earlier one: they could not be shown. What is dropped stands for its line.
std::vector<SourceMark> nested(std::vector<SourceMark> marks, std::vector<std::size_t>& dropped) {
  std::sort(marks.begin(), marks.end(), [](const SourceMark& a, const SourceMark& b) {
    return std::tuple(a.begin, b.end, a.part) < std::tuple(b.begin, a.end, b.part);
  });
  std::vector<SourceMark> kept;
  std::vector<std::size_t> open;
  for (const SourceMark& mark : marks) {
    while (!open.empty() && open.back() <= mark.begin) open.pop_back();
    if (!open.empty() && mark.end > open.back()) {
      dropped.push_back(mark.part);
      continue;
    }
    open.push_back(mark.end);
    kept.push_back(mark);
  }
  return kept;
}

}  // namespace

MarkedSource mark_source(const std::string& text, const CoverageReport& report, const std::vector<std::size_t>& parts) {
  const auto starts = line_starts(text);
  MarkedSource source;
  source.lines.resize(starts.size());
  std::vector<std::size_t> of_line;
  std::vector<SourceMark> marks;
  for (std::size_t index : parts) {
    const CoveredPart& part = report.parts[index];
    if (part.place.line == 0 || part.place.line > starts.size()) continue;
    const std::size_t begin = byte_of(text, starts[part.place.line - 1], part.place.column);
    const std::size_t end = end_of(text, begin, part.text);
    if (end > begin)
      marks.push_back({begin, end, index});
    else
      of_line.push_back(index);
  }
  source.marks = nested(std::move(marks), of_line);
  std::sort(of_line.begin(), of_line.end());
  for (std::size_t index : of_line) source.lines[report.parts[index].place.line - 1].push_back(index);
  return source;
}

}  // namespace demarche::run
