#pragma once
#include "engine/evidence/record.hpp"

namespace demarche::evidence {

// A lead that stands again as a caption, a quote that is set in a box: the same words are one piece of evidence. Of the
// records of one actor, issue and side whose sentences have the same words, the first stays, a declared one or a deed
// before an ascribed one; the others become silences with the reason `repeated`. Records must be sorted.
void drop_repeats(DocumentResult& result);

}  // namespace demarche::evidence
