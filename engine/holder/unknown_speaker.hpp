#pragma once
#include "engine/holder/discourse.hpp"

// Who speaks where the name at a speech verb is one of which the text has told nothing. Places are tokens of the sentence,
// half open; the outcome is nobody for a stranger, and unknown (an empty holder) where these words tell of none.
namespace demarche::holder {

// "We seek to keep the deal," Lindqvist stated: somebody of whom the text has told nothing that can be read.
Holder unknown_name_before(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse);
// "We seek to keep the deal," said Maja Lindqvist in Bern.
Holder unknown_name_behind(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse);
// "We seek to keep the deal," according to Lindqvist. The words of attribution begin at `begin`, the name at `name`.
Holder unknown_name_according(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t name,
                              const Discourse& discourse);

// "Peru wants it, Marta Novak, a lecturer in Bern, told reporters": behind the words, and told of at length.
Holder unknown_name_trailing(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse);

}  // namespace demarche::holder
