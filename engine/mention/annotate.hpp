#pragma once
#include <optional>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/match/automaton.hpp"
#include "engine/mention/actor_class.hpp"
#include "engine/mention/people.hpp"
#include "engine/mention/sentence.hpp"

// The steps of the mention stage, in the order in which they run. Each fills one part of the view.
namespace demarche::mention {

// Roles of words and of phrases; a phrase hides the roles of its words.
void find_roles(SentenceView& view, const Lexis& lexis, match::Simulation& simulation);

// Who is mentioned. People whom the sentence introduces are added to `people`.
void find_mentions(SentenceView& view, const Lexis& lexis, PeopleInDocument& people);

// Where an `<actor ...>` element matches: names, 's forms and adjectives of the actors of its class. Uses `view.names`.
void actor_hits(const SentenceView& view, const Lexis& lexis, const program::Node& node, std::uint32_t token,
                std::optional<Date> day, std::vector<match::Hit>& hits);

// Issues, words of stance, turns. Uses roles and names.
void find_issues(SentenceView& view, const Lexis& lexis, std::optional<Date> day, match::Simulation& simulation);
void find_stance_words(SentenceView& view, const Lexis& lexis, match::Simulation& simulation);

// Tags of verbs, then clauses. Uses roles and mentions.
void find_tags(SentenceView& view, const Lexis& lexis);
void find_clauses(SentenceView& view, const Lexis& lexis);

}  // namespace demarche::mention
