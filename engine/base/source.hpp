#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.hpp"

namespace demarche {

// A place as people count it: lines and columns from 1, columns in Unicode code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// One file that somebody wrote (rules, actors, configuration), with its line table.
class SourceFile {
 public:
  // `path` is shown to users as it is given; `text` is UTF-8: the file, or what stands in it from `first_line` on.
  SourceFile(std::string path, std::string text, std::uint32_t first_line = 1);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  // The line and column of a byte offset; an offset past the end gives the end of the file.
  LineColumn position(std::uint32_t byte) const;
  // The text of a line without its line end; empty when there is no such line.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  // The byte offset in `text` at which a line starts.
  std::uint32_t line_start(std::uint32_t number) const;

 private:
  std::string path_;
  std::string text_;
  std::uint32_t first_line_ = 1;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace demarche
