#pragma once

#include <cstdint>

#include "engine/mention/lexis.hpp"
#include "engine/mention/sentence.hpp"

// Words that may be verbs or nouns, behind a state's name that stands before a noun as it is: "US sanctions", "EU
// calls". `left` is the token of the name, `i` that of the word; tokens before `i` are tagged.
namespace demarche::mention {

// "called US sanctions illegal", "against US sanctions": what is mostly a noun.
bool is_named_noun(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i);

// "against NATO demands for it", "resisted EU calls for it": a noun of stance in the third person's form.
bool is_named_demand(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i);

// "against EU call for sanctions", "a US demand": a noun of stance in the base form, behind letters.
bool is_named_by_letters(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i);

// "lift the economic and trade restrictions": with this word the name of a thing begins, and no second verb.
bool begins_issue(const SentenceView& view, std::uint32_t i);

// "built upon the smoking ruins of the war": a form in -s in front of "of", in the phrase of a preposition.
bool is_noun_of_phrase(const SentenceView& view, std::uint32_t i);

// "the Office of Foreign Assets Control": behind another capital, and not in a heading.
bool is_word_of_name(const SentenceView& view, std::uint32_t i);

// "an immediate end to", "a complete halt in": behind an article and an adjective, in front of a preposition.
bool is_noun_behind_adjective(const SentenceView& view, std::uint32_t i);

// "the countries that support it": behind "that" stands what they do.
bool is_of_states(const SentenceView& view, const Lexis& lexis, std::uint32_t that, std::uint32_t i);

// "firmly and unequivocally supports": the conjunction joins two adverbs, and no verb.
bool joins_adverbs(const SentenceView& view, std::uint32_t conjunction);

}  // namespace demarche::mention
