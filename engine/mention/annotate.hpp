#pragma once
#include <optional>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/match/sieve.hpp"
#include "engine/mention/actor_class.hpp"
#include "engine/mention/people.hpp"
#include "engine/mention/sentence.hpp"

// The steps of the mention stage, in the order in which they run. Each fills one part of the view.
namespace demarche::mention {

// Working memory of the steps, to be kept from sentence to sentence; one a thread.
struct Workspace {
  explicit Workspace(const Lexis& lexis) : sieve(lexis.vocabulary) {}
  match::Simulation simulation;
  match::Sieve sieve;
  bool keep_excluded = false;  // fill SentenceView::excluded
};

// Roles of words and of phrases; a phrase hides the roles of its words.
void find_roles(SentenceView& view, const Lexis& lexis, Workspace& workspace);

// Who is mentioned. People whom the sentence introduces are added to `people`.
void find_mentions(SentenceView& view, const Lexis& lexis, PeopleInDocument& people);

// Where an `<actor ...>` element matches: names, 's forms and adjectives of the actors of its class. Uses `view.names`.
void actor_hits(const SentenceView& view, const Lexis& lexis, const program::Node& node, std::uint32_t token,
                std::optional<Date> day, std::vector<match::Hit>& hits);
// The same for either form of the name, whatever the element asks for.
void actor_hits(const SentenceView& view, const Lexis& lexis, const program::ActorClass& wanted, bool possessive,
                std::uint32_t token, std::optional<Date> day, std::vector<match::Hit>& hits);

// Where an `<issue>` element matches: the places of its issues, of any issue when it names none. Votes that name no
// text stand nowhere.
void issue_hits(const std::vector<IssueMatch>& issues, const Lexis& lexis, const program::Node& node,
                std::uint32_t token, std::vector<match::Hit>& hits);

// Drops matches that lie inside a match of an issue named in `not in`. Comes after the conditions of issues: what is no
// issue here keeps nothing out.
void drop_enclosed(SentenceView& view, const Lexis& lexis, Workspace& workspace);

// Issues, words of stance, turns. Uses roles and names.
void find_issues(SentenceView& view, const Lexis& lexis, std::optional<Date> day, Workspace& workspace);
void find_stance_words(SentenceView& view, const Lexis& lexis, Workspace& workspace);

// The alternatives that a match took (see match::alternatives_taken).
std::vector<std::uint32_t> alternatives_of(const SentenceView& view, const Lexis& lexis, std::optional<Date> day,
                                           const IssueMatch& match);
// Those of a neighbour that stands beside the match.
std::vector<std::uint32_t> alternatives_beside(const SentenceView& view, const Lexis& lexis, std::optional<Date> day,
                                               const IssueMatch& match, std::uint32_t neighbour);
// Those of the words of an entry in front of its target.
std::vector<std::uint32_t> alternatives_of(const SentenceView& view, const Lexis& lexis, const HeadMatch& match);
// Those of the words of a turn in front of its issue, or behind it.
std::vector<std::uint32_t> alternatives_of(const SentenceView& view, const Lexis& lexis, const TurnMatch& match);

// Tags of verbs, then what introduces examples, then clauses. Uses roles and mentions.
void find_tags(SentenceView& view, const Lexis& lexis);
void find_examples(SentenceView& view, const Lexis& lexis);
void find_clauses(SentenceView& view, const Lexis& lexis);

}  // namespace demarche::mention
