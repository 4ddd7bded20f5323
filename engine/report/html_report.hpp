#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "engine/report/page_input.hpp"

namespace demarche::report {

struct HtmlReport {
  std::string html;
  std::size_t evidence = 0;  // pieces in the page
  std::size_t around = 0;    // characters of the article on either side of a sentence, at most
};

// The whole report as one file that loads nothing. Passages are shortened until it has at most `most_bytes`; when the
// bare sentences are too much, it is larger all the same. Needs has_page_frame().
HtmlReport html_report(const position::Matrix& matrix, const std::vector<evidence::DocumentResult>& results,
                       const PageInput& input, std::size_t most_bytes);

}  // namespace demarche::report
