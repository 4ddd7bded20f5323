#pragma once
#include <cstdint>

#include "engine/corpus/document.hpp"

namespace demarche::corpus {

// A hash of all that a reading of the document may depend on: its id, metadata and text. The path it came from is left out:
// the same document elsewhere is the same. Never 0.
std::uint64_t hash_of(const Document& document);

}  // namespace demarche::corpus
