#pragma once
#include "engine/why/align.hpp"
#include "engine/why/why_not.hpp"

namespace demarche::why {

// A pattern that nearly matches.
struct Near {
  Alignment alignment;
  const program::Pattern* pattern = nullptr;
  std::string what;          // the keyword of its line
  std::string of;            // the id of its statement
  std::size_t sentence = 0;  // into Reading::sentences
};

struct Search {
  const program::Program& program;  // the whole one: what cannot match is what is looked for
  const Reading& reading;
  const mention::Lexis& lexis;
  std::optional<Date> day;
  std::size_t count = 3;  // at most so many, the nearest first
};

std::vector<Near> nearest_of_issue(const Search& search, const std::string& issue);
// Entries of the stance, in this sentence alone.
std::vector<Near> nearest_of_stance(const Search& search, const std::string& stance, std::size_t sentence);
std::vector<Near> nearest_forms(const Search& search, std::size_t sentence);

// The pattern, the element that failed and the words that it met.
Nearest describe(const Near& near, const Seen& seen);

// An element as its author wrote it, as far as that can be told from the pattern's text.
std::string written(const program::Node& element, const std::string& source);

// The pattern changed so that it matches what it met, as text: "(sanctions | restrictions)". Empty when more than one
// thing differs, or when the element cannot be found in the text of the pattern.
std::string widened(const Near& near, const std::string& met);
// The same change of the pattern itself; `met` are the elements of what it met.
program::Pattern widened(const Near& near, const program::Pattern& met);

// The word with which a rule file begins such an entry: "verb".
const char* keyword_of(program::Entry::Kind kind);

}  // namespace demarche::why
