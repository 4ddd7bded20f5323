#pragma once
#include <vector>

namespace demarche::cli {

struct StarterFile {
  const char* path;
  const char* text;
};

// The files that `demarche init` writes: a project on which `check`, `test` and `run` all have something to show.
const std::vector<StarterFile>& starter_project();

}  // namespace demarche::cli
