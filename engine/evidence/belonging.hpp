#pragma once
#include "engine/evidence/candidates.hpp"

// Whose a word of stance is that stands in somebody's words without a holder of its own.
namespace demarche::evidence {

// True when both name a common actor.
bool share_actor(const holder::Holder& a, const holder::Holder& b);
bool share_actor(const std::vector<lexicon::ActorIndex>& a, const std::vector<lexicon::ActorIndex>& b);

// True when the noun at this token, of a stance with this sign, has a possessor who is not the voice: "X said Y's
// policy of ..."
bool is_noun_of_other(const SentenceInput& in, const holder::Holder& voice, std::uint32_t noun, int sign);

// True when the verb at this token stands in a relative clause: it says what the noun before it does, not what the
// voice wants.
bool is_in_relative(const mention::SentenceView& view, std::uint32_t verb);

// True when the subject of the verb at this token is an actor, or nobody, and not the voice: "Y requires ..."
bool has_other_subject(const SentenceInput& in, const holder::Holder& voice, std::uint32_t verb);

// True when the words only raise the matter: "whether Y leaves ..."
bool is_open(const mention::SentenceView& view, std::uint32_t token);

// "was asked whether any step that hurts the deal is wrong", "it is not known whether Y thinks that ...": behind what
// leaves it open, up to a sign or a joined statement.
bool is_left_open(const mention::SentenceView& view, std::uint32_t token);

// True when a condition stands beside the clause of this token: "Y would adhere if ..."
bool depends_on_condition(const mention::SentenceView& view, std::uint32_t token);

// True when a mark of the sentence opens or closes a quote of more than a few words around this token.
bool is_in_quote(const mention::SentenceView& view, std::uint32_t token);

}  // namespace demarche::evidence
