#pragma once
#include "engine/mention/annotate.hpp"

// How a verb stands in its sentence, as far as it decides whose words or deeds it tells.
namespace demarche::evidence {

// A deed told of its doer: a finite verb, or a participle that opens its clause. A gerund in a phrase is only spoken
// of.
bool is_done(const mention::SentenceView& view, std::uint32_t verb);

// "may impose sanctions", "only the Congress can lift the embargo": what can be done is no deed. "Cannot lift" may be a
// will.
bool is_only_possible(const mention::SentenceView& view, std::uint32_t verb);

// "if Armenia opens the road", "asked whether Turkey would send troops", "until Turkey withdraws".
bool is_supposed(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb);

// A negated verb that shows a will: "will not send", but not "has not sent", nor "failed to send".
bool is_refused(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb);

// "ordered that the United States ease the sanctions", "demanded that Russia return": the plain form behind one state
// is no report.
bool is_subjunctive(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb);

// "Y should adhere to ...", "Y must return to the deal and lift the sanctions": words of demand stand in the verb's
// group, or in the group of the verb to which it is joined.
bool is_asked_for(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb);

// "was criticised at home for ...", "a deal backed by the council": the one in front suffers it. `end` is one past the
// words that begin with the verb.
bool is_suffered(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t end);

// "urged Iran to support", "sanctions to push": the infinitive's doer is not the subject. "Wants to support" is another
// thing.
bool is_loose_infinitive(const mention::SentenceView& view, std::uint32_t verb);

// "stressed the presence of troops undermines security": what follows the speech verb is the subject of what is said,
// not what is stressed. `issue_end` is one past the issue's last token.
bool opens_report(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t issue_end);

// True when an entry of a stance that is a verb begins here.
bool is_stance_verb(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t token);

// The stance whose sign is + and whose negation has a sign: what doing a thing shows. Forms without a stance word start
// from it. An index into Program::stances; lexicon::none when there is none.
std::uint32_t positive_stance(const program::Program& program);

}  // namespace demarche::evidence
