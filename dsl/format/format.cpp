#include "dsl/format/format.hpp"

#include <memory>
#include <utility>

#include "dsl/format/layout.hpp"
#include "dsl/format/same.hpp"
#include "dsl/syntax/merge_marks.hpp"
#include "dsl/syntax/parse.hpp"

namespace demarche::dsl {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool has_windows_line_ends(std::string_view text) {
  auto end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r';
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
  return out;
}

std::string with_windows_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (char c : text) (c == '\n') ? out.append("\r\n") : out.append(1, c);
  return out;
}

syntax::Tree parse(std::string text) {
  return syntax::parse(std::make_shared<const SourceFile>(std::string{}, std::move(text)));
}
}  // namespace

Formatted format_rules(std::string_view text) {
  if (syntax::holds_merge_marks(text)) return {std::string(text), 1, true};  // git's marks would be laid out, too
  bool windows = has_windows_line_ends(text);
  auto bare = text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
  const auto tree = parse(windows ? with_plain_line_ends(bare) : std::string(bare));
  Formatted out;
  out.text = format::lay_out_file(tree, out.kept);
  out.same = format::says_the_same(tree, parse(out.text));
  if (!out.same)
    out.text = std::string(text);
  else if (windows)
    out.text = with_windows_line_ends(out.text);
  return out;
}

}  // namespace demarche::dsl
