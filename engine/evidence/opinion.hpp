#pragma once
#include "engine/holder/finder.hpp"

namespace demarche::evidence {

// Tells a column from a report by how it speaks: a report gives nearly all that it says to somebody, a column argues in
// words of its own, asks its readers and says "we".
class Opinion {
 public:
  // The next sentence of the text that is neither a turn of an interview nor printed in full. `in_quote`: it begins
  // inside a quote.
  void hear(const mention::SentenceView& view, const holder::SentenceVoices& voices, bool in_quote);
  // True when what was heard is a column.
  bool found() const;

 private:
  int sentences_ = 0;
  int given_ = 0;    // to somebody who says it
  int arguing_ = 0;  // in the text's own words
};

}  // namespace demarche::evidence
