#pragma once
#include <vector>

#include "engine/corpus/document.hpp"
#include "engine/mention/annotate.hpp"

namespace demarche::evidence {

// Whom a title names, and whose own words it says the text is: "Statement by the Foreign Minister of Armenia".
struct Title {
  std::vector<lexicon::ActorIndex> named;     // sorted, each once
  std::vector<lexicon::ActorIndex> speaking;  // empty when it does not say
  bool joint = false;                         // "Joint statement ..."
};

Title read_title(const corpus::Document& document, const mention::Lexis& lexis, mention::Workspace& workspace);

}  // namespace demarche::evidence
