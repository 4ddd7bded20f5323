#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "engine/run/coverage.hpp"

// Where the parts of a rule file stand in its text.
namespace demarche::run {

// A part of the report in the text of its file: bytes, half open. Marks lie side by side or one inside the other.
struct SourceMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t part = 0;  // into CoverageReport::parts
};

struct MarkedSource {
  std::vector<SourceMark> marks;                // by begin, outer before inner
  std::vector<std::vector<std::size_t>> lines;  // by line from 0: parts that stand for the whole statement there
};

// `parts` are those of this file. A part whose text is not found at its place stands for its line.
MarkedSource mark_source(const std::string& text, const CoverageReport& report, const std::vector<std::size_t>& parts);

}  // namespace demarche::run
