#pragma once

#include <cstdint>

#include "engine/mention/lexis.hpp"
#include "engine/mention/sentence.hpp"

// Words that may be verbs or nouns, and verbs of those who are not named, as speeches have them. `left` is the token
// before the word at `i`, adverbs left out; tokens before `i` are tagged.
namespace demarche::mention {

// "We thank Norway and call on all to ...", "we reject war and support dialogue", "we, Mr. President, demand ...": the
// next verb of "we", with an object behind it. "We value peace and support for it" has a noun there. `awaited`: a
// subject in front of the comma at `left` waits for its verb.
bool goes_on_in_first_person(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i,
                             bool awaited);

// "Some argue that ...": people who are not named, at the head of a clause.
bool is_said_by_some(const SentenceView& view, std::uint32_t left, std::uint32_t i);

}  // namespace demarche::mention
