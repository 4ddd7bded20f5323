#pragma once
#include "engine/corpus/document.hpp"

namespace demarche::corpus {

// Finds what of a plain text's body is not to be read (page numbers between hard-wrapped lines, rules, signs of emphasis,
// what a web page puts around an article) and which lines are headings. Adds to `skipped` and `headings`; fills an empty title.
void analyse_layout(Document& document);

// Sorts ranges, joins those that overlap or touch, and cuts them to `body`.
void tidy(std::vector<TextRange>& ranges, TextRange body);

}  // namespace demarche::corpus
