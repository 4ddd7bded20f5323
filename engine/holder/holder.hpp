#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/lexicon/actors.hpp"

namespace demarche::holder {

// Whose a statement is.
struct Holder {
  enum class Outcome : std::uint8_t {
    unknown,  // nobody was found
    found,
    nobody,  // somebody who speaks for no state: an analyst, the world, a newspaper
  };
  Outcome outcome = Outcome::unknown;
  std::vector<lexicon::ActorIndex> actors;  // several when holders are joined
  std::string speaker;                      // the person, as the document names them; empty when none is named
  lexicon::ActorIndex via = lexicon::none;  // who spoke on the holder's behalf
  std::uint32_t begin = 0;  // tokens of the sentence that name the holder; empty when it is not named there
  std::uint32_t end = 0;
  const char* how = "";  // for the trace: "subject", "pronoun", "quote" ...

  bool found() const { return outcome == Outcome::found && !actors.empty(); }
};

// Words that are somebody's: a quote, reported speech, a whole speech.
struct Voice {
  Holder holder;
  int parent = -1;  // the voice that reports this one; -1: the text itself
  bool quoted = false;
  std::uint32_t verb = 0;  // the token of the speech verb
};

// The voices of one sentence. `voice_of[t]` is the index of the innermost voice of token t, or -1 for the text's own
// words.
struct SentenceVoices {
  std::vector<Voice> voices;
  std::vector<int> voice_of;
};

}  // namespace demarche::holder
