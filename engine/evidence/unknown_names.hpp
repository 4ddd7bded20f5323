#pragma once
#include <string>
#include <vector>

#include "engine/mention/sentence.hpp"

// Names that stand where a holder stands and that no actor list knows: whom the lists lack.
namespace demarche::evidence {

struct UnknownName {
  std::string name;              // as in the document
  std::string verb;              // the word of speech or stance beside it: "said", "rejected", "according to"
  std::string sentence;          // on one line
  bool starts_sentence = false;  // its capital may be only that of the sentence
};

// The capitalised words that are the subject of a verb of speech or stance, or the object of "according to", and that
// are no listed name, office, medium or word for nobody. Headings are left out: there everything is capitalised.
void find_unknown_names(const mention::SentenceView& view, const mention::Lexis& lexis,
                        std::vector<UnknownName>& found);

}  // namespace demarche::evidence
