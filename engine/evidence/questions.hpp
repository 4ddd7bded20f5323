#pragma once
#include <cstdint>
#include <string_view>

#include "engine/mention/sentence.hpp"

namespace demarche::evidence {

// The last sign or word of a sentence, closing quotes left out; empty when there is none.
std::string_view last_sign(const mention::SentenceView& view);

// True for a sentence that ends with a question mark.
bool is_question(const mention::SentenceView& view);

// "Can the sanctions be justified?": a question that leaves the answer open, other than "Is it not time to ...?".
bool is_asked(const mention::SentenceView& view);

// "Is it not time to ...?": whether the question that holds this negator expects a yes.
bool expects_yes(const mention::SentenceView& view, std::uint32_t negator);

}  // namespace demarche::evidence
