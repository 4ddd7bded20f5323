#pragma once
#include "engine/text/tokens.hpp"

namespace demarche::text {

// True when the lines of a text are cut at a width: many of them end in the middle of a sentence.
bool is_hard_wrapped(const TextInput& input);

// Fills `text.sentences` from `text.tokens`. A sentence ends at . ! ? … with any closing quote or bracket, at the end
// of a paragraph or heading, and at a line end unless the text is hard-wrapped; not after abbreviations and initials.
void split_sentences(std::string_view bytes, const IsAbbreviation& is_abbreviation, TokenisedText& text);

}  // namespace demarche::text
