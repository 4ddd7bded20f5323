#pragma once
#include <optional>
#include <string>
#include <vector>

#include "dsl/expand/phrases.hpp"

// What constructions and the words of a stance cover, as English sentences.
namespace demarche::dsl::expand {

struct Sentence {
  std::string text;
  std::string construction;
  std::string entry;  // the words of stance in it, as they are written in the rules; empty when the form has its own
  int side = 0;       // what the sentence claims: +1 the holder is for the issue, -1 against it
};

struct Speaker {
  std::string name;   // the holder: "Iran"
  std::string other;  // somebody else: "Turkey"
};

// What the holder is for or against, and the side that its wording has on the issue.
struct Target {
  std::string words;
  int side = +1;
  std::string deed;  // what one does who is for it, beginning with a verb: "deploy foreign forces"; may be empty
};

// The sentences of a construction with the entries of a stance: each entry once with `all`, else the first of its kind.
// A construction that gives a stance of its own has sentences only with that stance. What cannot be read out (a slot
// that has no example) gives nothing.
std::vector<Sentence> sentences_of(const program::Construction& construction, const program::Stance& stance,
                                   const Target& target, const Speaker& speaker, const Words& words, bool all);

}  // namespace demarche::dsl::expand
