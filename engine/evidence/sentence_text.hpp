#pragma once
#include <string>

#include "engine/base/span.hpp"
#include "engine/corpus/document.hpp"

namespace demarche::evidence {

// A stretch of a document (bytes) as people read it: no markup, blanks as one space, character references resolved.
std::string sentence_text(const corpus::Document& document, Span span);

}  // namespace demarche::evidence
