#pragma once

#include <cstdint>

#include "engine/mention/sentence.hpp"

namespace demarche::evidence {

// "that the sanctions imposed by Washington on Iran will be lifted": where the predicate begins behind an issue that
// ends at `end`; `end` when none is near.
std::uint32_t before_predicate(const mention::SentenceView& view, std::uint32_t end);

// "the sanctions and restrictions on Iran to be lifted": where the words end that belong to the phrase.
std::uint32_t behind_phrase(const mention::SentenceView& view, std::uint32_t end);

}  // namespace demarche::evidence
