#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "engine/report/page_input.hpp"

namespace demarche::report {

// How much of an article stands on either side of a sentence, in characters: what a report can afford.
inline constexpr std::size_t widest_passage = 700;

struct PageData {
  std::string json;
  std::size_t evidence = 0;  // pieces in it
};

// The data of the page; web/src/data.ts says what stands where. The evidence of the matrix's rows and columns and of
// groups that rows belong to, whatever the window: the page counts anew. `results` are sorted by document id.
PageData page_data(const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results,
                   const PageInput& input, std::size_t around);

}  // namespace demarche::report
