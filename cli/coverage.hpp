#pragma once
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace demarche::cli {

// Options of `demarche test --coverage`.
struct CoverageOptions {
  bool on = false;
  bool all = false;                 // list every part that no test covers, not only the first of each file
  bool with_corpus = false;         // also what fires on the corpus
  std::vector<std::string> corpus;  // over that of the project
  double min = 0;                   // per cent; the exit code is 1 below it
  std::string json;                 // file; of `--mutate` too
  std::string html;                 // file
  std::string table;                // file for a table of all parts

  bool reads_corpus() const { return with_corpus || !corpus.empty(); }
};

void add_coverage_options(CLI::App& command, CoverageOptions& options);

// Runs the tests of the rules, and the corpus when asked, and says which parts of the rules took part. The right tests
// count; the others cover nothing.
void cover(Context& context, const std::vector<std::string>& rules, const CoverageOptions& options);

}  // namespace demarche::cli
