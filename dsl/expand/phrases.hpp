#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/lexicon/actors.hpp"
#include "engine/lexicon/morphology.hpp"
#include "engine/program/program.hpp"

// Patterns read out: examples of the words that they match.
namespace demarche::dsl::expand {

// The form in which a verb is wanted where it stands.
enum class VerbForm : std::uint8_t { as_written, third, base, participle, gerund };

// The base forms among all the forms of a word, one for each of its alternatives: "oppose", "reject".
std::vector<std::string> bases_of(const program::Node& word, const lexicon::Morphology& morphology);

// A verb, or a phrase that begins with one, in another form: "rule out" -> "rules out".
std::string inflected(const std::string& phrase, VerbForm form, const lexicon::Morphology& morphology);

// Joins words: one blank between them, none before a comma or 's.
std::string joined(const std::string& left, const std::string& right);

// What is needed to read a pattern out.
struct Words {
  const program::Program& program;
  const lexicon::ActorTable& actors;
  const lexicon::Morphology& morphology;
};

// Examples of a pattern without slots in which every alternative occurs at least once; none when it has a slot. An
// actor that may be anybody is `actor`; gaps and what must not stand there are left out, what is optional is there in
// one example and missing in another.
std::vector<std::string> examples_of(const program::Node& node, const Words& words, const std::string& actor);

// How many word sequences a pattern covers, its gaps, actors and slots counted as one each; saturates at the largest
// number.
std::uint64_t sequences_of(const program::Node& node);
// "12", "about 12 thousand", "about 3 million".
std::string in_words(std::uint64_t count);

}  // namespace demarche::dsl::expand
