#pragma once
#include "dsl/compile.hpp"
#include "dsl/model/model.hpp"
#include "dsl/resolve/load.hpp"
#include "engine/lexicon/morphology.hpp"

namespace demarche::dsl {

// What the passes of `compile` made on their way to the program: for those who look at rules rather than run them.
struct Parts {
  resolve::Loaded loaded;
  lexicon::Morphology morphology;
  model::Model model;
  Compiled compiled;
};

Parts compile_parts(const FileSystem& files, const CompileInput& input);

}  // namespace demarche::dsl
