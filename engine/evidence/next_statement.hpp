#pragma once

#include <cstdint>

#include "engine/mention/lexis.hpp"
#include "engine/mention/sentence.hpp"

namespace demarche::evidence {

// "a text condemning the raid and demanding a truce": whether the conjunction at this token joins a participle of
// stance to the one that governs the words from `begin` on, so that what follows is no object of the first. In
// "criticised for leaving the deal and ordering sanctions" it joins two gerunds behind a preposition.
bool begins_second_participle(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t begin,
                              std::uint32_t conjunction);

// "persists in rejecting the raids and in demanding a truce": whether the conjunction at this token goes on beside the
// gerund that governs the words from `begin` on.
bool goes_on_beside(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t conjunction);

// "Togo's decision to oppose it": behind such a noun stands what was decided, and no aim of something else.
// Whose it is; nothing when the words are others.
const mention::Mention* decided_by(const mention::SentenceView& view, std::uint32_t to);

// "... in the face of", "to counter": words of purpose of more than one word, with which another statement begins.
bool begins_purpose(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t token);

}  // namespace demarche::evidence
