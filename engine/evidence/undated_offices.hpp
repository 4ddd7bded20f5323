#pragma once
#include <string_view>
#include <vector>

#include "engine/evidence/conditions.hpp"
#include "engine/mention/people.hpp"

namespace demarche::evidence {

// A text without a date does not say by itself whether a listed person is in office. To `people` these are introduced as
// speaking for no state, from the first sentence on:
// - who is called the president-elect or a candidate, and nowhere by an office: it was written before they took one;
// - who is nowhere called by an office, and whose last one ended four years or more before somebody whom the text names
//   in full, or by an office, took their first: it was written long after.
// `bytes` is the document's text.
void introduce_who_holds_no_office(const std::vector<PlainSentence>& sentences, std::string_view bytes,
                                   const mention::Lexis& lexis, mention::PeopleInDocument& people);

}  // namespace demarche::evidence
