#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "engine/golden/golden.hpp"
#include "engine/golden/rule_texts.hpp"

namespace demarche::cli {

struct GoldenOptions {
  RuleOptions rules;
  CorpusOptions corpus;
  MatrixOptions matrix;
  std::string folder;  // --golden
};
void add_golden_options(CLI::App& command, GoldenOptions& options);

// What the rules give now, as a golden holds it.
struct Now {
  Job job;
  std::vector<evidence::DocumentResult> results;  // sorted by document id
  golden::Golden golden;
  golden::RuleTexts rules;
};

// Reads and analyses the corpus. Nothing when something is wrong: it has been said, and `exit_code` is set. When single
// documents could not be read, there is a result without them, and `exit_code` says so.
std::optional<Now> read_now(Context& context, const GoldenOptions& options);

// The folder of the golden: that of the command line, else the project's.
std::string golden_folder(const GoldenOptions& options, const Job& job);

}  // namespace demarche::cli
