#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/mention/sentence.hpp"

namespace demarche::evidence {

// A word on the way from a stance word to an issue that had a say in the sign.
struct Turning {
  enum class Kind : std::uint8_t { turn, stance, negation };
  Kind kind = Kind::turn;
  int sign = +1;
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
};

// An issue and the words that lead to it.
struct Target {
  std::uint32_t match = 0;  // into SentenceView::issues
  int sign = +1;            // turnings x the issue's side
  std::uint32_t begin = 0;  // tokens, half open, with the turnings
  std::uint32_t end = 0;
  bool coordinated = false;  // reached over a conjunction from an earlier issue
  bool fresh = false;  // a stance word of its own stands before it, after a conjunction: "against A and in favour of B"
  std::vector<Turning> turnings;
};

// Why a walk ended without reaching an issue.
struct Blocked {
  bool by_verb = false;
  std::uint32_t token = 0;
};

// From a stance word on to the right: the issues within reach, in the order of the text. A step passes at most
// `farthest_target` tokens, no clause limit, and no verb that could turn the sense unseen.
std::vector<Target> targets_from(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t begin,
                                 Blocked* blocked);

// The turn that begins at this token; null when there is none.
const mention::TurnMatch* turn_at(const std::vector<mention::TurnMatch>& turns, std::uint32_t token);

// A comma between names or between adjectives.
bool is_list_comma(const mention::SentenceView& view, std::uint32_t comma);

// "support for companies affected by sanctions": behind this "by" stands what did something to somebody.
bool is_agent_of(const mention::SentenceView& view, std::uint32_t by);

// "resist against the oppression and tyranny of X": two plain nouns follow the turn, the second of which leads on.
bool joins_nouns(const mention::SentenceView& view, const mention::TurnMatch& turn, std::uint32_t issue);

// "reinstated its sanctions after leaving the deal": a word that tells when.
bool is_time_of(const mention::SentenceView& view, std::uint32_t token);

// "urged all states that supply the arms to stop": the relative clause that begins here tells of whom something is
// asked, and not what.
bool tells_who_is_asked(const mention::SentenceView& view, std::uint32_t relative);

// "voted against the resolution demanding that Washington lift them": a "that" that opens what the text demands.
bool opens_demand_of_text(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t that);

// "should not be used", "is to nullify them": what is to be done with the noun before.
bool begins_aim(const mention::SentenceView& view, std::uint32_t token);

// "the anti-Syrian sanctions", "non-parties to the deal": the hyphen joins the turn to another word than the issue.
bool turns_a_name(const mention::SentenceView& view, const mention::TurnMatch& turn);

// "the removal, easing or suspension of the sanctions": the turn with which the list of nouns ends that begins at this
// token; null when it begins none.
const mention::TurnMatch* turn_of_list(const mention::SentenceView& view, std::uint32_t token);

// A word that opens a clause; "after" and its like may also be mere prepositions, then the clause stage has said so.
bool is_relation(const mention::SentenceView& view, std::uint32_t token);

// The issue as a subject: the match and the turns that stand before it ("the lifting of sanctions").
Target target_as_subject(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t issue_match);

inline constexpr std::uint32_t farthest_target = 12;  // tokens

// True when a preposition that ends at `begin` has an object of its own before the issue at `issue`: "against Iran
// under the deal".
bool has_own_object(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t issue);

// True when the preposition, right behind a noun, begins a phrase that only tells how, with whom or in what frame:
// "ties with Iran within the deal", "a choice between the two". What stands in it is not what the stance word speaks
// of.
bool turns_aside(const mention::SentenceView& view, std::uint32_t preposition);

// "condemned what it called unjust sanctions", "what he described as a fair deal": where the words go on behind who
// calls a thing so; `token` itself when nobody does.
std::uint32_t behind_naming(const mention::SentenceView& view, std::uint32_t token);

// "JCPOA-related sanctions": a hyphen joins the issue to a word that it only qualifies.
bool is_first_part(const mention::SentenceView& view, std::uint32_t issue_end);

// "the threat the weapons pose": behind a noun, the next noun phrase is the subject of a clause about it. `begin` is
// where the way to the issue began.
bool begins_contact_clause(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t token);

// "the sanctions on Mali lifted.": the token behind an issue that tells, with nothing after it, what came or is to come
// of it; the size of the sentence when there is none.
std::uint32_t result_behind(const mention::SentenceView& view, std::uint32_t issue_end);

// "it", "them" as a whole object: "rejects it", "calls them a mistake", "ruled it out".
bool is_pronoun_alone(const mention::SentenceView& view, std::uint32_t token);

// "the sanctions will not stop it": nothing but a verb and its helpers stands between, so "it" is something else.
bool is_subject_of_object(const mention::SentenceView& view, std::uint32_t subject_end, std::uint32_t object);

// Which side of the issue the pronoun stands for that takes it up in its own sentence: the thing, and not what somebody
// does to it ("to lift the sanctions ... rejects them"), unless it can only mean what is done ("the lifting of the
// sanctions ... wants it").
int sign_of_pronoun(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t issue_match,
                    std::uint32_t pronoun);

// "will sign and ratify the treaty": a conjunction with a verb on either side; both speak of what stands behind the
// second.
bool joins_two_verbs(const mention::SentenceView& view, std::uint32_t token);

// "to undermine the one and to endanger the other": true behind such a verb, where a second "to" speaks for itself.
bool is_behind_infinitive(const mention::SentenceView& view, std::uint32_t token);

// "imposed after the withdrawal from the deal": true when the issue only tells when, and is nobody's subject.
bool is_in_time_phrase(const mention::SentenceView& view, const Target& target);

// True when the issue only tells of which noun another one speaks: "the signatories to the deal are ..."
bool is_complement(const mention::SentenceView& view, const Target& target);

// "the row over the deal is dangerous": words that a neutral `purpose` has for a quarrel or a report lead to the issue.
bool is_beside_point(const mention::SentenceView& view, const mention::Lexis& lexis, const Target& target);

// "settlements that threaten the solution must end": the issue is the object of a relative clause.
bool is_object_in_relative(const mention::SentenceView& view, const Target& target);

}  // namespace demarche::evidence
