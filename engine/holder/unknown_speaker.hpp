#pragma once
#include "engine/holder/discourse.hpp"

// Who speaks where the name at a speech verb is one of which the text has told nothing.
namespace demarche::holder {

// "We seek to keep the deal," Lindqvist stated: somebody of whom the text has told nothing that can be read.
Holder unknown_name_before(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse);
// "We seek to keep the deal," said Maja Lindqvist in Bern.
Holder unknown_name_behind(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse);
// "We seek to keep the deal," according to Lindqvist. `name` is the token behind the words of attribution.
Holder unknown_name_according(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t name,
                              const Discourse& discourse);

}  // namespace demarche::holder
