#include "dsl/syntax/merge_marks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::dsl::syntax {

namespace {
constexpr std::string_view ours = "<<<<<<<";
constexpr std::string_view between = "=======";
constexpr std::string_view theirs = ">>>>>>>";

// Git writes seven signs at the beginning of a line, and a name behind a space or nothing.
bool is_mark(std::string_view line, std::string_view mark) {
  return line.starts_with(mark) && (line.size() == mark.size() || line[mark.size()] == ' ' || line[mark.size()] == '\r');
}

Span span_of(std::size_t begin, std::string_view mark) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + mark.size())};
}

// Where the three marks of one place begin: bytes of the text.
struct Marks {
  std::size_t open = 0;
  std::size_t middle = 0;
  std::size_t close = 0;
};

std::vector<Marks> find_marks(std::string_view text) {
  std::vector<Marks> found;
  constexpr std::size_t none = std::string_view::npos;
  std::size_t open = none;
  std::size_t middle = none;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    if (is_mark(line, ours)) {
      open = begin;
      middle = none;
    } else if (open != none && is_mark(line, between)) {
      middle = begin;
    } else if (open != none && middle != none && is_mark(line, theirs)) {
      found.push_back({open, middle, begin});
      open = none;
    }
    begin = end + 1;
  }
  return found;
}
}  // namespace

bool holds_merge_marks(std::string_view text) { return !find_marks(text).empty(); }

bool report_merge_marks(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics) {
  const auto found = find_marks(file->text());
  for (const Marks& marks : found) {
    auto& d = diagnostics.add(DiagnosticId::merge_marks, "both sides of a merge stand here", file,
                              span_of(marks.open, ours));
    d.secondary.push_back({file, span_of(marks.middle, between), "the other side begins here"});
    d.secondary.push_back({file, span_of(marks.close, theirs), "and ends here"});
    d.help = "keep the lines that are meant, and take the three lines of signs away";
  }
  return !found.empty();
}

}  // namespace demarche::dsl::syntax
