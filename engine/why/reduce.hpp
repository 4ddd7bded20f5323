#pragma once
#include <string>
#include <string_view>
#include <unordered_set>

#include "engine/corpus/document.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"

// The part of a rule set that one short text can meet at all. The engine finds the same in the text with it, and it is
// made ready in a millisecond: changes to the rules can be tried by the dozen.
namespace demarche::why {

// Words as the tokeniser cuts them: lower case, no accents.
using Words = std::unordered_set<std::string>;

// The words of a document's text and title.
Words words_of(const corpus::Document& document);

// All words that rules and actors know.
Words known_words(const program::Program& program, const lexicon::ActorTable& actors);

// Whether a text with only these words can hold a match.
bool may_match(const program::Node& node, const Words& text);

// Leaves out alternatives and patterns that want a word the text lacks. Places, order and the numbers of issues,
// stances, constructions and rules stay, and so does every condition. Words of the text that `known` has stay known.
program::Program reduced(const program::Program& program, const Words& text, const Words& known);

// Leaves out names that the text cannot hold; adds the groups that rule files define. Numbers stay.
lexicon::ActorTable reduced(const lexicon::ActorTable& actors, const program::Program& program, const Words& text);

}  // namespace demarche::why
