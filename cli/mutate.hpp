#pragma once
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "engine/run/mutation.hpp"

namespace demarche::cli {

// Options of `demarche test --mutate`.
struct MutateOptions {
  bool on = false;
  bool all = false;
  run::MutationOptions run;
  double min_score = 0;   // per cent; the exit code is 1 below it
  std::string json;       // file
  std::string survivors;  // file
};

void add_mutate_options(CLI::App& command, MutateOptions& options);

// Changes one thing of the rules at a time, runs the tests that could notice, and names the changes that none notices.
void mutate(Context& context, const std::vector<std::string>& rules, const MutateOptions& options, unsigned threads);

}  // namespace demarche::cli
