#include "cli/as_typed.hpp"

#include <algorithm>

namespace demarche::cli {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_./:,@%+=").find(c) != std::string_view::npos;
}

// For every POSIX shell: single quotes around what it would read, and a single quote outside of them.
std::string quoted(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
  std::string text = "'";
  for (const char c : word)
    if (c == '\'')
      text += "'\\''";
    else
      text += c;
  return text + "'";
}

class Line {
 public:
  void add(const char* option, const std::string& value) {
    if (!value.empty()) text_ += std::string(" ") + option + " " + quoted(value);
  }
  void each(const char* option, const std::vector<std::string>& values) {
    for (const auto& value : values) add(option, value);
  }
  void flag(const char* option, bool is_set) {
    if (is_set) text_ += std::string(" ") + option;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string as_typed(const TableOptions& options) {
  Line line;
  const MatrixOptions& matrix = options.matrix;
  line.each("--rules", options.rules.rules);
  line.add("--matrix", matrix.matrix);
  line.each("--rows", options.shown.rows);
  line.each("--columns", options.shown.columns);
  line.each("--sources", options.shown.sources);
  line.each("--except-sources", options.except_sources);
  line.add("--window", matrix.window);
  line.add("--undated", matrix.undated);
  line.each("--kinds", matrix.kinds);
  line.add("--duplicates", matrix.duplicates);
  line.flag("--taper", matrix.taper);
  return line.take();
}

}  // namespace demarche::cli
