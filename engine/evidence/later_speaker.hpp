#pragma once
#include <vector>

#include "engine/holder/holder.hpp"
#include "engine/mention/sentence.hpp"

// Quotes whose speaker the text names only in a later sentence.
namespace demarche::evidence {

// The voice of a sentence that can claim the quotes before it: no quote's own, and none inside a quote.
const holder::Voice* claiming_voice(const holder::SentenceVoices& voices, const std::vector<bool>& quoted);

// A cross-heading that is a quote as a whole: ‘Sanctions must be lifted at once’.
bool is_quoted_heading(const mention::SentenceView& view);

// Makes all that the sentence quotes the speaker's; `open`: it begins inside a quote.
void give_quote_to(const mention::SentenceView& view, bool open, const holder::Holder& speaker,
                   holder::SentenceVoices& voices);

}  // namespace demarche::evidence
