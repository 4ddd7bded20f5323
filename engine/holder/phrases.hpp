#pragma once
#include <string>

#include "engine/holder/holder.hpp"
#include "engine/mention/sentence.hpp"

// Where a noun phrase stands in its sentence, as far as it decides who can be a subject. Tokens are numbers of the
// sentence; pairs of them are half open.
namespace demarche::holder {

// The first token of the phrase that goes on at this token: determiners, quotation marks and words without weight
// stand in front of it.
std::uint32_t before_determiners(const mention::SentenceView& view, std::uint32_t token);

// True for the object of a preposition, and for what is joined to one: "with Russian and Chinese officials".
bool in_prepositional_phrase(const mention::SentenceView& view, const mention::Mention& mention);

// "TEHRAN – Iran's foreign minister said": where the text was written.
bool is_dateline(const mention::SentenceView& view, const mention::Mention& mention);

// The sign that parts such a place, with the day and the agency behind it, from the report; 0 when it is none.
std::uint32_t dateline_end(const mention::SentenceView& view, const mention::Mention& mention);

// The first verb of the clause, helping verbs counted; the clause's end when it has none.
std::uint32_t first_predicate(const mention::SentenceView& view, std::uint32_t clause);

// The noun phrase before the predicate, and before `limit`, that can be the clause's subject: no object of a
// preposition, no modifier. Null when there is none.
const mention::Mention* subject_mention(const mention::SentenceView& view, std::uint32_t clause, std::uint32_t limit);

// "the U.S. threat", "a foreign ministers meeting": the mention only tells more of the noun behind it.
bool belongs_to_noun(const mention::SentenceView& view, const mention::Mention& mention);

// A noun of the text that is no actor stands before this token in its sentence.
bool has_own_noun(const mention::SentenceView& view, std::uint32_t token);

// "In a joint statement, they ...", "During the meeting, they ...": up to this token nothing of which "they" could be
// said.
bool opens_with_circumstance(const mention::SentenceView& view, std::uint32_t end);

// True when the relative clause that begins at this token can speak of the mention: a state is told more of behind a
// comma ("Iran, which"); "actors in Iran that", "Iran and those who" speak of others.
bool stands_before(const mention::SentenceView& view, const mention::Mention& mention, std::uint32_t relative);

// True where the words that somebody says are over: "..., the minister warned, but Chile disagrees".
bool is_followed_by_others(const mention::SentenceView& view, std::uint32_t comma);

// True for "its" in "according to a statement on its website", which leans on whom the sentence is about.
bool is_owned_thing(const mention::SentenceView& view, std::uint32_t token);

// The office by which "the president" is remembered. A crown is one of its own: "the king" is never the president who
// was named before, though both are heads of state; nor is "the diplomat" the government.
lexicon::OfficeIndex remembered_office(const mention::SentenceView& view, const mention::Mention& mention);

// The person's name as the text writes it; empty when the mention names none.
std::string name_of(const mention::SentenceView& view, const mention::Mention& mention);

// A holder at the place of the mention that nobody can be named for yet.
Holder unresolved(const mention::Mention& mention);

// A holder that was named elsewhere, at the place of the words that stand for it; `how` outlives the program.
Holder standing_for(const Holder& meant, const mention::Mention& mention, const char* how);

}  // namespace demarche::holder
