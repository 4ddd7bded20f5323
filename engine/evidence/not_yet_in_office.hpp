#pragma once
#include <string_view>
#include <vector>

#include "engine/evidence/conditions.hpp"
#include "engine/mention/people.hpp"

namespace demarche::evidence {

// A text without a date does not say by itself whether a listed person is in office. One that calls somebody the
// president-elect or a candidate, and nowhere gives them an office, was written before they took one: to `people` they
// are introduced as speaking for no state, from the first sentence on. `bytes` is the document's text.
void introduce_not_yet_in_office(const std::vector<PlainSentence>& sentences, std::string_view bytes,
                                 const mention::Lexis& lexis, mention::PeopleInDocument& people);

}  // namespace demarche::evidence
