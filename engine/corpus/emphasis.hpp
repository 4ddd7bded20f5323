#pragma once
#include "engine/corpus/document.hpp"

namespace demarche::corpus {

// Adds to `skipped` the signs of emphasis that stand in a plain text's body, `**` and `__` and pairs of `*` and `_`:
// they are no words and no signs of a sentence. A list's bullet, a footnote's star and "5 * 3" stay. `skipped` is not
// tidy then.
void skip_emphasis(Document& document);

}  // namespace demarche::corpus
