#pragma once
#include "dsl/compile/lower.hpp"

namespace demarche::dsl::lowering {

// Where the lowering of one pattern stands.
struct Lowering::State {
  const Place& place;
  std::shared_ptr<const SourceFile> file;  // where the expression at hand was written: a phrase has its own
  bool head = true;                        // the first word is still to come
  bool last = true;                        // the expression at hand ends the pattern
  model::Form form = model::Form::open;    // of a bracket: `(bases | states):noun`
  std::size_t depth = 0;
  std::size_t nodes = 0;
  bool glued = false;  // in front of a hyphen that joins: words must stay words
  bool failed = false;
  bool too_large = false;
};

}  // namespace demarche::dsl::lowering
