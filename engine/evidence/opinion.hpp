#pragma once
#include "engine/holder/finder.hpp"

namespace demarche::evidence {

// Tells a column from a report by how it speaks: a report gives nearly all that it says to somebody, a column argues in
// words of its own, asks its readers and says "we". A long text that gives less than half of what it says to anybody is
// a column, too, however soberly it argues: of 1,050 coded news articles (docs/evaluation.md), cells found only in the
// own words of such texts were wrong in 26 of 35 cases, elsewhere in one of five.
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
  int naming_ = 0;   // an issue
};

}  // namespace demarche::evidence
