#pragma once
#include "engine/run/prove.hpp"
#include "engine/run/rule_tests.hpp"
#include "engine/why/why_not.hpp"

// Why not, as a tree.
namespace demarche::run {

// "IRN opposes sanctions strongly at "reject"": an expectation as its author wrote it, without `expect`.
std::string wanted_text(const program::Expectation& expectation);
why::Wanted wanted_of(const program::Expectation& expectation);

Proof why_not_proof(const why::WhyNot& why);
// The proof of a record that should not be there, with the guard that stops it.
Proof why_found_proof(Proof record, const why::WhyFound& why);

// One test: each expectation that is met with the proof of its record, each other with what kept it from being met.
Proof test_proof(const program::Test& test, const Analyser& analyser, const program::Program& program,
                 const lexicon::ActorTable& actors, const why::Reasoner& reasoner);

// What would make a sentence without a position one: a line for each direction for which a single change was found.
std::vector<Proof> near_misses(const why::Reasoner& reasoner, const program::Program& program,
                               const corpus::Document& sentence, const std::string& actor, const std::string& issue);

}  // namespace demarche::run
