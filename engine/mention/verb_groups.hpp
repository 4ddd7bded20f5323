#pragma once
#include "engine/mention/sentence.hpp"

namespace demarche::mention {

// True when words of demand stand in the group of the verb at this token: "Y should adhere to ..."
bool is_demanded(const SentenceView& view, std::uint32_t verb);

}  // namespace demarche::mention
