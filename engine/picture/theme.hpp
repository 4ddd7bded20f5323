#pragma once
#include <string>

#include "engine/position/matrix.hpp"

// Colours that colour-blind readers can tell apart (after Okabe and Ito), on paper or on a dark slide. A sign always
// says the same as the colour.
namespace demarche::picture {

struct Paint {
  std::string fill;
  std::string stroke;  // empty: none
  std::string ink;     // of what is written on it: a contrast of 4.5 or more
};

struct Theme {
  std::string paper, ink, soft, line;
  Paint support, oppose, mixed;
  Paint support_pale, oppose_pale, mixed_pale;  // thin: fewer than three documents
  Paint support_if, oppose_if;                  // only under a condition
  Paint neutral, blank;
  std::string tie_for, tie_against, tie_mixed;
};

const Theme& theme(bool dark);

// The colour of a cell's position; pale where it is thin.
const Paint& paint_of(const Theme& theme, const position::Cell& cell);
const Paint& paint_of(const Theme& theme, position::Code code, bool thin, bool leans_to_support);

}  // namespace demarche::picture
