#pragma once
#include <string>
#include <vector>

#include "dsl/compile/lower.hpp"
#include "dsl/model/model.hpp"
#include "dsl/resolve/load.hpp"
#include "dsl/resolve/names.hpp"

namespace demarche::dsl::linting {

enum class Line : std::uint8_t {
  about,
  deed,
  neighbour,
  needs,
  after,
  unless,
  entry,
  degree,
  turn,
  form,
  words,
  when,
  phrase
};

// One pattern where it was written, with its place in the language.
struct Site {
  Line line{};
  const resolve::Unit* unit = nullptr;
  std::string owner;       // "the issue `sanctions`"
  std::string id;          // "sanctions"
  int side = 0;            // of issue lines and stances
  std::string group;       // patterns with the same one stand for the same thing; empty: compared with no other
  std::string conditions;  // `not after X`, as it was written
  model::Pattern pattern;  // the whole line, its alternatives in it
  std::vector<lowering::Place> places;  // how it is inflected; a phrase stands in several

  const std::shared_ptr<const SourceFile>& file() const { return unit->ast.source; }
  // The alternatives at the top of the line.
  std::vector<const model::Expr*> alternatives() const;
};

// All patterns of all files, in the order of files and lines.
std::vector<Site> sites_of(const resolve::Loaded& loaded, const resolve::Names& names, Diagnostics& diagnostics);

}  // namespace demarche::dsl::linting
