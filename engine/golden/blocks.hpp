#pragma once
#include <cstdint>
#include <vector>

#include "engine/golden/golden.hpp"

namespace demarche::golden {

// Lines of a rule file, both ends inclusive, from 1.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool contains(std::uint32_t line) const { return first <= line && line <= last; }
};

// Where the statements of a rule file begin and end, by its brackets alone: this must work for a text with errors, too.
class Blocks {
 public:
  explicit Blocks(const RuleText& text);
  // The pattern or line of a block that a line belongs to, with the lines on which it goes on.
  LineRange statement(std::uint32_t line) const;
  // The whole `issue NAME { ... }` around a line; for a statement on one line, that.
  LineRange block(std::uint32_t line) const;

 private:
  struct Line {
    int braces = 0;          // open before it
    int brackets = 0;        // ( and [ open before it
    bool opens = false;      // has a brace that is open at its end
    bool continues = false;  // begins with |
  };
  const Line& at(std::uint32_t line) const { return lines_[line - 1]; }
  bool goes_on(std::uint32_t line) const { return at(line).brackets > 0 || at(line).continues; }
  std::vector<Line> lines_;
};

}  // namespace demarche::golden
